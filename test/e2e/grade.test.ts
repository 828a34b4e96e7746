import { chmodSync, existsSync, linkSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gradtutor, outputOf, shell, temporaryFolder } from '../support/cli.ts';

interface Line {
  readonly student?: string;
  readonly line: number;
  readonly score?: { readonly credit: number; readonly total: number };
  readonly firstWrong?: string;
  readonly error?: { readonly code: string; readonly message: string; readonly position?: number };
}

const linesIn = (text: string): Line[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

const handIn = (student: string, answers: string) =>
  JSON.stringify({ student, expression: '3*(a+b*c)', at: { a: 5, b: 7, c: 2 }, answers });

const NDJSON = [
  handIn('Kim', 'dv=3,da=3,du=3,db=6,dc=21'),
  handIn('Lee', 'dv=3,da=3,du=3,db=2,dc=21'),
  '{"student": "Park", "expression": "3*(a+", "answers": "da=3"}',
  handIn('Choi', 'dv=3,da=3,du=2,db=4,dc=14'),
  'and this',
  handIn('Jung', 'db=7'),
  '',
].join('\n');

const TABLE = `student,dv,da,du,db,dc
Kim,3,3,3,6,21
Lee,3,3,3,2,21
Choi,3,3,2,du*c,14
Jung,,,,7,
`;
const ONE = ['-e', '3*(a+b*c)', '-a', 'a=5,b=7,c=2'];

const fileWith = (name: string, text: string | Uint8Array): string => {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
};

/** What is said of a command line that must be refused: one error, and nothing on stdout. */
async function refusalOf(args: readonly string[], input: string): Promise<string> {
  const { code, stdout, stderr } = await gradtutor(['grade', ...args], { input });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^Error: [^\n]+\n$/u);
  return stderr;
}

/** What each student got. */
const marks = (lines: readonly Line[]) =>
  lines.flatMap(({ student, score }) => (score ? [[student, score]] : []));

/** Lines with the code of their error, if they have one. */
const codes = (stdout: string) => linesIn(stdout).map(({ line, error }) => [line, error?.code]);

describe('gradtutor grade', () => {
  it('gives a report a line, an error for a line that cannot be graded, and a count of those', async () => {
    const { code, stdout, stderr } = await gradtutor(['grade', fileWith('class.ndjson', NDJSON)]);
    expect(code).toBe(1);
    expect(stderr).toBe('gradtutor: 2 of 6 lines could not be graded.\n');
    const lines = linesIn(stdout);
    expect(
      lines.map(({ line, student, score, error }) => [line, student, score?.credit ?? error?.code]),
    ).toEqual([
      [1, 'Kim', 5],
      [2, 'Lee', 4],
      [3, 'Park', 'syntax-end'],
      [4, 'Choi', 4],
      [5, undefined, 'not-json'],
      [6, 'Jung', 0],
    ]);
    expect(lines[2]?.error).toMatchObject({ message: expect.any(String), position: 5 });
    expect(lines[3]).toMatchObject({ firstWrong: 'du' });
  });

  it('ends with 0 where every line could be graded, whatever was wrong in them', async () => {
    const stdout = await outputOf(['grade', '-'], { input: handIn('Lee', 'db=2') });
    expect(linesIn(stdout)).toMatchObject([{ student: 'Lee', score: { credit: 0, total: 5 } }]);
  });

  it('reads tables as well, with one expression for all, and gives the same marks', async () => {
    const table = linesIn(await outputOf(['grade', fileWith('class.csv', TABLE), ...ONE]));
    const json = linesIn((await gradtutor(['grade', '-'], { input: NDJSON })).stdout);
    expect(marks(table)).toEqual(marks(json));
    const windows = TABLE.replaceAll(',', ';').replaceAll('\n', '\r\n');
    expect(linesIn(await outputOf(['grade', '-', ...ONE], { input: `\ufeff${windows}` }))).toEqual(table);
  });

  it('sums up the class, as a table or as JSON, and writes the reports to a file', async () => {
    const file = fileWith('class.csv', TABLE);
    const reports = join(temporaryFolder(), 'reports.ndjson');
    const summary = await gradtutor(['grade', file, ...ONE, '--summary', '-o', reports]);
    expect(summary).toMatchObject({ code: 0, stderr: `Wrote ${reports}\n` });
    expect(summary.stdout).toContain('4 hand-ins, 1 with everything right, mean credit 65 % (follow)');
    expect(summary.stdout).toMatch(/^ {2}db {5}1 {7}1 {9}0 {7}2 {7}0 {9}2$/mu);
    expect(summary.stdout).toContain('db: the local derivative without what comes from the right (1 time)');
    expect(readFileSync(reports, 'utf8')).toBe(await outputOf(['grade', file, ...ONE]));
    const json = await outputOf(['grade', file, ...ONE, '--summary', '--format', 'json']);
    expect(JSON.parse(json)).toMatchObject({
      handIns: 4,
      allRight: 1,
      mistakes: [
        { id: 'local-only', alone: 1 },
        { id: 'own-value', alone: 1 },
      ],
    });
    expect(await outputOf(['grade', file, ...ONE, '--summary', '--lang', 'ko'])).toContain('우리 반\n');
  });

  it('grades each line as soon as it has come', async () => {
    const line = handIn('Kim', 'dv=3');
    // No more is written before the first report has been read.
    const script = `mkfifo "$READ"; (echo '${line}'; read -r _ <"$READ"; echo '${line}') |
      "$NODE" "$BIN" grade - | (read -r first; echo >"$READ"; printf '%s\\n' "$first"; cat)`;
    const { stdout } = await shell(script, { env: { READ: join(temporaryFolder(), 'read') } });
    expect(linesIn(stdout)).toMatchObject([{ line: 1, student: 'Kim' }, { line: 2 }]);
  });

  it.each([
    [['-e', '3*(a+'], '3*(a+\n       ^\n'],
    [['-e', '3*a', '-a', 'a=1,b=zz'], ''],
    [['-a', 'a=)'], ')\n  ^\n'],
    [['-e', '3*a', '-w', 'q'], ''],
    [['-e', 'a=5;3*a', '-a', 'a=6'], ''],
  ])('refuses what is wrong on the command line before it reads a line: %j', async (args, place) => {
    const reports = join(temporaryFolder(), 'reports.ndjson');
    for (const more of [[], ['--summary'], ['-o', reports]]) {
      const { code, stdout, stderr } = await gradtutor(['grade', '-', ...args, ...more], { input: NDJSON });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^Error: [^\n]+\n(?: {2}[^\n]+\n *\^\n)?$/u);
      expect(stderr.endsWith(place)).toBe(true);
      expect(existsSync(reports)).toBe(false);
    }
  });

  it('takes values and constants for all that only a line completes', async () => {
    const line = JSON.stringify({ at: { e: 3, b: 1 }, answers: { de: 2 } });
    const args = ['grade', '-', '-e', 'a*e+b', '-a', 'a=2', '-w', 'e'];
    expect(linesIn(await outputOf(args, { input: line }))).toMatchObject([{ score: { credit: 1 } }]);
  });

  it('sums up why lines could not be graded', async () => {
    const input = `${NDJSON}and that\n`;
    const { code, stdout } = await gradtutor(['grade', '-', '--summary', '--width', '200'], { input });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^Not graded:\n {2}not-json, 2 lines, the first is line 5: This line is not JSON\.$/mu,
    );
    expect(stdout).toMatch(/^ {2}syntax-end, line 3: \S/mu);
    const json = await gradtutor(['grade', '-', '--summary', '-f', 'json'], { input });
    expect(JSON.parse(json.stdout)).toMatchObject({
      refused: 3,
      refusals: [
        { code: 'not-json', lines: 2, first: { line: 5 } },
        { code: 'syntax-end', lines: 1, first: { line: 3 } },
      ],
    });
  });

  it('refuses a table that it cannot use, and --format without --summary', async () => {
    expect(await refusalOf(['-'], TABLE)).toContain('no column expression');
    expect(await refusalOf(['-', ...ONE], 'student,email\nKim,k\n')).toContain('no column answers');
    expect(await refusalOf(['-', '-f', 'json'], NDJSON)).toContain('--summary');
    expect(await refusalOf(['-', '--credit', 'generous'], NDJSON)).toContain('strict, follow, half');
    expect(await refusalOf(['-', '-a', 'a'], NDJSON)).toContain('name=number');
  });
});

describe('an output that is the input', () => {
  const refusal = /^Error: [^\n]* is what I read from[^\n]*\n$/u;

  it.each([[[]], [['--summary']]])('is refused by whatever name, and left as it is: %j', async (more) => {
    const file = fileWith('class.csv', TABLE);
    const [symbolic, hard] = [`${file}.symbolic.csv`, `${file}.hard.csv`];
    symlinkSync(file, symbolic);
    linkSync(file, hard);
    for (const name of [file, symbolic, hard]) {
      expect(await refusalOf([file, ...ONE, ...more, '-o', name], '')).toMatch(refusal);
      expect(await refusalOf([name, ...ONE, ...more, '-o', file], '')).toMatch(refusal);
    }
    const redirected = `"$NODE" "$BIN" grade - ${more.join(' ')} -e 3*a -o "$FILE" <"$FILE"`;
    const { code, stdout, stderr } = await shell(redirected, { env: { FILE: file } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(refusal);
    expect(readFileSync(file, 'utf8')).toBe(TABLE);
  });

  it('is refused in Korean too', async () => {
    const file = fileWith('class.csv', TABLE);
    const { code, stderr } = await gradtutor(['grade', file, ...ONE, '-o', file, '--lang', 'ko']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^오류: [^\n]*지금 읽고 있는 파일이에요[^\n]*\n$/u);
  });

  it('may be a device, and an older output may be replaced', async () => {
    const { code } = await shell('"$NODE" "$BIN" grade - -o /dev/null </dev/null');
    expect(code).toBe(0);
    const old = fileWith('reports.ndjson', 'old');
    await gradtutor(['grade', fileWith('class.csv', TABLE), ...ONE, '-o', old]);
    expect(linesIn(readFileSync(old, 'utf8'))).toHaveLength(4);
  });
});

describe('hostile hand-ins', () => {
  const GOOD = handIn('Kim', 'dv=3');

  it('that are no text, or not in UTF-8, cost their own lines', async () => {
    const binary = Buffer.from(
      Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256).filter((byte) => byte !== 10),
    );
    const input = Buffer.concat([Buffer.from(`${GOOD}\n`), binary, Buffer.from(`\n\r\n${GOOD}\r\n`)]);
    const { code, stdout } = await gradtutor(['grade', '-'], { input });
    expect(code).toBe(1);
    expect(codes(stdout)).toEqual([
      [1, undefined],
      [2, 'not-utf8'],
      [4, undefined],
    ]);
  });

  it('in a line of 100 MB cost that line, and little memory', async () => {
    const script = `(echo '${GOOD}'; head -c 100000000 /dev/zero | tr '\\0' x; echo; echo '${GOOD}') |
      NODE_OPTIONS=--max-old-space-size=120 "$NODE" "$BIN" grade -`;
    const { code, stdout } = await shell(script);
    expect(code).toBe(1);
    expect(codes(stdout)).toEqual([
      [1, undefined],
      [2, 'line-too-long'],
      [3, undefined],
    ]);
  });

  it('of many expressions need no more memory than a few', async () => {
    const make = `const n = 3000; let text = '';
      for (let i = 0; i < n; i++) text += JSON.stringify({expression: i + 1 + '*a*b+c', at: {a: i, b: 2, c: 3}, answers: {da: 1}}) + '\\n';
      process.stdout.write(text);`;
    const script = `"$NODE" -e "$MAKE" | NODE_OPTIONS=--max-old-space-size=48 "$NODE" "$BIN" grade - --summary -f json`;
    const { stdout, stderr } = await shell(script, { env: { MAKE: make } });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ handIns: 3000, unlisted: 2000 });
  });

  it('of which the reader has seen enough end quietly', async () => {
    const script = `(for i in {1..3000}; do echo '${GOOD}'; done) | "$NODE" "$BIN" grade - | head -1; echo "\${PIPESTATUS[1]}"`;
    const { stdout, stderr } = await shell(script);
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0');
  });

  it.runIf(process.platform === 'linux')('on a full disk are an error, and not a success', async () => {
    for (const where of ['>/dev/full', '-o /dev/full', '--summary >/dev/full']) {
      const { code, stderr } = await shell(`echo '${GOOD}' | "$NODE" "$BIN" grade - ${where}`);
      expect(code).toBe(2);
      expect(stderr).toMatch(/ENOSPC|the disk is full/u);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
  });

  it('in a file that is missing or a folder are one clear error', async () => {
    const folder = temporaryFolder();
    for (const [file, reason] of [
      [join(folder, 'none.csv'), 'there is no such file or folder. Look at how its path is spelled.'],
      [folder, 'it is a folder, and a file is needed.'],
    ] as const) {
      const { code, stdout, stderr } = await gradtutor(['grade', file]);
      expect({ code, stdout, stderr }).toEqual({
        code: 2,
        stdout: '',
        stderr: `Error: I cannot use the file ${file}: ${reason}\n`,
      });
    }
    const { code, stderr } = await gradtutor(['grade', '-', '-o', join(folder, 'none', 'out')], {
      input: GOOD,
    });
    expect({ code, lines: stderr.split('\n').length }).toEqual({ code: 2, lines: 2 });
  });

  it.skipIf(process.getuid?.() !== 0)('in a file that may not be read are one clear error', async () => {
    const file = fileWith('secret.csv', TABLE);
    chmodSync(dirname(file), 0o755);
    chmodSync(file, 0o600);
    const { code, stdout, stderr } = await gradtutor(['grade', file], { uid: 65_534 });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      `Error: I cannot use the file ${file}: that is not allowed. Change its permissions, or name another.\n`,
    );
  });

  it('that are empty, or come from nowhere, are none, and that is said', async () => {
    for (const source of ['- </dev/null', '- <&-', '- -e 3*a <<<student,da', "- -e 3*a <<<$'student,da\\n,'"])
      expect(await shell(`"$NODE" "$BIN" grade ${source}`)).toMatchObject({
        code: 0,
        stdout: '',
        stderr: 'gradtutor: There are no hand-ins here.\n',
      });
  });

  it('with too few fields are not told of quotation marks', async () => {
    const { stdout } = await gradtutor(['grade', '-', ...ONE], {
      input: 'student,da,db\nKim,3\nLee,1,2,3\n',
    });
    const [few, many] = linesIn(stdout).map(({ error }) => error?.message);
    expect(few).toMatch(/There are 2 fields here, and the header has 3\. Leave a field empty/u);
    expect(many).toContain('quotation marks');
  });
});
