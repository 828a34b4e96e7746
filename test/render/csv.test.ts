import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvRow } from '../../src/render/csv.ts';

describe('a row of CSV', () => {
  it.each(['a', 'a,b', 'say "x"', 'two\nlines', '가격', '', 'a=1', '3*(a+b)'])('gives %j back', (cell) => {
    const { data, errors } = Papa.parse<string[]>(csvRow([cell, 'end']), { delimiter: ',', newline: '\n' });
    expect(errors).toEqual([]);
    expect(data[0]).toEqual([cell, 'end']);
  });

  it.each(['=1+1', '+cmd', '-x^2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '－x', '-', '=5', '--5'])(
    'makes text of what a spreadsheet would run: %j',
    (cell) => {
      const { data } = Papa.parse<string[]>(csvRow([cell]), { delimiter: ',', newline: '\n' });
      expect(data[0]).toEqual([`'${cell}`]);
    },
  );

  it.each(['-5', '+5', '-0.25', '-.5', '-5.', '-1e-7', '+2E+3', '0', '1e21'])(
    'leaves a number alone: %s',
    (cell) => {
      expect(csvRow([cell])).toBe(`${cell}\n`);
    },
  );
});
