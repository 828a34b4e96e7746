import { describe, expect, test } from 'vitest';
import { type IncomingOptions, readHandIns } from '../../src/grading/hand-ins.ts';
import type { UnknownName } from '../../src/grading/problem.ts';
import { all, linesOf } from '../support/lines.ts';

const OPTIONS: IncomingOptions = { onUnused: () => undefined };

const read = (data: string | Uint8Array, options: Partial<IncomingOptions> = {}) =>
  all(readHandIns(linesOf(data), { ...OPTIONS, ...options }));

/** Codes of problems by line; nothing where a hand-in could be read. */
const codesIn = async (data: string | Uint8Array, options?: Partial<IncomingOptions>) =>
  (await read(data, options)).map(({ line, problem }) => [line, problem?.code]);

const LECTURE = {
  expression: '3*(a+b*c)',
  at: new Map(Object.entries({ a: '5', b: '3', c: '2' })),
  answers: [
    { name: 'dv', text: '3' },
    { name: 'da', text: '1/3' },
  ],
};

describe('lines of JSON', () => {
  test.each([
    '{"student":"Kim","expression":"3*(a+b*c)","at":"a=5,b=3,c=2","answers":"dv=3, da=1/3"}',
    '{"answers":{"dv":"3","da":"1/3"},"at":{"a":"5","b":"3","c":"2"},"expression":"3*(a+b*c)","student":"Kim"}',
    '{"student":"Kim","expression":"3*(a+b*c)","at":"a=5,b=3,c=2","answers":"dv=3,da=1/3","handed in":"monday"}',
    '\ufeff  {"student":"Kim","expression":"3*(a+b*c)","at":"a=5,b=3,c=2","answers":{"dv":3,"da":"1/3","du":null}}\r',
  ])('%s', async (line) => {
    expect(await read(`\n${line}\n`)).toEqual([{ line: 2, student: 'Kim', submission: LECTURE }]);
  });

  test('may leave out who it is from, the values and the expression', async () => {
    expect(await read('{"answers":""}', { expression: '3*(a+b*c)' })).toEqual([
      { line: 1, submission: { at: new Map(), answers: [] } },
    ]);
  });

  test('keep names that every object has', async () => {
    const [incoming] = await read('{"expression":"__proto__*2","answers":{"__proto__":2,"constructor":1}}');
    expect(incoming?.submission?.answers.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
  });

  test.each([
    ['{"student":', 'not-json'],
    ['[1, 2]', 'not-an-object'],
    ['null', 'not-an-object'],
    ['{"expression":"3*a"}', 'no-answers'],
    ['{"expression":"3*a","answer":"da=3"}', 'unknown-key'],
    ['{"expresion":"3*a","answers":"da=3"}', 'unknown-key'],
    ['{"expression":3,"answers":"da=3"}', 'bad-field'],
    ['{"expression":"3*a","answers":["da=3"]}', 'bad-field'],
    ['{"expression":"3*a","answers":{"da":[3]}}', 'bad-field'],
    ['{"expression":"3*a","at":[5],"answers":"da=3"}', 'bad-field'],
    ['{"expression":"3*a","at":{"a":null},"answers":"da=3"}', 'bad-field'],
    ['{"expression":"3*a","wrt":{"a":1},"answers":"da=3"}', 'bad-field'],
    ['{"student":{"id":1},"expression":"3*a","answers":"da=3"}', 'bad-field'],
    ['{"expression":"3*a","at":"a","answers":"da=3"}', 'bad-at'],
    ['{"expression":"3*a","answers":"3"}', 'bad-answer'],
  ])('that cannot be read cost no other: %s', async (line, code) => {
    const good = '{"expression":"3*a","answers":"da=3"}';
    expect(await codesIn(`${good}\n${line}\n${good}\n`)).toEqual([
      [1, undefined],
      [2, code],
      [3, undefined],
    ]);
  });

  test('say where they stop being JSON', async () => {
    const [incoming] = await read('{"student": "Kim", answers: 3}');
    expect(incoming?.problem).toMatchObject({
      code: 'not-json',
      position: { source: '{"student": "Kim", answers: 3}', index: 19 },
    });
  });

  test('say whose they are, where that can be read', async () => {
    const [incoming] = await read('{"student":7,"expression":"3*a","answers":"3"}');
    expect(incoming).toMatchObject({ line: 1, student: 7 });
  });

  test('that are no text cost no other', async () => {
    const good = Buffer.from('{"expression":"3*a","answers":"da=3"}\n');
    const bad = Buffer.from([0x7b, 0xc3, 0x28, 0x0a]);
    expect(await codesIn(Buffer.concat([good, bad, good]))).toEqual([
      [1, undefined],
      [2, 'not-utf8'],
      [3, undefined],
    ]);
  });
});

describe('a table', () => {
  test('has the answers in one column, in any order', async () => {
    const rows = 'Answers,expression,AT,student\n"dv=3,da=1/3",3*(a+b*c),"a=5,b=3,c=2",Kim\n';
    expect(await read(rows)).toEqual([{ line: 2, student: 'Kim', submission: LECTURE }]);
  });

  test('or a column for each dvar, whose empty fields are missing answers', async () => {
    const rows = 'student,expression,at,dv,da,du\nKim,3*(a+b*c),"a=5,b=3,c=2",3,1/3,\n';
    expect(await read(rows)).toEqual([{ line: 2, student: 'Kim', submission: LECTURE }]);
  });

  test('may have columns that are not used, and tells of them once', async () => {
    const told: (readonly UnknownName[])[] = [];
    const rows = 'student,Group,answers,dv\nKim,A,dv=3,9\nLee,B,dv=4,9\n';
    const read2 = await read(rows, { expression: '3*(a+b*c)', onUnused: (columns) => told.push(columns) });
    expect(read2.map(({ submission }) => submission?.answers)).toEqual([
      [{ name: 'dv', text: '3' }],
      [{ name: 'dv', text: '4' }],
    ]);
    expect(told).toEqual([[{ name: 'Group' }, { name: 'dv' }]]);
  });

  test.each(['dv,dJ/da,∂J/∂u,b', 'dv,da,du,b', 'v,a,u,b'])(
    'may have a column for each dvar by any of its names: %s',
    async (columns) => {
      const names = columns.split(',');
      const [one] = await read(`student,${columns}\nKim,1,2,3,4\n`, { expression: '3*(a+b*c)' });
      expect(new Set(one?.submission?.answers)).toEqual(
        new Set(names.map((name, i) => ({ name, text: String(i + 1) }))),
      );
      const rows = `expression,${columns}\n3*(a+b*c),1,2,3,4\n3*q,1,2,3,4\n`;
      const [own, other] = await read(rows);
      expect(own?.submission?.answers).toHaveLength(4);
      expect(other?.submission?.answers.map(({ name }) => name)).toEqual(
        names.filter((name) => /^[d∂]/u.test(name)),
      );
    },
  );

  test('may have columns of whatever name beside expressions, and tells in the end of those no row could use', async () => {
    const told: (readonly UnknownName[])[] = [];
    const rows = 'expression,b,Group\n3*a,2,x\n3*b,3,y\n';
    const incoming = await read(rows, { onUnused: (columns) => told.push(columns) });
    expect(incoming.map(({ submission }) => submission?.answers)).toEqual([[], [{ name: 'b', text: '3' }]]);
    expect(told).toEqual([[{ name: 'Group' }]]);
  });

  test('says which dvar a column in other case may be', async () => {
    const told: (readonly UnknownName[])[] = [];
    const options = {
      expression: '3*(a+b*c)',
      onUnused: (columns: readonly UnknownName[]) => told.push(columns),
    };
    await read('dv,Da,DJ/DU,B,J,Group\n1,2,3,4,33,x\n', options);
    expect(told).toEqual([
      [
        { name: 'Da', suggestion: 'da' },
        { name: 'DJ/DU', suggestion: 'dJ/du' },
        { name: 'B', suggestion: 'b' },
        { name: 'J' },
        { name: 'Group' },
      ],
    ]);
    await expect(read('student,DV\nKim,3\n', options)).rejects.toMatchObject({
      code: 'csv-no-answers',
      args: { name: 'DV', suggestion: 'dv' },
    });
  });

  test('may have rows with nothing in them, which are passed over', async () => {
    const incoming = await read(',,\nexpression,da,\n,,\n3*a,3,\n , ,\n');
    expect(incoming.map(({ line }) => line)).toEqual([4]);
  });

  test('is told by its ending, or by a first line that is no object', async () => {
    expect((await read('expression,da\n3*a,3\n'))[0]?.submission?.expression).toBe('3*a');
    expect(await codesIn('expression,da\n', { format: 'ndjson' })).toEqual([[1, 'not-json']]);
  });

  test.each([
    ['student,dv', 'csv-no-expression'],
    ['student,expression', 'csv-no-answers'],
    ['expression,dv,dv', 'csv-column-twice'],
    ['expresion,dv', 'unknown-key'],
    ['student,"expression', 'csv-quote'],
  ])('is refused as a whole where its first row cannot be used: %s', async (header, code) => {
    await expect(read(`${header}\nKim,3*a,3\n`)).rejects.toMatchObject({ code });
  });

  test('has rows that cost no other', async () => {
    const rows =
      'student,expression,at,dv\nKim,3*a,,3\nLee,3*a,b=,c=\nPark,3*a\nOh,3*a,,3,,\n"Jo,3*a,,3\nHa,3*a,x,3\n';
    const incoming = await read(rows);
    expect(incoming.map(({ line, student, problem }) => [line, student, problem?.code])).toEqual([
      [2, 'Kim', undefined],
      [3, 'Lee', 'bad-at'],
      [4, 'Park', 'csv-columns'],
      [5, 'Oh', undefined],
      [6, undefined, 'csv-quote'],
      [7, 'Ha', 'bad-at'],
    ]);
  });
});
