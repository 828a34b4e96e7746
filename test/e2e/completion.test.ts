import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { describe, expect, it } from 'vitest';
import { environment, gradtutor, outputOf, root, run, temporaryFolder } from '../support/cli.ts';
import { PATIENCE } from '../support/pty.ts';

/** Text without the letters that are printed over, as troff writes bold. */
const withoutOverstrikes = (text: string): string =>
  text
    .split('\b')
    .map((part, i, parts) => (i < parts.length - 1 ? part.slice(0, -1) : part))
    .join('');

/** Whether a program is installed here; where it is not, its tests are skipped, and say so. */
function has(command: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`]);
    return true;
  } catch {
    return false;
  }
}

/** A folder with a script in it and something to complete; names with spaces among it. */
async function folderWith(shell: string): Promise<{ folder: string; script: string }> {
  const folder = temporaryFolder();
  const script = join(folder, `_gradtutor.${shell}`);
  writeFileSync(script, await outputOf(['completion', shell]));
  writeFileSync(join(folder, 'notes.txt'), '');
  mkdirSync(join(folder, 'my course'));
  return { folder, script };
}

const CASES: readonly [typed: string, offered: readonly string[]][] = [
  ['gradtutor l', ['learn', 'lessons']],
  ['gradtutor lessons ', ['check', 'new']],
  ['gradtutor run --form', ['--format']],
  ['gradtutor run --format j', ['json', 'javascript', 'julia']],
  ['gradtutor run "3*(a+b*c)" -f j', ['json', 'javascript', 'julia']],
  ['gradtutor quiz --level 3 --transcript run --coun', ['--count']],
  ['gradtutor lessons check --wid', ['--width']],
  ['gradtutor learn 04', ['04-backward']],
  ['gradtutor explain sig', ['sigmoid', 'sign']],
  ['gradtutor config set co', ['color']],
  ['gradtutor completion po', ['powershell']],
  ['gradtutor run --lang ', ['en', 'ko']],
  ['gradtutor learn --from my', ['my course']],
  ['gradtutor run -o not', ['notes.txt']],
  ['gradtutor help conf', ['config']],
  ['gradtutor progress ', ['export', 'import', 'path', 'reset']],
  ['gradtutor progress export not', ['notes.txt']],
  ['gradtutor progress export --wid', ['--width']],
  ['gradtutor config set lang ', ['en', 'ko']],
  ['gradtutor config set ascii ', ['true', 'false']],
  ['gradtutor config set nudge ', []],
  ['gradtutor config get nu', ['nudge']],
  ['gradtutor quiz --ask lo', ['local']],
  ['gradtutor quiz --ask value,local,p', ['value,local,path']],
  ['gradtutor generate --ops ex', ['exp']],
  ['gradtutor generate --ops exp,sig', ['exp,sigmoid']],
  ['gradtutor explain t', ['tan', 'tanh', 'tau']],
];

/** What is offered for a line: as bash calls the function. */
async function offeredByBash(line: string): Promise<string[]> {
  const { folder, script } = await folderWith('bash');
  const words = line.replaceAll('=', ' = ').split(' ');
  const call = `set -u; source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _gradtutor; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, code } = await run(
    'bash',
    ['--noprofile', '--norc', '-c', call, 'bash', script, ...words],
    { cwd: folder },
  );
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return stdout.split('\n').filter(Boolean);
}

describe.skipIf(!has('bash'))('bash', () => {
  // Files are left to bash itself.
  it.each(CASES.filter(([, words]) => !words.includes('notes.txt')))('%s', async (typed, words) => {
    expect((await offeredByBash(typed)).toSorted()).toEqual(words.toSorted());
  });

  it('an option and its value with = between them', async () => {
    expect(await offeredByBash('gradtutor run --format=js')).toEqual(['json']);
    expect(await offeredByBash('gradtutor run --lang=')).toEqual(['en', 'ko']);
  });

  it('nothing for an expression', async () => {
    expect(await offeredByBash('gradtutor run ')).toEqual([]);
  });
});

describe.skipIf(!has('fish'))('fish', () => {
  it.each(CASES)('%s', async (typed, words) => {
    const { folder, script } = await folderWith('fish');
    const { stdout, stderr } = await run(
      'fish',
      ['--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', script, typed],
      { cwd: folder },
    );
    expect(stderr).toBe('');
    const offered = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => (line.split('\t')[0] as string).replace(/\/$/u, ''));
    expect(offered.map((word) => word.replaceAll('\\ ', ' ')).toSorted()).toEqual(words.toSorted());
  });
});

/** Types a line into a shell at a terminal, then Tab, and waits for each of these texts to come. */
async function typeAt(
  command: string,
  args: readonly string[],
  cwd: string,
  typed: string,
  wanted: readonly string[],
  ready: string,
): Promise<string> {
  const child = spawn(command, [...args], { cols: 120, rows: 50, cwd, env: environment({ ZDOTDIR: cwd }) });
  let screen = '';
  let isTyped = false;
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`Nothing was offered for ${typed}. The screen:\n${screen}`)),
        PATIENCE,
      );
      child.onData((data) => {
        screen += stripVTControlCharacters(data);
        if (!isTyped && screen.includes(ready)) {
          isTyped = true;
          screen = '';
          child.write(`${typed}\t`);
        }
        const news = screen.split(typed).slice(1).join(typed);
        if (isTyped && screen.includes(typed) && wanted.every((word) => news.includes(word))) {
          clearTimeout(timer);
          resolve();
        }
      });
    });
    return screen;
  } finally {
    child.kill('SIGKILL');
  }
}

describe.skipIf(!has('zsh'))('zsh', () => {
  /** What stands on the screen after Tab: the rest of the only word, or a list. */
  const CASES_ON_SCREEN: readonly [string, readonly string[]][] = [
    ['gradtutor le', ['learn', 'Learn backpropagation', 'lessons']],
    ['gradtutor lessons ', ['check', 'Prove a course', 'new']],
    ['gradtutor run --form', ['at']],
    ['gradtutor run --format j', ['json', 'javascript', 'julia']],
    ['gradtutor run x -f j', ['json', 'javascript', 'julia']],
    ['gradtutor lessons check --wid', ['th']],
    ['gradtutor learn 04', ['-backward']],
    ['gradtutor explain sig', ['sigmoid', 'sign']],
    ['gradtutor config set co', ['lor']],
    ['gradtutor learn --from my', ['\\ course']],
    ['gradtutor run -o not', ['es.txt']],
    ['gradtutor progress ', ['export', 'import', 'path', 'reset']],
    ['gradtutor progress export not', ['es.txt']],
    ['gradtutor config set lang ', ['en', 'ko']],
    ['gradtutor config set ascii t', ['rue']],
    ['gradtutor config get nu', ['dge']],
    ['gradtutor quiz --ask value,p', ['ath']],
    ['gradtutor generate --ops exp,sig', ['moid']],
    ['gradtutor explain ta', ['tan', 'tanh', 'tau']],
  ];

  it.each(CASES_ON_SCREEN)('%s', async (typed, wanted) => {
    const { folder, script } = await folderWith('zsh');
    const rc = `autoload -U compinit; compinit -u -D; source ${script}\nPS1='ready> '\n`;
    writeFileSync(join(folder, '.zshrc'), rc);
    expect(await typeAt('zsh', ['-d', '-i'], folder, typed, wanted, 'ready> ')).not.toContain('_arguments:');
  });

  it('loads it from a folder of functions as well', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '_gradtutor'), await outputOf(['completion', 'zsh', '--lang', 'ko']));
    const rc = `fpath=(${folder} $fpath); autoload -U compinit; compinit -u -D\nPS1='ready> '\n`;
    writeFileSync(join(folder, '.zshrc'), rc);
    const screen = await typeAt(
      'zsh',
      ['-d', '-i'],
      folder,
      'gradtutor lessons ',
      ['check', '과정을 점검해요', 'new'],
      'ready> ',
    );
    expect(screen).not.toContain('command not found');
  });
});

describe.skipIf(!has('bash'))('bash at a terminal', () => {
  it('completes a file and a format', async () => {
    const { folder, script } = await folderWith('bash');
    const rc = join(folder, 'rc');
    writeFileSync(rc, `source ${script}; PS1='ready> '\n`);
    expect(
      await typeAt(
        'bash',
        ['--noprofile', '--rcfile', rc, '-i'],
        folder,
        'gradtutor run -o not',
        ['es.txt'],
        'ready> ',
      ),
    ).not.toContain('command not found');
    expect(
      await typeAt(
        'bash',
        ['--noprofile', '--rcfile', rc, '-i'],
        folder,
        'gradtutor run --format=mark',
        ['down'],
        'ready> ',
      ),
    ).not.toContain('command not found');
  });
});

describe.skipIf(!has('pwsh'))('PowerShell', () => {
  it.each(CASES.filter(([, words]) => !words.some((word) => /\.txt| /u.test(word))))(
    '%s',
    async (typed, words) => {
      const { folder, script } = await folderWith('powershell');
      const file = join(folder, 'load.ps1');
      writeFileSync(file, readFileSync(script, 'utf8'));
      const call = `. '${file}'; (TabExpansion2 '${typed.replaceAll("'", "''")}' ${typed.length}).CompletionMatches.CompletionText`;
      const { stdout, code } = await run('pwsh', ['-NoProfile', '-Command', call], { cwd: folder });
      expect(code).toBe(0);
      expect(stdout.split(/\r?\n/u).filter(Boolean).toSorted()).toEqual(words.toSorted());
    },
  );
});

describe('completion and man', () => {
  it('refuse a shell they do not know', async () => {
    const { code, stdout, stderr } = await gradtutor(['completion', 'bsh']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/bash, zsh, fish, powershell\. Did you mean bash\?/u);
  });
});

describe.each([
  ['en', 'dist/man/gradtutor.1', /^EXIT STATUS$[^]*^ENVIRONMENT$[^]*GRADTUTOR_LANG/mu],
  ['ko', 'dist/man/ko/man1/gradtutor.1', /^종료 코드$[^]*^환경 변수$[^]*GRADTUTOR_LANG/mu],
])('the manual page in %s', (language, page, sections) => {
  const file = join(root, page);

  it('is in the package as the program prints it', async () => {
    expect(await outputOf(['man', '--lang', language])).toBe(readFileSync(file, 'utf8'));
  });

  it.skipIf(!has('mandoc'))('leaves mandoc nothing to say but that it has no date', async () => {
    const { stdout, stderr } = await run('mandoc', ['-Tlint', file]);
    const notes = `${stdout}${stderr}`.split('\n').filter(Boolean);
    expect(notes.filter((note) => !note.includes('missing date'))).toEqual([]);
  });

  it.skipIf(!has('man'))('is shown by man', async () => {
    const { code, stdout, stderr } = await run('man', ['--warnings', '-l', file], {
      env: { MANWIDTH: '80', LC_ALL: 'C.UTF-8', MANPAGER: 'cat' },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const text = withoutOverstrikes(stripVTControlCharacters(stdout));
    expect(text).toMatch(sections);
    expect(text).toContain('gradtutor run "3*(a+b*c)"');
  });
});
