import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin, environment, gradtutor, type Options, root, shell, temporaryFolder } from '../support/cli.ts';

const BATCH = ['run', '-', '--format', 'ndjson'];
const batch = (input: string | Uint8Array, args: readonly string[] = [], options: Options = {}) =>
  gradtutor([...BATCH, ...args], { input, ...options });

interface Parsed {
  readonly id?: string;
  readonly line?: number;
  readonly source?: string;
  readonly error?: { readonly code: string };
}
const parsed = (stdout: string): Parsed[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Parsed);

/** What stands for a line in a summary: its expression, or its number and what is wrong. */
const summary = (stdout: string): string[] =>
  parsed(stdout).map(({ source, line, error }) => (error ? `${line} ${error.code}` : (source ?? '')));

const expressions = (count: number) => Array.from({ length: count }, (_, i) => `${i}*a^2 + b/${i + 1}`);
const withIds = (count: number) =>
  expressions(count).map((expression, i) => JSON.stringify({ id: `q${i}`, expression, at: { a: i, b: 1 } }));
const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;

describe('docs/batches.md', () => {
  it('shows what really comes out', async () => {
    const documentation = readFileSync(join(root, 'docs/batches.md'), 'utf8');
    const [, input = '', output = ''] =
      /printf '([^']*)' \|\n.*ndjson\n([\s\S]*?)\$ echo/u.exec(documentation) ?? [];
    const { stdout, stderr } = await batch(input.replaceAll('\\n', '\n'));
    expect(output).toBe(stdout + stderr);
  });
});

describe('run - --format ndjson', () => {
  it('answers a line for a line, and says nothing more where all is well', async () => {
    const lines = expressions(3000);
    const { code, stdout, stderr } = await batch(text(lines));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(summary(stdout)).toEqual(lines);
  });

  it('goes on after bad lines, counts them, and ends with 1', async () => {
    const { code, stdout, stderr } = await batch('a\n(\n\n{"id": 4\nb\n');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'gradtutor: 2 of 4 lines could not be worked out; the output says why.\n',
    });
    expect(summary(stdout)).toEqual(['a', '2 syntax-end', '4 not-json', 'b']);
  });

  it('takes values, variables, the check and the number of the first line', async () => {
    const { code, stdout } = await batch('a*b\n(\n', [
      '--at',
      'a=2,b=1/2',
      '--wrt',
      'b',
      '--check',
      '--first-line',
      '501',
      '--lang',
      'ko',
    ]);
    expect(code).toBe(1);
    const [first = '', second = ''] = stdout.split('\n');
    expect(JSON.parse(first)).toMatchObject({ value: 1, gradients: { b: 2 }, nudges: { b: 'agrees' } });
    expect(second).toMatch(/"line":502,.*[가-힣]/u);
  });

  it('refuses values for all that are no numbers before it reads a line', async () => {
    const { code, stdout, stderr } = await batch('a*b\n', ['--at', 'a=1,b=zz']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Error: [^\n]*zz[^\n]*\n$/u);
  });

  it('does not write over what it reads', async () => {
    const file = join(temporaryFolder(), 'same.txt');
    writeFileSync(file, 'a*b\n');
    for (const more of ['', '--jobs 2']) {
      const script = `"$NODE" "$BIN" run - --format ndjson ${more} -o "$FILE" <"$FILE"`;
      const { code, stdout, stderr } = await shell(script, { env: { FILE: file } });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^Error: [^\n]* is what I read from[^\n]*\n$/u);
      expect(readFileSync(file, 'utf8')).toBe('a*b\n');
    }
  });

  it('of an expression is one line', async () => {
    const { code, stdout } = await gradtutor(['run', '3*(a+b*c)', '-f', 'ndjson']);
    expect(code).toBe(0);
    expect(summary(stdout)).toEqual(['3*(a+b*c)']);
    const refused = await gradtutor(['run', '3*(', '-f', 'ndjson']);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
  });

  it('answers nothing for nothing', async () => {
    for (const redirection of ['</dev/null', '<&-']) {
      const { code, stdout, stderr } = await shell(`"$NODE" "$BIN" ${BATCH.join(' ')} ${redirection}`);
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    }
  });

  it('answers each line as it comes', async () => {
    for (const jobs of ['1', '2']) {
      const child = spawn(process.execPath, [bin, ...BATCH, '--jobs', jobs], { env: environment() });
      try {
        for (const line of ['a*b', '(', 'c']) {
          const answer = new Promise<string>((resolve) => {
            child.stdout.once('data', (data: Buffer) => resolve(data.toString()));
          });
          child.stdin.write(`${line}\n`);
          expect(await answer).toMatch(/^\{[^\n]*\}\n$/u);
        }
      } finally {
        child.kill();
      }
    }
  });

  it('refuses its options where a story is told, and to open what is for programs', async () => {
    for (const args of [['--jobs', '2'], ['--check'], ['--first-line', '2']]) {
      const { code, stderr } = await gradtutor(['run', 'a*b', ...args]);
      expect(code).toBe(2);
      expect(stderr).toContain(`${args[0]} is for batches: add --format ndjson.`);
    }
    expect(await batch('a\n', ['--open'])).toMatchObject({ code: 2, stdout: '' });
    for (const args of [['--quiet'], ['--width', '60'], ['--nudge', '0.1']]) {
      const { code, stdout, stderr } = await batch('a\n', args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(
        /^Error: --(?:quiet|width|nudge) (?:does nothing|is the step of --check)[^\n]+\n$/u,
      );
    }
    const env = { GRADTUTOR_NUDGE: '0.1' };
    expect(await gradtutor(['run', 'a', '-f', 'ndjson'], { env })).toMatchObject({ code: 0, stderr: '' });
    expect(await batch('a\n', ['--jobs', '0'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('--jobs', () => {
  it('gives the same bytes as one thread', async () => {
    const lines = withIds(6000).map((line, i) => (i % 100 === 7 ? '(' : line));
    const one = await batch(text(lines));
    expect(one.code).toBe(1);
    for (const jobs of ['2', '5']) expect(await batch(text(lines), ['--jobs', jobs])).toEqual(one);
  });
});

const hasParallel = spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.startsWith(
  'GNU parallel',
);

const shards = (folder: string, flags: string) =>
  shell(`parallel --will-cite -k --pipe ${flags} < '${join(folder, 'lines')}'`, {
    env: { HOME: folder, RUN: `${process.execPath} ${bin} ${BATCH.join(' ')}` },
  });

describe('shards', () => {
  it.skipIf(!hasParallel)('under GNU parallel give the same bytes as one process', async () => {
    const folder = temporaryFolder();
    const lines = text(withIds(2000));
    writeFileSync(join(folder, 'lines'), lines);
    const one = await batch(lines);
    expect(parsed(one.stdout)).toHaveLength(2000);
    expect(await shards(folder, '--block 20k "$RUN"')).toEqual(one);
  });

  it.skipIf(!hasParallel)(
    'number their lines as one process does, when they are told the first',
    async () => {
      const folder = temporaryFolder();
      const lines = text(withIds(2000).map((line, i) => (i % 150 === 7 ? '\ufeff(a' : line)));
      writeFileSync(join(folder, 'lines'), lines);
      const one = await batch(lines);
      expect(summary(one.stdout)).toContain('1958 syntax-close');
      const { stdout } = await shards(
        folder,
        `-N 500 "$RUN --first-line "'{= $_ = 1 + 500 * (seq() - 1) =}'`,
      );
      expect(stdout).toBe(one.stdout);
    },
  );

  it('cut anywhere between lines give the same bytes', async () => {
    const lines = withIds(600);
    const one = await batch(text(lines));
    const parts = await Promise.all(
      [lines.slice(0, 1), lines.slice(1, 400), lines.slice(400)].map((part) => batch(text(part))),
    );
    expect(parts.map(({ stdout }) => stdout).join('')).toBe(one.stdout);
  });
});

describe('hostile input', () => {
  it.each<[string, readonly number[] | string, string[], number]>([
    ['CRLF', 'a\r\n(\r\nb\r\n', ['a', '2 syntax-end', 'b'], 1],
    ['byte order marks', '\ufeffa\n\ufeff{"expression": "b"}\n', ['a', 'b'], 0],
    ['no end of the last line', 'a\nb', ['a', 'b'], 0],
    ['invalid UTF-8', [0x61, 0x0a, 0x62, 0xff, 0x0a, 0x63, 0x0a], ['a', '2 not-utf8', 'c'], 1],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00, 0x0a, 0x00], ['1 not-utf8', '2 syntax-character'], 1],
    ['NUL', 'a\n\0\nb\n', ['a', '2 syntax-character', 'b'], 1],
    ['deep nesting', `a\n${'('.repeat(5000)}\nb\n`, ['a', '2 syntax-end', 'b'], 1],
  ])('%s', async (_, input, expected, code) => {
    const bytes = typeof input === 'string' ? input : Uint8Array.from(input);
    const result = await batch(bytes);
    expect({ code: result.code, lines: summary(result.stdout) }).toEqual({ code, lines: expected });
  });

  it('binary: an answer or an error for every line, and no crash', async () => {
    const binary = readFileSync(process.execPath).subarray(0, 300_000);
    const { code, stdout, stderr } = await batch(binary);
    expect(code).toBe(1);
    for (const { line, error, source } of parsed(stdout)) expect((line && error) ?? source).toBeDefined();
    expect(stderr).toMatch(/^gradtutor: \d+ of \d+ lines could not be worked out[^\n]*\n$/u);
  });

  it('a line of 100 MB is one error, and needs no larger heap than a short one', async () => {
    const generate = String.raw`const piece = Buffer.alloc(1 << 20, 'a+');
      (async () => {
        const write = (data) => new Promise((done) => process.stdout.write(data, done));
        await write('a\n');
        for (let i = 0; i < 100; i++) await write(piece);
        await write('\nb\n');
      })();`;
    const { code, stdout } = await shell(
      `"$NODE" -e "$GENERATE" | "$NODE" --max-old-space-size=40 "$BIN" ${BATCH.join(' ')}`,
      { env: { GENERATE: generate } },
    );
    expect(summary(stdout)).toEqual(['a', '2 line-too-long', 'b']);
    expect(code).toBe(1);
  });

  it('an endless stream closed by head ends quietly', async () => {
    for (const jobs of ['', '--jobs 2']) {
      const { stdout, stderr } = await shell(
        `yes '3*(a+b*c)' | "$NODE" "$BIN" ${BATCH.join(' ')} ${jobs} | head -n 3; echo "\${PIPESTATUS[1]}"`,
      );
      const lines = stdout.trimEnd().split('\n');
      expect(lines).toHaveLength(4);
      expect(new Set(lines.slice(0, 3)).size).toBe(1);
      expect({ status: lines[3], stderr }).toEqual({ status: '0', stderr: '' });
    }
  });

  it('an endless stream into a pipe that nobody reads does not fill the memory', async () => {
    for (const jobs of ['1', '2']) {
      const { stdout } = await shell(
        `yes 'a*b' | ("$NODE" "$BIN" ${BATCH.join(' ')} --jobs ${jobs} & echo $! >&3; wait) 3>pid | (sleep 3; ps -o rss= -p "$(cat pid)")`,
        { cwd: temporaryFolder() },
      );
      expect(Number(stdout)).toBeGreaterThan(10_000);
      expect(Number(stdout)).toBeLessThan(400_000);
    }
  });

  it.each<[string, string]>([
    ['a folder as input', '< .'],
    ['an input that cannot be read', '0> written'],
  ])('%s is one error', async (_, redirection) => {
    const { code, stdout, stderr } = await shell(`"$NODE" "$BIN" ${BATCH.join(' ')} ${redirection}`, {
      cwd: temporaryFolder(),
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Error: [^\n]+\n$/u);
    expect(stderr).not.toContain('mistake in gradtutor');
  });
});

describe('output', () => {
  it('goes to a file, whose ending chooses the format', async () => {
    const folder = temporaryFolder();
    for (const name of ['results.ndjson', 'results.jsonl']) {
      const file = join(folder, name);
      const { code, stdout } = await gradtutor(['run', '-', '-o', file], { input: 'a\nb\n' });
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
      expect(summary(readFileSync(file, 'utf8'))).toEqual(['a', 'b']);
    }
  });

  it('to a file that cannot be made is one error', async () => {
    const folder = temporaryFolder();
    for (const file of [join(folder, 'nowhere/x.ndjson'), folder]) {
      const { code, stdout, stderr } = await batch('a\n', ['-o', file]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^Error: I cannot use the file [^\n]+\n$/u);
    }
  });

  it.skipIf(process.getuid?.() !== 0)('to a file that is not allowed is one error', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'x.ndjson');
    writeFileSync(file, 'kept');
    chmodSync(file, 0o444);
    const { code, stderr } = await batch('a\n', ['-o', file], {
      uid: 65_534,
      env: { HOME: undefined, XDG_CACHE_HOME: undefined },
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Error: I cannot use the file [^\n]+\n$/u);
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });

  it.runIf(process.platform === 'linux')('to a full disk is one error', async () => {
    const lines = text(expressions(3000));
    for (const args of ['-o /dev/full', '> /dev/full', '--jobs 2 > /dev/full']) {
      const { code, stdout, stderr } = await shell(`"$NODE" "$BIN" ${BATCH.join(' ')} ${args}`, {
        input: lines,
      });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^[^\n]*(disk is full|ENOSPC)[^\n]*\n$/u);
    }
  });
});
