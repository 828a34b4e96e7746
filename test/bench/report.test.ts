import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import { fillBlocks } from '../../bench/report/blocks.js';
import { unstored, worse } from '../../bench/report/compare.js';
import { goalOf } from '../../bench/report/goals.js';
import { digits, type Part, type Row, time } from '../../bench/report/row.js';
import { readResults } from '../../bench/report/store.js';
import { toLine, toTable } from '../../bench/report/table.js';

const row = (change: Partial<Row> = {}): Row => ({
  name: '--version',
  ratio: 1.2,
  against: 'node -e 0',
  quartiles: [1.1, 1.3],
  runs: 31,
  better: 'less',
  ms: 48,
  ...change,
});

const part = (change: Partial<Part> = {}): Part => ({
  part: 'startup',
  command: 'npm run bench',
  date: '2026-11-25',
  node: '20.20.2',
  cpu: 'A processor',
  cores: 2,
  rows: [row()],
  notes: [],
  ...change,
});

const namesOf = (stored: Row, now: Row) => worse([stored], [now]).map(({ row: { name } }) => name);

describe('what got worse than noise', () => {
  test('is beyond twice the distance from the median to the farther quartile', () => {
    expect(namesOf(row(), row({ ratio: 1.39 }))).toEqual([]);
    expect(worse([row()], [row({ ratio: 1.5 })])).toMatchObject([
      { row: { ratio: 1.5 }, was: { ratio: 1.2 }, factor: 1.25 },
    ]);
  });

  test('is less where more is better', () => {
    const stored = row({ ratio: 80, quartiles: [76, 84], better: 'more' });
    expect(namesOf(stored, row({ ratio: 70, better: 'more' }))).toEqual(['--version']);
    expect(namesOf(stored, row({ ratio: 90, better: 'more' }))).toEqual([]);
  });

  test('is not what lies within a few per cent, however close the quartiles are', () => {
    const stored = row({ quartiles: [1.2, 1.2] });
    expect(namesOf(stored, row({ ratio: 1.25 }))).toEqual([]);
    expect(namesOf(stored, row({ ratio: 1.27 }))).toEqual(['--version']);
  });

  test('is only what is far off, where the noise is not known', () => {
    const stored = row({ quartiles: [1.2, 1.2], runs: 1 });
    expect(namesOf(stored, row({ ratio: 2.3 }))).toEqual([]);
    expect(namesOf(stored, row({ ratio: 2.5 }))).toEqual(['--version']);
  });

  test('is none of the yardsticks, nor of what is new or is measured against something else', () => {
    const { better: _, ...yardstick } = row({ ratio: 9 });
    expect(namesOf(row(), yardstick)).toEqual([]);
    expect(namesOf(row({ name: 'another' }), row({ ratio: 9 }))).toEqual([]);
    expect(namesOf(row({ against: 'something else' }), row({ ratio: 9 }))).toEqual([]);
  });

  test('leaves out rows with nothing to be held against, and tells which', () => {
    const { better: _, ...yardstick } = row({ name: 'another program' });
    const now = [row(), row({ name: 'new' }), row({ name: '--help', against: 'something else' }), yardstick];
    const names = unstored([row(), row({ name: '--help' })], now).map(({ name }) => name);
    expect(names).toEqual(['new', '--help']);
  });

  test('has nothing to do with time', () => {
    expect(namesOf(row(), row({ ms: 5000 }))).toEqual([]);
  });
});

describe('goals', () => {
  test('are reached at the bound, and not beyond', () => {
    expect(goalOf('startup', row({ ratio: 1.4 }))).toMatchObject({ bound: 1.4, isReached: true });
    expect(goalOf('startup', row({ ratio: 1.41 }))).toMatchObject({ bound: 1.4, isReached: false });
    const peer = row({ name: 'MLP loss, 10⁵: object graph, micrograd style', ratio: 29 });
    expect(goalOf('gradient', peer)).toMatchObject({ bound: 30, isReached: false });
    expect(goalOf('gradient', { ...peer, ratio: 30 })).toMatchObject({ isReached: true });
  });

  test('can be of time', () => {
    const graph = row({ name: 'terminal graph, 50 nodes', ratio: 100 });
    expect(goalOf('rendering', { ...graph, ms: 59 })).toMatchObject({ isReached: true });
    expect(goalOf('rendering', { ...graph, ms: 61 })).toMatchObject({ isReached: false });
  });

  test('are of a row of a part', () => {
    expect(goalOf('memory', row())).toBeUndefined();
    expect(goalOf('startup', row({ name: '--help' }))).toBeUndefined();
  });

  test('are in the report with what was measured', () => {
    expect(toLine('startup', row({ ratio: 1.62 }))).toBe(
      '     1.62 [1.10 – 1.30]        --version, to node -e 0  (48.0 ms)  goal at most 1.4: not reached',
    );
  });
});

describe('tables', () => {
  test('put the ratio first, and let Markdown read no name as a sign', () => {
    const rows = [
      row({ name: 'run "3*(a+b*c)" | <x>', ratio: 1234.5, runs: 1, note: '3 kB' }),
      row({ name: 'other', ratio: 0.0312, quartiles: [0.02, 0.04] }),
    ];
    expect(toTable([{ part: 'startup', rows }])).toBe(
      [
        '| ratio | quartiles | what | to | time | goal |',
        '| ---: | --- | --- | --- | --- | --- |',
        '| 1,235 | one run | run "3\\*(a+b\\*c)" \\| \\<x> | node -e 0 | 48.0 ms; 3 kB |  |',
        '| 0.031 | 0.020 – 0.040 | other | node -e 0 | 48.0 ms |  |',
      ].join('\n'),
    );
  });

  test('have three digits or so, in units that suit', () => {
    expect([0, 0.5, 1.234, 12.34, 123.4, 1e6].map(digits)).toEqual([
      '0.00',
      '0.50',
      '1.23',
      '12.3',
      '123',
      '1,000,000',
    ]);
    expect([1.2e-4, 0.012, 1.5, 12_000].map(time)).toEqual(['120 ns', '12.0 µs', '1.50 ms', '12.0 s']);
  });
});

const document = (inside: string) =>
  `# Fast\n\n<!-- bench startup -->\n${inside}\n<!-- /bench -->\n\nThe end.\n`;

describe('blocks of documents', () => {
  test('are filled, and nothing beside them is touched; filling once more changes nothing', () => {
    const filled = fillBlocks(document('old'), [part()]);
    expect(filled).toMatch(
      /^# Fast\n\n<!-- bench startup -->\n\n`npm run bench`, 2026-11-25, Node 20\.20\.2, /,
    );
    expect(filled).toContain(
      '| 1.20 | 1.10 – 1.30 | --version | node -e 0 | 48.0 ms | at most 1.4: reached |',
    );
    expect(filled).toMatch(/\n\n<!-- \/bench -->\n\nThe end\.\n$/);
    expect(filled).not.toContain('old');
    expect(fillBlocks(filled, [part()])).toBe(filled);
  });

  test('keep dollar signs, which a replacement could mean otherwise', () => {
    const filled = fillBlocks(document(''), [part({ notes: ["$& and $' are no signs"] })]);
    expect(filled).toContain("- $& and $' are no signs\n");
  });

  test('of all goals, or of the headlines, take the rows of several parts, with each sitting named once', () => {
    const memory = part({
      part: 'memory',
      date: '2026-12-01',
      rows: [
        row({ name: 'MLP loss, 10⁵: graph, tape, values and gradients', ratio: 40 }),
        row({ name: 'MLP loss, 10⁵: peak, from the text to the gradients' }),
      ],
    });
    const parts = [
      part({ rows: [row(), row({ name: '--help' })] }),
      part({ part: 'batch', rows: [] }),
      memory,
    ];
    for (const name of ['goals', 'headline']) {
      const filled = fillBlocks(document('').replace('startup', name), parts);
      expect(filled.match(/\| node -e 0/g)).toHaveLength(2);
      expect(filled).not.toMatch(/--help|peak/);
      expect(filled.match(/2026-11-25/g)).toHaveLength(1);
      expect(filled.match(/2026-12-01/g)).toHaveLength(1);
      expect(filled.match(/ratio \|/g)).toHaveLength(1);
    }
  });

  test('must not ask for what has no results', () => {
    expect(() => fillBlocks(document(''), [])).toThrow('"startup"');
  });
});

describe('the results that are kept', () => {
  const root = new URL('../../', import.meta.url);

  test('say nothing of the machine but its processor', () => {
    const text = readFileSync(new URL('bench/results.json', root), 'utf8');
    expect(text).not.toMatch(/\/(home|work|tmp|Users)\b/);
    for (const { rows } of readResults()) {
      expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
      for (const { ratio, quartiles, runs } of rows) {
        expect([ratio, ...quartiles].every(Number.isFinite)).toBe(true);
        expect(runs).toBeGreaterThan(0);
      }
    }
  });

  test('are what the documents show', async () => {
    const docs = readdirSync(new URL('docs/', root)).filter((name) => name.endsWith('.md'));
    for (const name of ['README.md', ...docs.map((file) => `docs/${file}`)]) {
      const file = fileURLToPath(new URL(name, root));
      const text = readFileSync(file, 'utf8');
      if (!text.includes('<!-- bench ')) continue;
      const filled = fillBlocks(text, readResults());
      expect(await format(filled, { ...(await resolveConfig(file)), filepath: file })).toBe(text);
    }
  });
});
