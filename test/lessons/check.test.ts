import { describe, expect, test } from 'vitest';
import { readCourse } from '../../src/cli/course.ts';
import { en } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';
import { checkLesson } from '../../src/lessons/check.ts';
import { type Finding, type FindingArgs, type FindingCode, Findings } from '../../src/lessons/finding.ts';
import { type LessonFiles, readLesson } from '../../src/lessons/lesson.ts';
import { plainText } from '../../src/lessons/markdown.ts';
import { template } from '../../src/lessons/template.ts';
import { root } from '../support/cli.ts';

const languages = ['en', 'ko'];

function findingsIn(files: LessonFiles): readonly Finding[] {
  const { lesson, findings } = readLesson(files, languages);
  if (lesson) checkLesson(lesson, ['01-first', '02-second'], findings, (error) => error.code);
  return findings.list;
}

/** The lesson one begins with, with a file changed. */
function changed(file: keyof typeof template, change: (text: string) => string): LessonFiles {
  const files = new Map<string, string>(Object.entries(template));
  const before = files.get(file) as string;
  const after = change(before);
  expect(after).not.toBe(before);
  return { id: '01-first', files: files.set(file, after) };
}

const yaml = (change: (text: string) => string) => changed('lesson.yaml', change);

describe('the built-in course', () => {
  test.each(readCourse(`${root}/lessons`))('$id has nothing to mend', (files) => {
    expect(findingsIn(files)).toEqual([]);
  });

  test('has nineteen lessons, numbered from 1', () => {
    const ids = readCourse(`${root}/lessons`).map(({ id }) => id);
    expect(ids.map((id) => Number(id.slice(0, 2)))).toEqual(Array.from({ length: 19 }, (_, i) => i + 1));
  });
});

describe('a lesson to begin with', () => {
  test('has nothing to mend', () => {
    expect(findingsIn({ id: '01-first', files: new Map(Object.entries(template)) })).toEqual([]);
  });
});

test('a word that cannot stand where it does is told with those that can, and the one that may be meant', () => {
  const [finding] = findingsIn(yaml((text) => text.replace('ask: gradient', 'ask: gradent')));
  expect(finding?.args).toMatchObject({
    word: 'gradent',
    suggestion: 'gradient',
    allowed: ['value', 'nudge', 'local', 'path', 'gradient'],
  });
});

describe('a link in a lesson', () => {
  test.each(['../02-second', '../01-first/', 'https://example.org/a'])('may lead to %s', (target) => {
    const files = changed('en.md', (text) => text.replace('A first,', `[A](${target}) first,`));
    expect(findingsIn(files)).toEqual([]);
  });

  test('is told with where it leads', () => {
    expect(plainText('See [the lecture](../04-backward), or [a page](https://example.org).')).toBe(
      'See the lecture (gradtutor learn 04-backward), or a page (https://example.org).',
    );
  });
});

/** What is broken, the finding it must give, and the line it must name. */
const broken: readonly [FindingCode, LessonFiles, number?][] = [
  ['folder-name', { id: '1first', files: new Map(Object.entries(template)) }],
  ['file-missing', { id: '01-first', files: new Map(Object.entries(template).slice(0, 2)) }],
  ['yaml', yaml((text) => text.replace('at: { a: 3', 'at: { a: 3, a: 3')), 10],
  ['unknown-word', yaml((text) => text.replace('ask: gradient', 'ask: colour')), 15],
  ['no-step', yaml((text) => text.replace('ask: gradient', 'aks: gradient')), 15],
  ['schema', yaml((text) => text.replace('format: 1', 'format: 2')), 1],
  ['unknown-word', yaml((text) => text.replace('mistakes: [local-only,', 'mistakes: [laziness,')), 4],
  ['title-missing', changed('en.md', (text) => text.replace(/^# .*/u, '')), 1],
  ['purpose-missing', changed('ko.md', (text) => text.replace(/^이 수업을.*/mu, '')), 1],
  ['section-missing', changed('ko.md', (text) => text.replace('## rule', '## other'))],
  ['section-missing', changed('en.md', (text) => text.replace('## summary', '## end'))],
  ['section-unused', changed('en.md', (text) => `${text}\n## more\n\nWords.\n`), 22],
  ['section-twice', changed('en.md', (text) => text.replace('## rule', '## start')), 9],
  ['section-twice', yaml((text) => text.replace('- say: check', '- say: start'))],
  ['summary-long', changed('en.md', (text) => `${text}- And more.\n`), 17],
  ['html-in-prose', changed('en.md', (text) => text.replace('A first,', '<b>A</b> first,')), 9],
  ['link', changed('en.md', (text) => text.replace('A first,', '[A](../03-third) first,')), 9],
  ['link', changed('en.md', (text) => text.replace('A first,', '[A](somewhere.md) first,')), 9],
  ['reading-time', changed('en.md', (text) => text.replace('A first,', 'word '.repeat(2000)))],
  [
    'unknown-problem',
    yaml((text) => text.replace('    of: first\n    in: b', '    of: second\n    in: b')),
    20,
  ],
  [
    'problem-unused',
    yaml((text) => text.replace('steps:', '  second:\n    program: 2*a\n    at: { a: 1 }\nsteps:')),
    12,
  ],
  ['unknown-variable', yaml((text) => text.replace('about: [u, a]', 'about: [u, z]')), 15],
  ['unknown-op', yaml((text) => text.replace('ops: [multiply]', 'ops: [multiply, wobble]')), 3],
  ['op-untrained', yaml((text) => text.replace('ops: [multiply]', 'ops: [multiply, tanh]')), 3],
  ['mistake-untrained', yaml((text) => text.replace('[local-only, factors-swapped]', '[quotient-rule]')), 4],
  ['program', yaml((text) => text.replace('J = 4*u', 'J = log(-u)')), 7],
  ['program', yaml((text) => text.replace('J = 4*u', 'J = 4*(u')), 7],
  ['kink', yaml((text) => text.replace('J = 4*u', 'J = 4*abs(u - 21) + u')), 7],
  ['no-question', yaml((text) => text.replace('ask: gradient', 'ask: path')), 15],
  ['no-bug', yaml((text) => text.replace('bug: local-only', 'bug: quotient-rule')), 20],
  ['placeholder', changed('en.md', (text) => text.replace('{{first.u}}', '{{first.q}}')), 5],
  ['answer-told', changed('en.md', (text) => text.replace('{{first.u}}', '{{first.da}}')), 5],
];

describe('a broken lesson is found out, with its place', () => {
  test.each(broken.map(([code, files, line]) => ({ code, files, line })))(
    '$code',
    ({ code, files, line }) => {
      const found = findingsIn(files).filter((finding) => finding.code === code);
      expect(found.length).toBeGreaterThan(0);
      expect(line ?? found[0]?.line).toBe(found[0]?.line);
      expect(found[0]?.file).toContain(files.id);
    },
  );

  test('by every code there is', () => {
    // A nudge that does not agree would be a mistake of the program, which no lesson can make.
    const codes = new Set(broken.map(([code]) => code));
    expect(Object.keys(en.lessons.findings).filter((code) => !codes.has(code as FindingCode))).toEqual([
      'nudge',
    ]);
  });

  test.each([
    ['en', en],
    ['ko', ko],
  ] as const)('and told in words: %s', (_, t) => {
    for (const [, files] of broken) {
      for (const { code, args } of findingsIn(files)) {
        const say = t.lessons.findings[code] as (args: FindingArgs[FindingCode]) => string;
        expect(say(args)).toMatch(/^\S.{10}/su);
        expect(say(args)).not.toMatch(/undefined|\[object/u);
      }
    }
  });

  test('and nothing is kept from one lesson to the next', () => {
    expect(new Findings().list).toEqual([]);
  });
});
