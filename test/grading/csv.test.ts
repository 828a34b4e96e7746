import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ahead } from '../../src/grading/ahead.ts';
import { readRows } from '../../src/grading/csv.ts';
import { all, linesOf } from '../support/lines.ts';

/** Rows by line number; a problem by its code. */
const rowsOf = async (text: string) =>
  (await all(readRows(new Ahead(linesOf(text))))).map(({ number, fields, problem }) => [
    number,
    problem ? problem.code : fields,
  ]);

describe('rows', () => {
  test('have their fields, and the number of the line they begin in', async () => {
    expect(await rowsOf('a,b\n1,"2,3"\n\n"x ""y""",\n')).toEqual([
      [1, ['a', 'b']],
      [2, ['1', '2,3']],
      [4, ['x "y"', '']],
    ]);
  });

  test.each([
    [';', 'a;b\n1;2,3\n'],
    ['\t', 'a\tb\n1\t2,3\n'],
  ])('are divided as the first one is: %j', async (_, text) => {
    expect(await rowsOf(text)).toEqual([
      [1, ['a', 'b']],
      [2, ['1', '2,3']],
    ]);
  });

  test('may have ends of Windows and a byte order mark', async () => {
    expect(await rowsOf('\ufeffa,b\r\n1,2\r\n')).toEqual([
      [1, ['a', 'b']],
      [2, ['1', '2']],
    ]);
  });

  test('may go on for several lines in quotation marks', async () => {
    expect(await rowsOf('a,b\n"u = b*c\nJ = 3*u",2\n3,4\n')).toEqual([
      [1, ['a', 'b']],
      [2, ['u = b*c\nJ = 3*u', '2']],
      [4, ['3', '4']],
    ]);
  });
});

describe('a quotation mark', () => {
  test('that is left open costs its own row only', async () => {
    expect(await rowsOf('a,b\n"1,2\n3,4\n5,6\n')).toEqual([
      [1, ['a', 'b']],
      [2, 'csv-quote'],
      [3, ['3', '4']],
      [4, ['5', '6']],
    ]);
  });

  test('that is left open does not take a whole file to be found', async () => {
    const rows = await rowsOf(`a,b\n"1,2\n${'3,4\n'.repeat(1000)}`);
    expect(rows[1]).toEqual([2, 'csv-quote']);
    expect(rows).toHaveLength(1002);
    expect(rows.at(-1)).toEqual([1002, ['3', '4']]);
  });

  test('that is closed too early costs its own row only', async () => {
    expect(await rowsOf('a,b\n"1"2,3\n4,5\n')).toEqual([
      [1, ['a', 'b']],
      [2, 'csv-quote'],
      [3, ['4', '5']],
    ]);
  });

  test('before a line that cannot be read is left open there', async () => {
    const text = Buffer.concat([Buffer.from('a,b\n"1,2\n'), Buffer.from([0xff]), Buffer.from('\n3,4\n')]);
    const rows = await all(readRows(new Ahead(linesOf(text))));
    expect(rows.map(({ number, problem }) => [number, problem?.code])).toEqual([
      [1, undefined],
      [2, 'csv-quote'],
      [3, 'not-utf8'],
      [4, undefined],
    ]);
  });
});

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

test('what is written as CSV is read back, whatever is in it', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', ';', '\n', ' ', '가', '=') });
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const text = ['h1,h2', ...rows.map((row) => row.map(quoted).join())].join('\n');
      expect((await rowsOf(text)).map(([, fields]) => fields)).toEqual([['h1', 'h2'], ...rows]);
    }),
  );
});
