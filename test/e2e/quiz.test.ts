import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatValue } from '../../src/core/value.ts';
import { HIGHEST_LEVEL, kinds } from '../../src/tutor/kinds.ts';
import { temporaryFolder } from '../support/cli.ts';
import { quiz, reportsOf, rightAnswers, widestLine } from '../support/quiz.ts';

const LECTURE = '3*(a+b*c)';
const RIGHT = ['3', '3', '3', '6', '9'];
const FORK = ['u = a*b; J = u^2 + 3*u*a', '--at', 'a=1.37,b=0.71'];
const LEVELS = Array.from({ length: HIGHEST_LEVEL }, (_, i) => String(i + 1));

/** Expressions and inputs of a series. */
const problems = async (seed: string) =>
  (await reportsOf(['--seed', seed, '--count', '5', '--level', '4'])).map(
    ({ source, inputs }) => `${source} ${JSON.stringify(inputs)}`,
  );

describe.concurrent('answers', () => {
  it.each(['en', 'ko'])(
    'get the same feedback from --answers, from a file and from standard input: %s',
    async (language) => {
      const typed = ['3', '3', '1+2', '2', ' 3 * du '];
      const file = join(temporaryFolder(), 'answers.txt');
      writeFileSync(file, typed.join('\r\n\r\n'));
      const args = [LECTURE, '--lang', language];
      const given = await quiz(args, typed);
      expect(given).toMatchObject({ code: 1, stderr: '' });
      expect(given.stdout).toContain('33.002');
      expect(await quiz([...args, '--answers-file', file])).toEqual(given);
      expect(await quiz(args, [], { input: typed.join('\n') })).toEqual(given);
      expect(await quiz(args, [], { input: `\n${typed.join('\n\n')}\n` })).toEqual(given);
    },
  );

  it.each([
    ['all right', RIGHT, 0],
    ['right in other forms', ['6/2', 'dv', 'dv*1', 'du*c', '9.00'], 0],
    ['one wrong', ['3', '3', '3', '2', '9'], 1],
    ['one shown', ['3', '3', '3', ':show', '9'], 1],
    ['one skipped', ['3', '3', '3', ':skip', '9'], 1],
    ['too few', ['3', '3', '3'], 1],
    ['stopped', ['3', ':q'], 1],
    ['none', [], 1],
    ['right after a hint', ['3', '3', '3', '?', '6', '9'], 0],
    ['taken back and mended', ['3', '3', '3', '2', ':undo', '6', '9'], 0],
  ])('that are %s: %j exit with %i', async (_, answers, code) => {
    expect(await quiz([LECTURE], answers)).toMatchObject({ code, stderr: '' });
  });
});

it('what was worked out stands in the graph, and may be used in an answer', async () => {
  const { stdout } = await quiz(['--level', '6', '--seed', '3'], [':graph', 'du * w', ':q']);
  const [worked = '', asked = ''] = stdout.split('What is dx');
  expect(worked).toContain('du = dp · dp/du = 1.15 · 1 = 1.15');
  expect(asked).toContain('du = 1.15');
  expect(asked).toContain('Problem 2 of 3');
});

it('answers that are left over are no fault, but are told of', async () => {
  const { code, stderr } = await quiz([LECTURE], [...RIGHT, '4', '5']);
  expect(code).toBe(0);
  expect(stderr).toMatch(/^Note: 2 answers.*\n$/u);
});

describe.concurrent('bad usage', () => {
  const folder = temporaryFolder();
  it.each([
    ['--ask', 'nonsense'],
    ['--ask', 'value,nonsense'],
    ['--ask', ''],
    ['--level', '9'],
    ['--level', '0'],
    ['--level', '1.5'],
    ['--count', '0'],
    ['--seed', '-1'],
    ['--tries', '0'],
    ['--tries', 'two'],
    ['--answers-file', join(folder, 'nowhere.txt')],
    ['--answers-file', folder],
    ['--transcript', join(folder, 'nowhere', 'transcript.md'), '--answers', RIGHT.join(',')],
    ['--format', 'xml'],
    ['--wrt', 'zz'],
    ['--resume'],
    ['--levle', '2'],
  ])('exits with 2 and one line: %s %s', async (...flags) => {
    for (const [language, error] of Object.entries({ en: 'Error: ', ko: '오류: ' })) {
      const { code, stderr } = await quiz([LECTURE, '--lang', language, ...flags]);
      expect(stderr.split('\n')).toEqual([expect.stringContaining(error), '']);
      expect(code).toBe(2);
    }
  });

  it('names the options and the file it is about', async () => {
    expect((await quiz(['--ask', 'nonsense'])).stderr).toContain('--ask');
    expect((await quiz(['--level', '9'])).stderr).toContain('--level');
    expect((await quiz([LECTURE, '--answers-file', '/nowhere'])).stderr).toContain('/nowhere');
  });
});

describe.concurrent('--format json', () => {
  it('is one object for an expression, with each question, attempt, mistake, hint, and the score', async () => {
    const { stdout, code } = await quiz(
      [LECTURE, '--format', 'json'],
      ['3', '3', '3', '?', '?', '2', ':s', '9'],
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      source: LECTURE,
      inputs: { a: 5, b: 3, c: 2 },
      output: 'J',
      questions: [
        { kind: 'gradient', label: 'dv', expected: 3, outcome: 'right', hints: 0 },
        { kind: 'gradient', label: 'da', attempts: [{ text: '3', value: 3, comparison: 'right' }] },
        { kind: 'gradient', label: 'du' },
        {
          label: 'db',
          expected: 6,
          outcome: 'wrong',
          hints: 2,
          attempts: [{ text: '2', value: 2, comparison: 'wrong', mistakes: ['local-only'] }],
        },
        { label: 'dc', outcome: 'shown', attempts: [] },
      ],
      score: { right: 3, total: 5 },
    });
  });

  it('is a list for a series, also of one', async () => {
    for (const count of [1, 4]) {
      const { stdout } = await quiz(
        ['--count', String(count), '--format', 'json'],
        Array.from({ length: 50 }, () => ':s'),
      );
      expect(JSON.parse(stdout)).toHaveLength(count);
    }
  });

  it('counts every question of a series, also where the answers end early', async () => {
    const whole = await reportsOf(['--count', '3', '--seed', '2']);
    const cut = await reportsOf(['--count', '3', '--seed', '2'], ['zz']);
    expect(cut.map(({ score }) => score.total)).toEqual(whole.map(({ score }) => score.total));
    expect(cut.flatMap(({ questions }) => questions.map(({ outcome }) => outcome))).not.toContain('right');
  });

  it('prints nothing but the JSON', async () => {
    const { stdout, stderr } = await quiz([LECTURE, '--format', 'json'], ['2', 'zz', ':g', ':k']);
    expect(stdout.startsWith('{')).toBe(true);
    expect(stderr).toBe('');
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  });
});

describe.concurrent('a series', () => {
  it('has the same problems for the same seed, others for another, and no problem twice', async () => {
    const [first, again, other] = await Promise.all([problems('7'), problems('7'), problems('8')]);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(new Set(first.map((text) => text.split(' {')[0])).size).toBe(5);
  });

  it.each(LEVELS.flatMap((level) => ['en', 'ko'].map((language) => [level, language])))(
    'of level %s can be answered rightly in %s, in 80 columns',
    async (level, language) => {
      const args = ['--level', level, '--seed', '11', '--lang', language, '--ask', kinds.join(',')];
      const answers = rightAnswers(await reportsOf(args));
      const { code, stdout, stderr } = await quiz(args, answers);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(widestLine(stdout)).toBeLessThanOrEqual(80);
      expect(/[가-힣]/u.test(stdout)).toBe(language === 'ko');
      expect(stdout).not.toMatch(/undefined|NaN|\[object/u);
    },
  );

  it('fades: the first problem asks its last step, the last problem asks all', async () => {
    const series = ['--level', '3', '--count', '3', '--seed', '5'];
    const asked = (await reportsOf(series)).map(({ questions }) => questions.length);
    const [first = 0, second = 0, last = 0] = asked;
    expect(first).toBe(1);
    expect(second).toBeGreaterThan(1);
    expect(last).toBeGreaterThan(second);
    const { stdout } = await quiz(series, rightAnswers(await reportsOf(series)));
    const [, ...problems] = stdout.split(/^Problem \d of 3$/mu);
    expect(problems.map((text) => text.includes('Worked out for you:'))).toEqual([true, true, false]);
  });
});

describe.concurrent('each kind of question', () => {
  it.each(kinds.map((kind) => [kind] as const))(
    '%s is asked alone, and can be answered rightly',
    async (kind) => {
      const args = [...FORK, '--ask', kind, '--seed', '5'];
      const reports = await reportsOf(args);
      const asked = reports.flatMap(({ questions }) => questions.map((question) => question.kind));
      expect(new Set(asked)).toEqual(new Set(kind === 'bug' ? ['bug', 'mend'] : [kind]));
      expect(await quiz(args, rightAnswers(reports))).toMatchObject({ code: 0, stderr: '' });
    },
  );

  it.each([['value,nudge,path,gradient'], ['gradient'], ['value']])(
    'shows nothing of an answer before it is asked: %s',
    async (ask) => {
      const args = [...FORK, '--ask', ask];
      const reports = await reportsOf(args);
      const answers = rightAnswers(reports);
      const shown = await Promise.all(
        answers.map(async (_, k) => (await quiz(args, [...answers.slice(0, k), ':g', ':v'])).stdout),
      );
      const questions = reports[0]?.questions ?? [];
      for (const [k, text] of shown.entries()) {
        expect(text).not.toMatch(/Gradient of|What came up/u);
        const told = new Set(
          [...questions.slice(0, k).map(({ expected }) => expected), 1.37, 0.71].map((value) =>
            formatValue(value),
          ),
        );
        for (const { expected } of questions.slice(k)) {
          const number = formatValue(expected);
          if (number.length < 4 || told.has(number)) continue;
          expect(text.split(/[^\d.−-]+/u)).not.toContain(number);
        }
      }
    },
  );

  it('with --wrt is asked about these variables, and what lies between them and the output', async () => {
    const [told] = await reportsOf([LECTURE, '--wrt', 'a']);
    expect(told?.questions.map(({ label }) => label)).toEqual(['dv', 'da']);
  });
});
