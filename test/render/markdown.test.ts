import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { line, prose, title } from '../../src/document.ts';
import { explain } from '../../src/explain.ts';
import { en } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';
import { markdownBody, toMarkdown } from '../../src/render/markdown.ts';
import { toMermaid } from '../../src/render/mermaid.ts';
import { examples } from '../support/examples.ts';
import { hostileTraces } from '../support/hostile.ts';
import { fences } from '../support/markdown.ts';
import { randomProgram } from '../support/programs.ts';
import { complaints, mathIn, outsideFences } from '../support/set-math.ts';
import { snapshotCases, snapshotFile } from '../support/snapshots.ts';

test.each(snapshotCases)('$title as before', async (example) => {
  await expect(toMarkdown(example.told, example.t)).toMatchFileSnapshot(snapshotFile(example, 'md'));
});

const languages = [
  ['English', en],
  ['Korean', ko],
] as const;

describe.each(languages)('a story in Markdown, in %s,', (_, t) => {
  test('has formulas that KaTeX takes, for every worked example', () => {
    for (const { expression, inputs } of examples) {
      const markdown = toMarkdown(trace(expression, { at: inputs }), t);
      expect(mathIn(markdown).length).toBeGreaterThan(3);
      expect(complaints(markdown)).toEqual([]);
    }
  });

  test('has formulas that KaTeX takes, for random programs', () => {
    fc.assert(
      fc.property(randomProgram, ({ text, at }) => {
        expect(complaints(toMarkdown(trace(text, { at }), t))).toEqual([]);
      }),
      { seed: 20_260_401, numRuns: 40 },
    );
  });

  test('has formulas that KaTeX takes, and no HTML of its own, for hostile names', () => {
    for (const told of hostileTraces) {
      const markdown = toMarkdown(told, t);
      expect(complaints(markdown)).toEqual([]);
      const words = outsideFences(markdown).replaceAll(/\$?`[^`]*`\$?/gu, '');
      expect(words.replaceAll('<span>$</span>', '')).not.toMatch(/[<>$]|(?<!\\)[*_[\]|](?!\s)/u);
      expect(markdown).not.toContain('alert');
    }
  });

  test('tells what the text tells, in the same order', () => {
    const told = trace('abs(a - b)*b + max(a, b)', { at: { a: 2, b: 2 } });
    const markdown = toMarkdown(told, t);
    let at = 0;
    for (const block of explain(told, t)) {
      const words =
        block.kind === 'title'
          ? [block.text]
          : block.kind === 'prose'
            ? block.spans.filter((span) => typeof span === 'string' || !('math' in span))
            : [];
      for (const word of words) {
        const text = (typeof word === 'string' ? word : word.text).replaceAll(/[\u00a0 ]+/gu, ' ').trim();
        const found = markdown.indexOf(text, at);
        expect({ text, isFound: found >= at }).toEqual({ text, isFound: true });
        at = found;
      }
    }
    expect(at).toBeGreaterThan(markdown.length / 2);
  });
});

describe('Markdown for GitHub', () => {
  const told = trace('(a+b)*(b+1) + sigmoid(a)', { at: { a: 2, b: 3 } });
  const markdown = toMarkdown(told, en);

  test('has the graph as a Mermaid fence, and one heading of the first level', () => {
    expect(fences(markdown).filter(({ language }) => language === 'mermaid')).toHaveLength(1);
    expect(fences(markdown).find(({ language }) => language === 'mermaid')?.text).toBe(toMermaid(told, en));
    expect(outsideFences(markdown).match(/^# .*$/gmu)).toEqual(['# The derivatives of J, step by step']);
  });

  test('has the nudges in a table, a row each', () => {
    const rows = outsideFences(markdown).match(/^\|.*\|$/gmu) ?? [];
    expect(rows.slice(0, 2)).toEqual(['| What moves | $`J`$ | Slope |', '| --- | --- | --- |']);
    expect(rows).toHaveLength(2 + told.nudges.length);
    expect(toMarkdown(trace('3*(a+b*c)'), en)).toContain(
      '| $`a\\colon 5 \\to 5.001`$, $`v\\colon 11 \\to 11.001`$ | $`J\\colon 33 \\to 33.003`$ | $`\\mathit{da} \\approx 3`$ |',
    );
  });

  test('lines up the forward pass in columns, and the chain rule at its first sign', () => {
    const [, forward = '', backward = ''] = fences(toMarkdown(trace('3*(a+b*c)'), en))
      .filter(({ language }) => language === 'math')
      .map(({ text }) => text);
    expect(forward).toContain(String.raw`u &= b \cdot c &&= 3 \cdot 2 &&= 6`);
    expect(backward).toContain(
      String.raw`\mathit{db} &= \mathit{du} \cdot \frac{du}{db} = 3 \cdot c = 3 \cdot 2 = 6`,
    );
  });

  test('uses no command that GitHub forbids', () => {
    const forbidden =
      /\\(?:operatorname|mathop|mbox|hbox|phantom|def|newcommand|require|href|class|style|unicode)\b/u;
    for (const { expression, inputs } of examples)
      expect(toMarkdown(trace(expression, { at: inputs }), en)).not.toMatch(forbidden);
  });

  test('has no math right behind a letter or a bracket, where GitHub does not see it', () => {
    expect(markdown).toContain('so the parts add up (`da` += …)');
    for (const text of [markdown, toMarkdown(told, ko)]) expect(text).not.toMatch(/[^\s]\$`/u);
  });

  test('has a formula that is too long for a line as code', () => {
    const sum = Array.from({ length: 30 }, (_, i) => `x${i}*y${i}`).join(' + ');
    const [first] = fences(toMarkdown(trace(sum), en));
    expect(first).toMatchObject({ language: 'text', text: `J = ${sum.replaceAll('*', ' * ')}\n` });
  });

  test('leaves a graph out that is too large, and says so', () => {
    const large = toMarkdown(trace(Array.from({ length: 40 }, (_, i) => `x${i}`).join('+')), en);
    expect(fences(large).map(({ language }) => language)).not.toContain('mermaid');
    expect(large).toMatch(/\n\nThe graph has 79 nodes, too many for one picture [^\n]+\n\n## Forward pass/u);
  });

  test('is nothing but a formula where nothing is computed', () => {
    expect(toMarkdown(trace('7'), en)).toContain('J = 7');
  });

  test('of 10,000 statements is written whole', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => `s${i + 1} = s${i} + x`).join('\n');
    expect(toMarkdown(trace(`s0 = x + 1\n${chain}`, { at: { x: 1 } }), en)).toContain('s_{9999} + x');
  });
});

describe('a part of a page', () => {
  test('has its headings at the level asked for, and no line end', () => {
    const blocks = [title('A #1'), line(0, 'a < b'), prose(2, '- 1. `x`')];
    expect(markdownBody(blocks, { words: en, headings: 3 })).toBe('### A \\#1\n\na &lt; b\n\n\\- 1. \\`x\\`');
  });
});
