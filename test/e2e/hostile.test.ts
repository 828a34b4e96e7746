import { describe, expect, it } from 'vitest';
import { gradtutor, shell } from '../support/cli.ts';

const LECTURE = '3*(a+b*c)';
/** Red, clear the screen, set the title, the one-byte form of CSI, a bell, backspaces, right-to-left override. */
const HOSTILE = [
  '\u001b[31m',
  '\u001b[2J',
  '\u001b]0;title\u0007',
  '\u009b31m',
  '\u0007',
  '\b\b',
  '\u202e',
  '\u007f',
].join('');
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

const thousandTerms = Array.from({ length: 1000 }, (_, i) => `a${i}`).join('+');

describe('control characters never reach the terminal', () => {
  it.each<[string, (text: string) => string[]]>([
    ['the expression', (text) => ['run', `a${text}b`]],
    ['quotes in the expression', (text) => ['run', `"${text}"`]],
    ['a comment', (text) => ['run', `a*b # ${text}`]],
    ['a function', (text) => ['run', `f${text}(x)`]],
    ['an answer', (text) => ['quiz', 'a*b', '--answers', `${text},:${text},q${text}`]],
    ['an answer to a lesson', (text) => ['learn', '1', '--answers', text]],
    ['the file to write', (text) => ['graph', 'a*b', '-o', `/nowhere/${text}.svg`]],
    ['a lesson', (text) => ['learn', text]],
    ['a value', (text) => ['run', 'a', '--at', `a=${text}1`]],
    ['a name with a value', (text) => ['run', 'a', '--at', `a=1,a${text}=1`]],
    ['--at', (text) => ['run', 'a', '--at', text]],
    ['--wrt', (text) => ['run', 'a', '--wrt', `a${text}`]],
    ['--nudge', (text) => ['run', 'a', '--nudge', text]],
    ['--format', (text) => ['run', 'a', '--format', text]],
    ['--lang', (text) => ['run', 'a', '--lang', text]],
    ['--width', (text) => ['run', 'a', '--width', text]],
    ['an option', (text) => ['run', 'a', `--option${text}`]],
    ['a command', (text) => [`rn${text}`]],
  ])('from %s', async (_, args) => {
    const { stdout, stderr } = await gradtutor(args(HOSTILE));
    expect(stdout).not.toMatch(CONTROL);
    expect(stderr).not.toMatch(CONTROL);
    expect(stdout + stderr).not.toBe('');
  });

  it('from an expression in JSON, where they are escaped', async () => {
    const { code, stdout } = await gradtutor(['run', 'a*b # \u001b[31m', '-f', 'json']);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(CONTROL);
    expect(JSON.parse(stdout)).toMatchObject({ source: 'a*b # \u001b[31m' });
  });
});

describe('no name is special', () => {
  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'i',
    'E',
    'd',
    'dv',
    'J',
    'end',
    'α',
    '변수',
    '$',
    '_',
  ])('%s is an input like any other', async (name) => {
    const { code, stdout, stderr } = await gradtutor([
      'run',
      `3*${name} + ${name}*x`,
      '-q',
      '--at',
      `${name}=2,x=4`,
    ]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `d${name} = 7, dx = 2\n`, stderr: '' });
  });

  it('code in an expression is not run', async () => {
    for (const expression of [
      'process.exit(7)',
      'constructor.constructor("return 1")()',
      'import("x")',
      'require("fs")',
      'eval("1")',
    ]) {
      const { code, stdout } = await gradtutor(['run', expression]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    }
  });
});

describe('input of a megabyte', () => {
  it('is computed when it is one long sum', async () => {
    const { code, stdout, stderr } = await gradtutor(['run', '-', '--quiet'], {
      input: `${'1234567890+'.repeat(100_000)}a`,
    });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'da = 1\n', stderr: '' });
  });

  it('is refused in a few words when it has an error', async () => {
    const { code, stdout, stderr } = await gradtutor(['run', '-'], { input: `(${'a+'.repeat(500_000)}` });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.length).toBeLessThan(300);
  });

  it('is refused in a few words when it is one long name', async () => {
    const name = 'x'.repeat(1_000_000);
    for (const input of [`${name}(2)`, `${name} = 1; ${name} = 2; a`, `"${name}"`]) {
      const { code, stdout, stderr } = await gradtutor(['run', '-'], { input });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.length).toBeLessThan(1000);
    }
  });

  it('is refused when it is brackets only', async () => {
    const { code, stdout, stderr } = await gradtutor(['run', '-'], { input: '('.repeat(1_000_000) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Error: [^\n]+\n/u);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });
});

describe('stdin', () => {
  it.each([
    ['bytes that are not UTF-8', new Uint8Array([0x78, 0xff, 0xfe, 0x2b, 0x31])],
    ['a zero byte', new Uint8Array([0x61, 0, 0x62])],
  ])('with %s is refused', async (_, input) => {
    const { code, stdout, stderr } = await gradtutor(['run', '-'], { input });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Error: [^\n]+\n/u);
    expect(stderr).not.toMatch(CONTROL);
  });

  it('that is empty or closed is refused', async () => {
    for (const redirection of ['</dev/null', '<&-']) {
      const { code, stdout, stderr } = await shell(`"$NODE" "$BIN" run - ${redirection}`);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^Error: There is no expression/u);
    }
  });

  it('that comes slowly is read to its end', async () => {
    const { stdout } = await shell(`(printf '3*(a'; sleep 0.3; printf '+b*c)') | "$NODE" "$BIN" run - -q`);
    expect(stdout).toBe('da = 3, db = 6, dc = 9\n');
  });

  it('is not read when the expression is an argument', async () => {
    const { code, stdout } = await shell(`"$NODE" "$BIN" run '${LECTURE}' -q <&-`);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'da = 3, db = 6, dc = 9\n' });
  });
});

describe('stdout', () => {
  it('that is closed early ends the program quietly', async () => {
    for (const flags of ['', '-f json', '-q']) {
      const script = `"$NODE" "$BIN" run '${thousandTerms}' ${flags} | head -c 20 >/dev/null; echo "\${PIPESTATUS[0]}"`;
      const { stdout, stderr } = await shell(script);
      expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' });
    }
  });

  it('gets all of a long output into a slow pipe', async () => {
    const { stdout } = await shell(`"$NODE" "$BIN" run '${thousandTerms}' -f json | (sleep 0.5; cat)`);
    expect(Object.keys((JSON.parse(stdout) as { inputs: object }).inputs)).toHaveLength(1000);
  });

  it.runIf(process.platform === 'linux')('that is full is an error, and not a success', async () => {
    for (const args of [`run '${LECTURE}'`, `run '${LECTURE}' -f json`, '--help', '--version']) {
      const { code, stderr } = await shell(`"$NODE" "$BIN" ${args} >/dev/full`);
      expect(code).toBe(2);
      expect(stderr).toBe(
        'Error: I cannot write to standard output: the disk is full. Make room, or write to another place.\n',
      );
    }
  });
});
