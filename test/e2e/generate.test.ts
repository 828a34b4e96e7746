import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exerciseFormats, isPackage } from '../../src/exercises/formats.ts';
import { filesIn } from '../support/exercises.ts';
import { gradtutor, outputOf, shell, temporaryFolder } from '../support/cli.ts';

const SMALL = ['--level', '3', '--count', '2', '--seed', '7'];
const generate = (...args: string[]) => gradtutor(['generate', ...args]);

interface Set {
  readonly seed: number;
  readonly ops?: readonly string[];
  readonly exercises: readonly { readonly source: string }[];
}

const jsonOf = async (...args: string[]): Promise<Set> =>
  JSON.parse(await outputOf(['generate', ...args, '--format', 'json'])) as Set;

describe.concurrent('generate', () => {
  it('writes a worksheet with its solutions to standard output', async () => {
    const sheet = await outputOf(['generate', ...SMALL]);
    expect(sheet).toMatch(/^# Backpropagation exercises, level 3\n\n## Exercise 1\n/u);
    expect(sheet).toContain('\n## Exercise 2\n');
    expect(sheet).toContain('\n# Solutions\n');
  });

  it.each(exerciseFormats.filter((format) => !isPackage(format)))(
    'makes the same bytes from the same seed, in a file or a pipe: %s',
    async (format) => {
      const file = join(temporaryFolder(), 'exercises.x');
      const args = [...SMALL, '--format', format];
      const text = await outputOf(['generate', ...args]);
      expect(await generate(...args, '-o', file)).toEqual({
        code: 0,
        signal: null,
        stdout: '',
        stderr: `Wrote ${file}\n`,
      });
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );

  it.each(exerciseFormats.filter(isPackage))(
    'packs %s in the same bytes, in any time zone',
    async (format) => {
      const folder = temporaryFolder();
      const [here, there, piped] = ['a.zip', 'b.zip', 'c.zip'].map((name) => join(folder, name));
      const args = ['generate', ...SMALL, '--format', format];
      await gradtutor([...args, '-o', here as string], { env: { TZ: 'UTC' } });
      await gradtutor([...args, '-o', there as string], { env: { TZ: 'Asia/Seoul' } });
      const { code } = await shell(`"$NODE" "$BIN" ${args.join(' ')} > "$FILE"`, {
        env: { FILE: piped },
      });
      expect(code).toBe(0);
      const bytes = readFileSync(here as string);
      expect(readFileSync(there as string).equals(bytes)).toBe(true);
      expect(readFileSync(piped as string).equals(bytes)).toBe(true);
      const index = format === 'apkg' ? 'collection.anki2' : 'imsmanifest.xml';
      expect([...filesIn(bytes).keys()]).toContain(index);
    },
  );

  it('writes the sheets asked for, in the order of the paper', async () => {
    const sheet = await outputOf(['generate', ...SMALL, '--sheets', 'mistakes,questions']);
    expect(Array.from(sheet.matchAll(/^# (.*)$/gmu), ([, title]) => title)).toEqual([
      'Backpropagation exercises, level 3',
      'What wrong answers tell',
    ]);
  });

  it('chooses the format by the ending of the file', async () => {
    const file = join(temporaryFolder(), 'quiz.xml');
    await generate(...SMALL, '-o', file);
    expect(readFileSync(file, 'utf8')).toContain('<quiz>');
  });

  it('says which seed it chose, so that the same can be made again', async () => {
    const { code, stdout, stderr } = await generate('--count', '1', '--format', 'json');
    const { seed } = JSON.parse(stdout) as Set;
    expect(code).toBe(0);
    expect(stderr).toBe(`Note: --seed ${seed} makes the same exercises again.\n`);
    expect(await outputOf(['generate', '--count', '1', '--seed', String(seed), '-f', 'json'])).toBe(stdout);
  });

  it('keeps to operations, by their names and signs', async () => {
    const { ops, exercises } = await jsonOf('--level', '4', '--count', '6', '--seed', '1', '--ops', 'exp,/');
    expect(ops).toEqual(['divide', 'exp']);
    for (const { source } of exercises) expect(source).toMatch(/exp|\//u);
    const again = await jsonOf('--level', '4', '--count', '6', '--seed', '1', '--ops', 'divide,exp');
    expect(again.exercises).toEqual(exercises);
  });

  it.each(['en', 'ko'])('speaks the language asked for: %s', async (lang) => {
    const text = await outputOf(['generate', ...SMALL, '--lang', lang, '--format', 'json']);
    expect(/\p{Script=Hangul}/u.test(text)).toBe(lang === 'ko');
  });
});

describe.concurrent('what cannot be made is one clear error', () => {
  it.each([
    [
      ['--ops', 'sigmoid'],
      'No exercise of level 3 uses sigmoid; there are: +, -, *, ^. For sigmoid take --level 6 or 7.',
    ],
    [['--ops', 'gamma'], 'No other level has it either.'],
    [['--ops', 'sigmoyd'], 'There is no operation sigmoyd. Did you mean sigmoid?'],
    [['--ops', ','], '--ops needs a value after it.'],
    [['--sheets', 'answers'], '--sheets takes one of: questions, solutions, mistakes.'],
    [['--sheets', ','], '--sheets takes one of: questions, solutions, mistakes.'],
    [
      ['--sheets', 'questions', '--format', 'moodle'],
      '--sheets chooses sheets of paper, and moodle has none. Formats that do: markdown, latex.',
    ],
    [['--level', '8'], '--level takes a whole number from 1 to 7.'],
    [['--count', '0'], '--count takes a whole number from 1 to 1000.'],
    [['--seed', '-1'], '--seed takes a whole number from 0 to 4294967295.'],
    [
      ['--format', 'pdf'],
      '--format takes one of: markdown, latex, json, csv, anki, apkg, moodle, gift, qti, canvas',
    ],
    [['-o', 'quiz.zip'], 'The ending of quiz.zip does not tell its format.'],
    [['3*a'], 'Too many arguments for gradtutor generate.'],
  ])('%j', async (args, problem) => {
    const { code, stdout, stderr } = await generate(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`Error: `);
    expect(stderr.replaceAll('\n', ' ')).toContain(problem);
    expect(stderr).not.toMatch(/\n\s+at /u);
  });

  it('an ending that several formats have is told of, and a name decides', async () => {
    const file = join(temporaryFolder(), 'quiz.xml');
    const chosen = await generate(...SMALL, '-o', file);
    expect(chosen.stderr).toBe(
      `Wrote ${file}\nNote: ${file} is written as moodle, which its ending stands for. Add --format for another: qti, canvas.\n`,
    );
    expect((await generate(...SMALL, '-o', file, '-f', 'moodle')).stderr).toBe(`Wrote ${file}\n`);
  });

  it('a folder in place of a file, and nothing is left behind', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'quiz.xml'));
    const { code, stderr } = await generate(...SMALL, '-o', join(folder, 'quiz.xml'));
    expect(code).toBe(2);
    expect(stderr).toContain('it is a folder');
    const missing = join(folder, 'nowhere', 'quiz.xml');
    expect((await generate(...SMALL, '-o', missing)).code).toBe(2);
    expect(existsSync(missing)).toBe(false);
  });
});
