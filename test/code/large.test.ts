import { describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { codeIn, wrongIn } from '../support/code.ts';
import { type Language, languages, tools } from '../support/runners.ts';

const TERMS = 20_000;
const sum = trace(Array.from({ length: TERMS }, (_, i) => `x${i % 7}`).join(' + '), {
  at: Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`x${i}`, i + 0.5])),
});
const INPUTS = Array.from({ length: 100 }, (_, i) => `x${i}`);
const wide = trace(
  `sum(${INPUTS.join()}) * max(${INPUTS.join()}) + hypot(${INPUTS.join()}) - mean(${INPUTS.join()}) + prod(${INPUTS.join()})`,
  { at: Object.fromEntries(INPUTS.map((name, i) => [name, 1 + ((7 * i) % 101) / 1000])) },
);

describe('a large graph', () => {
  test.each<Language>(['python', 'typescript'])(
    'has a line a quantity and a line a path in %s',
    async (language) => {
      const lines = (await codeIn(language, sum)).split('\n');
      expect(lines.filter((line) => /\bdx0 (?:\+= |= dx0 \+ )/u.test(line))).toHaveLength(
        Math.ceil(TERMS / 7) - 1,
      );
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(700);
    },
  );

  /** NumPy and PyTorch are Python; TypeScript's own compiler needs half a minute for a function of so many lines. */
  const quick: readonly Language[] = ['python', 'javascript', 'julia', 'c'];

  test.for(quick)('of 20,000 terms runs in %s', async (language, { skip }) => {
    skip(tools[language] === undefined, `no ${language} on this machine`);
    expect(await wrongIn(language, [sum])).toEqual([]);
  });

  test.for(languages)('with operations of 100 operands runs in %s', async (language, { skip }) => {
    skip(tools[language] === undefined, `no ${language} on this machine`);
    expect(await wrongIn(language, [wide])).toEqual([]);
  });
});
