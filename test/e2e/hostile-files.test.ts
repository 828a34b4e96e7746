import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gradtutor, type Options, type Result, shell, temporaryFolder } from '../support/cli.ts';

const LECTURE = '3*(a+b*c)';
const NOT_TEXT = new Uint8Array([0x61, 0x0a, 0x78, 0xff, 0xfe, 0x2b, 0x31, 0x0a]);
const isRoot = process.getuid?.() === 0;
/** Permissions mean nothing to root. */
const asSomebody = isRoot ? { uid: 65_534 } : {};
const hasFull = process.platform === 'linux';

/** Commands that read a text as a whole, by how they are given it; `FILE` stands for a file. */
const TEXT_FROM_STDIN: readonly (readonly string[])[] = [
  ['run', '-', '--quiet'],
  ['graph', '-'],
  ['check', '-', '--answers', 'da=3,db=6,dc=9', '--wrt', 'a,b,c'],
  ['quiz', '-', '--answers', '3'],
  ['progress', 'import', '-'],
];
const TEXT_FROM_FILE: readonly (readonly string[])[] = [
  ['quiz', LECTURE, '--answers-file', 'FILE'],
  ['learn', '1', '--answers-file', 'FILE'],
  ['progress', 'import', 'FILE'],
];
/** Commands that answer a line with a line. */
const LINES_FROM_STDIN: readonly (readonly string[])[] = [
  ['run', '-', '--format', 'ndjson'],
  ['run', '-', '--format', 'ndjson', '--jobs', '2'],
  ['grade', '-', '--input', 'ndjson'],
];
const FROM_FOLDER: readonly (readonly string[])[] = [
  ['learn', '--from', 'FILE'],
  ['lessons', 'check', 'FILE'],
  ['review', '--from', 'FILE'],
  ['progress', '--from', 'FILE'],
];
/** Commands that write a file. */
const TO_FILE: readonly (readonly string[])[] = [
  ['run', LECTURE, '--format', 'svg', '-o', 'FILE'],
  ['graph', LECTURE, '--format', 'json', '-o', 'FILE'],
  ['run', LECTURE, '--format', 'ndjson', '-o', 'FILE'],
  ['generate', '--seed', '1', '--format', 'qti', '-o', 'FILE'],
  ['grade', '/dev/null', '-o', 'FILE'],
  ['quiz', LECTURE, '--answers', '3', '--transcript', 'FILE'],
  ['progress', 'export', 'FILE'],
];
/** Every command that has something to say, and reads nothing. */
const TO_STDOUT: readonly (readonly string[])[] = [
  ['run', LECTURE],
  ['run', LECTURE, '--format', 'ndjson'],
  ['graph', LECTURE],
  ['check', LECTURE, '--answers', 'da=3'],
  ['grade', '/dev/null', '--summary'],
  ['generate', '--seed', '1'],
  ['quiz', LECTURE, '--answers', '3'],
  ['learn', 'list'],
  ['learn', '1', '--answers', '3'],
  ['lessons', 'check'],
  ['review'],
  ['progress'],
  ['progress', 'export'],
  ['ops'],
  ['explain', 'sigmoid'],
  ['config'],
  ['completion', 'bash'],
  ['man'],
];

const withFile = (args: readonly string[], file: string) => args.map((arg) => (arg === 'FILE' ? file : arg));
const named = (cases: readonly (readonly string[])[]) => cases.map((args) => [args.join(' '), args] as const);

/** What is said by a command that is refused: one error, in words of its own, and nothing on stdout. */
function refusalOf({ code, stdout, stderr }: Result): string {
  expect(stderr).toMatch(/^Error: [^\n]+\n$/u);
  expect(stderr).not.toMatch(/\bE[A-Z]{3,}\b|mistake in gradtutor|\n\s+at /u);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
}

/** A line that can be answered, for each command that answers lines. */
const goodLine = ([command]: readonly string[]) =>
  command === 'grade' ? '{"expression":"3*a","answers":"da=3"}' : '3*a';

describe('bytes that are no text', () => {
  it.each(named(TEXT_FROM_STDIN))('are one error: %s', async (_, args) => {
    expect(refusalOf(await gradtutor(args, { input: NOT_TEXT }))).toMatch(
      /standard input: .*UTF-8 \(line 2\)\. Save/u,
    );
  });

  it.each(named(TEXT_FROM_FILE))('in a file are one error: %s', async (_, args) => {
    const file = join(temporaryFolder(), 'answers');
    writeFileSync(file, NOT_TEXT);
    expect(refusalOf(await gradtutor(withFile(args, file)))).toMatch(/answers: .*UTF-8 \(line 2\)\. Save/u);
  });

  it.each(named(LINES_FROM_STDIN))('cost their own line only: %s', async (_, args) => {
    const good = `${goodLine(args)}\n`;
    const input = Buffer.concat([Buffer.from(good), NOT_TEXT.subarray(2), Buffer.from(good)]);
    const { code, stdout, stderr } = await gradtutor(args, { input });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { error?: { code: string } });
    expect(lines.map(({ error }) => error?.code)).toEqual([undefined, 'not-utf8', undefined]);
    expect(stderr).toMatch(/^gradtutor: 1 of 3 lines could not be [^\n]+\n$/u);
    expect(code).toBe(1);
  });

  it('on their way to a quiz are one error', async () => {
    const { code, stderr } = await gradtutor(['quiz', LECTURE], { input: NOT_TEXT });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'Error: I cannot use standard input: it is not text in UTF-8 (line 2). Save it as UTF-8.\n',
    });
  });

  it('in a lesson are one error', async () => {
    const course = temporaryFolder();
    mkdirSync(join(course, '01-own'));
    writeFileSync(join(course, '01-own', 'lesson.yaml'), NOT_TEXT);
    expect(refusalOf(await gradtutor(['lessons', 'check', course]))).toMatch(
      /lesson\.yaml: .*UTF-8 \(line 2\)/u,
    );
  });
});

/** As an editor on Windows saves it. */
const asWindows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;

describe('CRLF and a byte order mark', () => {
  const SAME: readonly [args: readonly string[], text: string][] = [
    ...TEXT_FROM_STDIN.slice(0, 4).map((args): [readonly string[], string] => [
      args,
      'u = b*c\nv = a+u\n3*v\n',
    ]),
    ...LINES_FROM_STDIN.map((args): [readonly string[], string] => [args, `${goodLine(args)}\n`.repeat(3)]),
    [['quiz', LECTURE], '3\n3\n3\n6\n9\n'],
    [['learn', '1'], '6\n3\n'],
  ];

  it.each(SAME)('are no part of what is read: %j', async (args, text) => {
    const { stderr, stdout, code } = await gradtutor(args, { input: text });
    const other = await gradtutor(args, { input: asWindows(text) });
    expect(stdout).not.toBe('');
    // JSON gives the source as it was written.
    const unmarked = other.stdout.replaceAll(/\uFEFF|\\r/gu, '');
    expect({ stdout: unmarked, stderr: other.stderr, code: other.code }).toEqual({ stdout, stderr, code });
  });

  it('may come back from a spreadsheet or an editor', async () => {
    const folder = temporaryFolder();
    const env = { XDG_DATA_HOME: temporaryFolder(), XDG_CONFIG_HOME: temporaryFolder() };
    const { stdout: exported } = await gradtutor(['progress', 'export'], { env });
    const files = {
      'progress.json': exported,
      answers: '3\n3\n3\n6\n9\n',
      'class.csv': 'student,answers\nKim,da=3\n',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), asWindows(text));
    const inFolder: Options = { env, cwd: folder };
    expect(await gradtutor(['progress', 'import', 'progress.json'], inFolder)).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(await gradtutor(['quiz', LECTURE, '--answers-file', 'answers'], inFolder)).toMatchObject({
      code: 0,
    });
    const graded = await gradtutor(['grade', 'class.csv', '-e', '3*a'], inFolder);
    expect(graded).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(graded.stdout)).toMatchObject({ student: 'Kim', score: { credit: 1 } });
    mkdirSync(join(env.XDG_CONFIG_HOME, 'gradtutor'));
    writeFileSync(join(env.XDG_CONFIG_HOME, 'gradtutor/config.json'), asWindows('{\n"lang": "ko"\n}\n'));
    expect(await gradtutor(['run', LECTURE, '-q', '--at', 'x'], inFolder)).toMatchObject({
      stderr: expect.stringMatching(/^오류: /u) as string,
    });
  });
});

describe('input without an end', () => {
  it.each(named(TEXT_FROM_STDIN))('is one error where it is needed as a whole: %s', async (_, args) => {
    const result = await shell(`yes a | "$NODE" "$BIN" ${args.map((arg) => `'${arg}'`).join(' ')}`);
    expect(refusalOf(result)).toMatch(/standard input: it has more than 16 MiB\. Take/u);
  });

  it.skipIf(!hasFull).each(named(TEXT_FROM_FILE))('in a file is one error: %s', async (_, args) => {
    expect(refusalOf(await gradtutor(withFile(args, '/dev/zero')))).toMatch(
      /\/dev\/zero: it has more than 16 MiB/u,
    );
  });

  it.each(named(LINES_FROM_STDIN))('is answered until the reader has enough: %s', async (_, args) => {
    const call = args.map((arg) => `'${arg}'`).join(' ');
    const script = `yes '${goodLine(args)}' | "$NODE" "$BIN" ${call} | head -3; echo "\${PIPESTATUS[1]}"`;
    const { stdout, stderr } = await shell(script);
    const [code, ...lines] = stdout.trimEnd().split('\n').toReversed();
    expect({ code, stderr }).toEqual({ code: '0', stderr: '' });
    expect(lines).toHaveLength(3);
  });

  it.each(named(LINES_FROM_STDIN))('a line of 100 MB costs itself only: %s', async (_, args) => {
    const good = goodLine(args);
    const script = `(echo '${good}'; head -c 100000000 /dev/zero | tr '\\0' a; echo; echo '${good}') | "$NODE" --max-old-space-size=64 "$BIN" ${args.map((arg) => `'${arg}'`).join(' ')}`;
    const { code, stdout, stderr } = await shell(script);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { error?: { code: string } });
    expect(lines.map(({ error }) => error?.code)).toEqual([undefined, 'line-too-long', undefined]);
    expect(stderr).toMatch(/^gradtutor: 1 of 3 lines could not be [^\n]+\n$/u);
    expect(code).toBe(1);
  });

  it.each([
    ['quiz', LECTURE],
    ['learn', '1'],
  ])('gives as many answers as are asked for: %s', async (...args) => {
    const { code, stdout, stderr } = await shell(
      `yes 3 | "$NODE" "$BIN" ${args.map((arg) => `'${arg}'`).join(' ')}`,
    );
    expect(code).toBe(1);
    expect(stdout).toContain('= 3\n');
    expect(stderr).toBe(args[0] === 'quiz' ? 'Note: More than 1000 answers left over.\n' : '');
  });
});

describe('a file that cannot be read', () => {
  it.each(named([...TEXT_FROM_FILE, ...FROM_FOLDER, ['grade', 'FILE']]))(
    'is not there: %s',
    async (_, args) => {
      const result = await gradtutor(withFile(args, '/nowhere/it'));
      expect(refusalOf(result)).toMatch(/the file \/nowhere\/it: there is no such file or folder\. Look/u);
    },
  );

  it.each(named([...TEXT_FROM_FILE, ['grade', 'FILE']]))('is a folder: %s', async (_, args) => {
    expect(refusalOf(await gradtutor(withFile(args, temporaryFolder())))).toMatch(
      /it is a folder, and a file is needed/u,
    );
  });

  it.each(named(FROM_FOLDER))('is a file where a folder is meant: %s', async (_, args) => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(refusalOf(await gradtutor(withFile(args, file)))).toMatch(
      /file: a part of its path is a file, not a folder/u,
    );
  });

  it.each(named([...TEXT_FROM_STDIN, ...LINES_FROM_STDIN, ['quiz', LECTURE], ['learn', '1']]))(
    'is a folder on standard input: %s',
    async (_, args) => {
      const result = await shell(`"$NODE" "$BIN" ${args.map((arg) => `'${arg}'`).join(' ')} </`);
      expect(refusalOf(result)).toMatch(/standard input: it is a folder, and a file is needed/u);
    },
  );

  it.each(named([...TEXT_FROM_FILE, ...FROM_FOLDER, ['grade', 'FILE']]))(
    'is not allowed: %s',
    async (_, args) => {
      const folder = temporaryFolder();
      chmodSync(folder, 0o755);
      const closed = join(folder, 'closed');
      mkdirSync(closed, { mode: 0o700 });
      if (!isRoot) chmodSync(closed, 0);
      const XDG_DATA_HOME = temporaryFolder();
      chmodSync(XDG_DATA_HOME, 0o777);
      const env = { HOME: '/nonexistent', XDG_DATA_HOME, XDG_CACHE_HOME: undefined };
      const result = await gradtutor(withFile(args, join(closed, 'it')), { ...asSomebody, env, cwd: '/' });
      if (!isRoot) chmodSync(closed, 0o700);
      expect(refusalOf(result)).toMatch(/closed\/it: that is not allowed\. Change/u);
    },
  );
});

describe('a file that cannot be written', () => {
  it.each(named(TO_FILE))('is a folder: %s', async (_, args) => {
    const { code, stderr } = await gradtutor(withFile(args, temporaryFolder()));
    expect(stderr).toMatch(
      /^Error: [^\n]+: it is a folder, and a file is needed there\.\n$|^Error: [^\n]+it is a folder, and a file is needed\.\n$/u,
    );
    expect(code).toBe(2);
  });

  it.skipIf(!hasFull).each(named(TO_FILE.filter(([command]) => command !== 'grade')))(
    'is on a full disk: %s',
    async (_, args) => {
      const { code, stderr } = await gradtutor(withFile(args, '/dev/full'));
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr:
          'Error: I cannot use the file /dev/full: the disk is full. Make room, or write to another place.\n',
      });
    },
  );

  it('leaves the settings as they were', async () => {
    const XDG_CONFIG_HOME = temporaryFolder();
    const folder = join(XDG_CONFIG_HOME, 'gradtutor');
    mkdirSync(join(folder, 'config.json'), { recursive: true });
    for (const args of [
      ['set', 'lang', 'ko'],
      ['unset', 'lang'],
    ]) {
      const { code, stdout, stderr } = await gradtutor(['config', ...args], { env: { XDG_CONFIG_HOME } });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.split('\n').at(-2)).toMatch(
        /^Error: .*config\.json: it is a folder, and a file is needed/u,
      );
    }
    expect(readdirSync(folder)).toEqual(['config.json']);
  });

  it('is no reason to call progress empty', async () => {
    const XDG_DATA_HOME = temporaryFolder();
    mkdirSync(join(XDG_DATA_HOME, 'gradtutor/progress.json'), { recursive: true });
    expect(refusalOf(await gradtutor(['progress', 'export'], { env: { XDG_DATA_HOME } }))).toMatch(
      /progress\.json: it is a folder/u,
    );
  });

  it('is where a lesson should be begun', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    const env = { HOME: '/nonexistent', XDG_DATA_HOME: undefined, XDG_CACHE_HOME: undefined };
    expect(
      refusalOf(await gradtutor(['lessons', 'new', 'chain-rule'], { ...asSomebody, env, cwd: folder })),
    ).toMatch(/01-chain-rule: that is not allowed\. Change/u);
    chmodSync(folder, 0o755);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe.skipIf(!hasFull)('a full disk behind stdout', () => {
  it.each(named(TO_STDOUT))('is one error: %s', async (_, args) => {
    const { code, stderr } = await shell(
      `"$NODE" "$BIN" ${args.map((arg) => `'${arg}'`).join(' ')} >/dev/full`,
    );
    expect({ code, stderr: stderr.split('\n').filter((line) => !line.startsWith('Note: ')) }).toEqual({
      code: 2,
      stderr: [
        'Error: I cannot write to standard output: the disk is full. Make room, or write to another place.',
        '',
      ],
    });
  });
});

describe('a reader that has seen enough', () => {
  it.each([['ops'], ['man'], ['completion zsh'], ['generate --seed 1 --count 200 -f json']])(
    'is no error: %s',
    async (call) => {
      const { stdout, stderr } = await shell(
        `"$NODE" "$BIN" ${call} | head -c 20 >/dev/null; echo "\${PIPESTATUS[0]}"`,
      );
      expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' });
    },
  );
});

describe('an input that stays open', () => {
  const HEADER = 'answers\n';
  it.skipIf(!hasFull).each([
    ['run - --format ndjson -o /dev/full', '3*a\n'],
    ['run - --format ndjson --jobs 2 -o /dev/full', '3*a\n'],
    ['grade - -e "3*a" -o /dev/full', `${HEADER}da=3\n`],
    ['run - --format ndjson >/dev/full', '3*a\n'],
    ['grade - -e "3*a" >/dev/full', `${HEADER}da=3\n`],
    ['grade - -e "3*a"', 'foo,bar\n'],
    ['grade <(printf "foo,bar\\n"; read -r <"$GATE") -e "3*a"', ''],
  ])('is let go of after an error: %s', async (call, input) => {
    const folder = temporaryFolder();
    const gate = join(folder, 'gate');
    // Whoever writes the input waits until the program has ended, so one that waited for it would never end.
    const script = `mkfifo "$GATE"; (printf '${input.replaceAll('\n', '\\n')}'; read -r <"$GATE") | ("$NODE" "$BIN" ${call}; echo "$?" >"$CODE"; echo >"$GATE")`;
    const code = join(folder, 'code');
    const { stderr } = await shell(script, { env: { GATE: gate, CODE: code } });
    expect(readFileSync(code, 'utf8')).toBe('2\n');
    expect(stderr).toMatch(/^Error: [^\n]+\n$/u);
  });
});
