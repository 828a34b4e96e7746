import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { gradtutor, root, temporaryFolder } from '../support/cli.ts';

const ONE = ['-e', '3*(a+b*c)'];
const HAND_INS = [
  'student,answers',
  'Kim,"dv=3,da=3,du=3,db=2,dc=9"',
  'Lee,"dv=2,da=dv,du=dv,db=dv*c,dc=dv*b,dz=1"',
  '=1+1,"dv=("',
  '-5,"dv=2.9,db=33.006"',
  'Park,"dv 3"',
  'Choi,',
  '',
].join('\n');

const schemaOf = (name: string): ValidateFunction =>
  new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(join(root, 'schema', name), 'utf8')) as object,
  );

/** Rows by their columns. */
function rowsOf(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

describe('the published schema', () => {
  const isLine = schemaOf('grade.json');
  const isSummary = schemaOf('summary.json');

  it.each([
    [[...ONE], HAND_INS],
    [[...ONE, '--wrt', 'a', '--credit', 'half', '--lang', 'ko'], HAND_INS],
    [
      [],
      '{"student":7,"expression":"abs(x)","at":{"x":0},"answers":"dx=0"}\n{"answers":"da=1"}\n{"expression":"3*(","answers":""}\n{\n{"expression":"sqrt(x)","at":"x=0","answers":"dx=1"}\n\u0000\n',
    ],
  ])('holds for every line and the summary of %j', async (args, input) => {
    const { stdout } = await gradtutor(['grade', '-', ...args], { input });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) {
      isLine(line);
      expect(isLine.errors ?? []).toEqual([]);
    }
    const summary = await gradtutor(['grade', '-', ...args, '--summary', '-f', 'json'], { input });
    isSummary(JSON.parse(summary.stdout));
    expect(isSummary.errors ?? []).toEqual([]);
  });

  it('holds for gradtutor check, and for a class of nobody', async () => {
    for (const answers of ['dv=3,da=3,du=3,db=2,dc=9', 'dv=2,du=dv,zz=1', '']) {
      const { stdout } = await gradtutor(['check', '3*(a+b*c)', '--answers', answers, '-f', 'json']);
      isLine(JSON.parse(stdout));
      expect(isLine.errors ?? []).toEqual([]);
    }
    const { stdout } = await gradtutor(['grade', '-', '--summary', '-f', 'json']);
    isSummary(JSON.parse(stdout));
    expect(isSummary.errors ?? []).toEqual([]);
  });

  it('fails where a key is missing or unknown', async () => {
    const { stdout } = await gradtutor(['check', '3*a', '--answers', 'da=3', '-f', 'json']);
    const { score: _, ...rest } = JSON.parse(stdout) as Record<string, unknown>;
    expect(isLine(rest)).toBe(false);
    expect(isLine({ ...(JSON.parse(stdout) as object), extra: 1 })).toBe(false);
  });
});

describe('a gradebook', () => {
  it('has a row for every line, with what the reports say', async () => {
    const { code, stdout } = await gradtutor(['grade', '-', ...ONE, '--format', 'csv'], { input: HAND_INS });
    expect(code).toBe(1);
    expect(stdout.split('\n')[0]).toBe(
      'student,line,problem,at,score,out_of,first_wrong,mistakes,close,missing,unreadable,error',
    );
    const rows = rowsOf(stdout);
    expect(rows.map(({ student, line, score }) => [student, line, score])).toEqual([
      ['Kim', '2', '4'],
      ['Lee', '3', '4'],
      ["'=1+1", '4', '0'],
      ['-5', '5', '0'],
      ['Park', '6', ''],
      ['Choi', '7', '0'],
    ]);
    expect(rows[0]).toMatchObject({
      problem: '3*(a+b*c)',
      at: 'a=5,b=3,c=2',
      out_of: '5',
      first_wrong: 'db',
      mistakes: 'db local-only',
      close: '',
      missing: '',
      unreadable: '',
      error: '',
    });
    // Every mark that is lost can be traced: to a missing answer, to one without a number, to one nearly right.
    expect(rows[2]).toMatchObject({ missing: 'da; du; db; dc', unreadable: 'dv' });
    expect(rows[3]).toMatchObject({ missing: 'da; du; dc', close: 'dv' });
    expect(rows[5]).toMatchObject({ first_wrong: '', missing: 'dv; da; du; db; dc' });
    expect(rows[4]).toMatchObject({
      problem: '',
      out_of: '',
      error: expect.stringMatching(/^bad-answer: ./u) as string,
    });
    const { stdout: reports } = await gradtutor(['grade', '-', ...ONE], { input: HAND_INS });
    const scores = reports
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { score?: { credit: number } }).score);
    expect(rows.map(({ score }) => score)).toEqual(scores.map((score) => String(score?.credit ?? '')));
  });

  it('takes a column of names for the students, unless the expression has a variable called name', async () => {
    const input = 'name,answers\nKim,da=3\n';
    const { stdout } = await gradtutor(['grade', '-', '-e', '3*a', '-f', 'csv'], { input });
    expect(rowsOf(stdout)).toMatchObject([{ student: 'Kim', score: '1' }]);
    const other = await gradtutor(['grade', '-', '-e', '3*name', '-f', 'csv'], { input: 'name\n3\n' });
    expect(rowsOf(other.stdout)).toMatchObject([{ student: '', score: '1' }]);
  });

  it('is chosen by the ending of the file, beside a summary too, and has a head for nobody', async () => {
    const file = join(temporaryFolder(), 'Class.CSV');
    for (const more of [[], ['--summary'], ['--summary', '--format', 'json']]) {
      const { stderr } = await gradtutor(['grade', '-', ...ONE, ...more, '-o', file], { input: HAND_INS });
      expect(stderr).toContain(`Wrote ${file}\n`);
      expect(rowsOf(readFileSync(file, 'utf8'))).toHaveLength(6);
    }
    const other = await gradtutor(['grade', '-', ...ONE, '-o', 'class.xlsx'], { input: HAND_INS });
    expect(other).toMatchObject({ code: 2, stdout: '' });
    expect(other.stderr).toContain('ndjson, csv');
    const { stdout } = await gradtutor(['grade', '-', '-f', 'csv']);
    expect(stdout).toBe(
      'student,line,problem,at,score,out_of,first_wrong,mistakes,close,missing,unreadable,error\n',
    );
  });

  it.each([
    [['--summary', '--format', 'csv'], /text or json.*-o gradebook\.csv/u],
    [['--format', 'text'], /ndjson or csv.*--summary/u],
  ])('is refused with %j', async (args, reason) => {
    const { code, stdout, stderr } = await gradtutor(['grade', '-', ...ONE, ...args], { input: HAND_INS });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(reason);
  });
});
