import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { en } from '../../src/i18n/en.ts';
import { toDot } from '../../src/render/dot.ts';
import { escapeXml } from '../../src/render/xml.ts';
import { examples } from '../support/examples.ts';
import { hostileNames, hostileTraces } from '../support/hostile.ts';
import { snapshotCases, snapshotFile } from '../support/snapshots.ts';

test.each(snapshotCases)('$title as before', async (example) => {
  await expect(toDot(example.told, example.t)).toMatchFileSnapshot(snapshotFile(example, 'dot'));
});

describe('a graph in DOT', () => {
  test('has a node for every quantity, with its formula, value and dvar', () => {
    const lines = toDot(trace('3*(a+b*c)'), en).split('\n');
    const u = lines.find((line) => line.startsWith('  "u" ['));
    expect(u).toContain('<B>u</B> = b * c');
    expect(u).toContain('<FONT COLOR="#1749c2">6</FONT>');
    expect(u).toContain('<FONT COLOR="#b3181f">du = 3</FONT>');
    expect(lines).toContain('  "b" -> "u"');
    expect(lines.filter((line) => line.includes('penwidth=2'))).toHaveLength(1);
  });

  test('says how often an operand is used, where it is more than once', () => {
    expect(toDot(trace('x*x*y'), en)).toContain('"x" -> "u" [label="×2"]');
  });

  test('has dashes where a condition does not go, and no value there', () => {
    const text = toDot(trace('x > 0 ? x*x : 1/(x - 5)', { at: { x: 5 } }), en);
    expect(text).toMatch(/"w" \[label=<.*<B>w<\/B> = x - 5<\/TD><\/TR><\/TABLE>>, style="rounded,dashed"/u);
    expect(text).toContain('"w" -> "p" [style=dashed');
  });

  test('of 100,000 nodes is written whole', () => {
    const sum = Array.from({ length: 50_000 }, (_, i) => `x${i}`).join('+');
    const lines = toDot(trace(sum), en).split('\n');
    expect(lines.filter((line) => line.includes(' -> '))).toHaveLength(99_998);
  });
});

const hasGraphviz = spawnSync('dot', ['-V']).status === 0;

/** Graphs as Graphviz draws them, by one process. */
function draw(graphs: readonly string[]): { readonly svg: string; readonly problems: string } {
  const { stdout, stderr } = spawnSync('dot', ['-Tsvg'], {
    input: graphs.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return { svg: stdout, problems: stderr };
}

if (!hasGraphviz) console.warn('No Graphviz here: its tests are skipped');

describe.skipIf(!hasGraphviz)('Graphviz', () => {
  test('draws every worked example', () => {
    const graphs = examples.map(({ expression, inputs }) => toDot(trace(expression, { at: inputs }), en));
    const { svg, problems } = draw(graphs);
    expect(problems).toBe('');
    expect(svg.match(/<svg /gu)).toHaveLength(graphs.length);
  });

  test('shows hostile names as they are, and nothing of a comment', () => {
    const { svg, problems } = draw(hostileTraces.map((told) => toDot(told, en)));
    expect(problems).toBe('');
    const texts = new Set(Array.from(svg.matchAll(/<text [^>]*>([^<]*)<\/text>/gu), ([, text]) => text));
    expect(hostileNames.filter((name) => !texts.has(escapeXml(name.normalize('NFC'))))).toEqual([]);
    expect(svg).not.toMatch(/alert|<script/u);
  });
});
