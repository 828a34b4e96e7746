import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { describe, expect, test } from 'vitest';
import { addExamples } from '../../src/cli/commands/options.ts';
import { toBash } from '../../src/cli/manual/bash.ts';
import {
  behindWords,
  describe as describeCommand,
  everyCommand,
  type Manual,
} from '../../src/cli/manual/describe.ts';
import { toFish } from '../../src/cli/manual/fish.ts';
import { toMan } from '../../src/cli/manual/man.ts';
import { toPowerShell } from '../../src/cli/manual/powershell.ts';
import { wordsByName } from '../../src/cli/manual/words.ts';
import { toZsh } from '../../src/cli/manual/zsh.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { settings } from '../../src/cli/settings.ts';
import { formatNames } from '../../src/formats.ts';
import { en } from '../../src/i18n/en.ts';
import { languageNames } from '../../src/i18n/index.ts';
import { ko } from '../../src/i18n/ko.ts';
import { manualWords } from '../../src/i18n/manual/index.ts';
import { kinds } from '../../src/tutor/kinds.ts';

const manual = describeCommand(buildProgram(en), wordsByName());
const commands = everyCommand(manual);
const at = (path: string) => commands.find((command) => command.path === path);
const wordsOf = (value: { candidates: unknown } | undefined) => value?.candidates;

/** What an option of a command takes. */
const value = (path: string, flag: string) =>
  wordsOf(at(path)?.options.find(({ flags }) => flags.includes(flag))?.value);

/** What comes behind each word that is an argument. */
const behind = (path: string) => new Map(behindWords(at(path) as Manual));

/** What can be typed for the first argument of a command. */
const words = (path: string) => {
  const candidates = at(path)?.arguments[0]?.candidates;
  return candidates?.kind === 'words' ? candidates.words : [];
};

/** A program with a command that none of the others is like. */
function strange(): Command {
  const program = new Command('gradtutor').description('It\'s "odd": [a] \\ $(b) `c`');
  const command = program.command('odd').description("Don't: 'quote' [me] \\ 100%; $HOME `x` ’");
  command
    .argument('[folder]', 'where')
    .addOption(new Option('-k, --kind <kind>', '.lead: it’s').choices(['x', 'y']));
  addExamples(command, 'Examples:\n  gradtutor odd --kind x\n  .dotted -- "q"');
  return program;
}

describe('what is read from the definitions', () => {
  test('has every command, with its options and what they take', () => {
    expect(commands.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['run', 'lessons check', 'config set']),
    );
    const run = at('run');
    const format = run?.options.find(({ flags }) => flags.includes('--format'));
    expect(format?.flags).toEqual(['-f', '--format']);
    expect(wordsOf(format?.value)).toEqual({ kind: 'words', words: [...formatNames, 'ndjson'] });
    expect(wordsOf(run?.options.find(({ flags }) => flags.includes('--output'))?.value)).toEqual({
      kind: 'files',
    });
    expect(wordsOf(at('lessons check')?.arguments[0])).toEqual({ kind: 'folders' });
    expect(run?.options.some(({ flags }) => flags.includes('--no-ascii'))).toBe(false);
  });

  test('knows lessons, functions, kinds and settings', () => {
    const lessons = readdirSync(fileURLToPath(new URL('../../lessons', import.meta.url))).filter((name) =>
      /^\d/u.test(name),
    );
    expect(words('learn')).toEqual(expect.arrayContaining(['list', 'next', 'reset', ...lessons]));
    expect(words('explain')).toEqual(expect.arrayContaining(['sigmoid', 'ln', 'relu', 'max']));
    expect(words('explain').filter((word) => !/^\w+$/u.test(word))).toEqual([]);
    expect(words('config set')).toEqual(settings.map(({ name }) => name));
    expect(words('config get')).toEqual(words('config set'));
    expect(words('progress')).toEqual(['export', 'import', 'path', 'reset']);
    expect(value('quiz', '--ask')).toEqual({ kind: 'list', words: kinds });
    expect(value('generate', '--ops')).toEqual({
      kind: 'list',
      words: expect.arrayContaining(['multiply', 'exp', 'sigmoid', 'max']) as string[],
    });
  });

  test('knows what comes behind an argument', () => {
    expect(behind('config set').get('lang')).toEqual({ kind: 'words', words: languageNames });
    expect(behind('config set').get('nudge')).toEqual({ kind: 'anything' });
    expect(behind('progress').get('import')).toEqual({ kind: 'files' });
  });
});

describe.each([
  ['en', en],
  ['ko', ko],
])('the help in %s', (_, t) => {
  test.each(everyCommand(describeCommand(buildProgram(t), new Map())).slice(1))(
    'of $path has one sentence and two examples that are calls of it',
    ({ path, description, after, options }) => {
      expect(description).toMatch(/[.요]\.?$/u);
      const examples = after.filter((line) => line.startsWith('  '));
      expect(examples.length).toBeGreaterThanOrEqual(2);
      expect(examples.filter((line) => !line.includes(`gradtutor ${path}`))).toEqual([]);
      expect(options.filter((option) => option.description === '')).toEqual([]);
    },
  );
});

const scripts = [
  ['bash', toBash],
  ['zsh', toZsh],
  ['fish', toFish],
  ['powershell', toPowerShell],
] as const;

describe.each(scripts)('completion for %s', (_, write) => {
  test('names every command and every long option', () => {
    const script = write(manual);
    for (const { name, options } of commands.slice(1)) {
      expect(script).toContain(name);
      for (const { flags } of options) expect(script).toContain((flags.at(-1) ?? '').replace(/^--/u, ''));
    }
  });

  test('picks up a command by itself', () => {
    const script = write(describeCommand(strange(), new Map()));
    for (const word of ['odd', 'kind', 'folder'])
      expect(script.toLowerCase()).toContain(word === 'folder' ? 'd' : word);
  });
});

describe('completion for PowerShell', () => {
  const script = toPowerShell(describeCommand(strange(), new Map()));

  test('doubles every kind of single quote, and closes what it opens', () => {
    expect(script).toContain("'odd\tDon''t: ''quote'' [me] \\ 100%; $HOME `x` ’’'");
    const bare = script.replaceAll(/'(?:[^']|'')*'/gu, '').replaceAll(/#.*$/gmu, '');
    for (const [open, close] of ['()', '{}', '[]'] as const)
      expect(bare.split(open as string)).toHaveLength(bare.split(close as string).length);
  });

  test('registers for the program and returns results', () => {
    expect(script).toMatch(/^Register-ArgumentCompleter -Native -CommandName gradtutor -ScriptBlock \{$/mu);
    expect(script).toContain("'odd --kind' { $offer = @('x\t.lead: it’’s', 'y\t.lead: it’’s') }");
    expect(script).toContain('[System.Management.Automation.CompletionResult]::new(');
  });

  test('completes lists and what comes behind an argument', () => {
    const whole = toPowerShell(manual);
    expect(whole).toMatch(
      /^ {8}'quiz --ask' \{ \$before = \$wordToComplete -replace '\[\^,\]\*\$'; \$offer = @\('value\t[^]*?'\) \| ForEach-Object \{ \$before \+ \$_ \} \}$/mu,
    );
    expect(whole).toContain(
      "'config set lang' { if (-not $wordToComplete.StartsWith('-')) { $offer = @('en\ten', 'ko\tko') } }",
    );
    expect(whole).toContain("'progress import' { if (-not $wordToComplete.StartsWith('-')) { return } }");
    expect(whole).toMatch(/^ {12}'progress' \{ [^]*?; \$words = @\('export\t/mu);
  });
});

describe('the manual page', () => {
  const page = toMan(manual, '1.2.3', manualWords.en);

  test('has every command, option, variable and exit code', () => {
    const plain = page.replaceAll('\\-', '-').replaceAll(/\\f[BIR]/gu, '');
    for (const { usage, options } of commands.slice(1)) {
      expect(plain).toContain(`.SS ${usage}\n`);
      for (const { flags } of options) expect(plain).toContain(flags.join(', '));
    }
    for (const { variable, shared = {} } of settings)
      for (const name of [variable, ...Object.keys(shared)]) expect(plain).toContain(name);
    for (const code of [0, 1, 2, 130]) expect(plain).toContain(`\n.TP\n${code}\n`);
    expect(plain).toContain('"gradtutor 1.2.3"');
  });

  test('is ASCII, and no text of it is a request', () => {
    const odd = toMan(describeCommand(strange(), new Map()), '1.2.3', manualWords.en);
    const korean = toMan(describeCommand(buildProgram(ko), wordsByName()), '1', manualWords.ko);
    for (const text of [page, odd, korean]) expect(text).toMatch(/^[\n -~]+$/u);
    const requests = odd.split('\n').filter((line) => /^[.']/u.test(line));
    expect(
      requests.filter((line) => !/^\.(?:\\"|TH|SH|SS|TP|PP|RS|RE|nf|fi|br)\b|^\.\\"/u.test(line)),
    ).toEqual([]);
    expect(odd).toContain('\\&.lead: it\\[u2019]s');
    expect(odd).toContain('\\&.dotted \\-\\- "q"');
  });
});
