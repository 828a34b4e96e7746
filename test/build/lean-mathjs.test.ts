import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { rolldown } from 'rolldown';
import { beforeAll, describe, expect, test } from 'vitest';
import { readProgram } from '../../src/core/program.ts';
import { leanMathjs } from '../../scripts/lean-mathjs.js';
import { root, temporaryFolder } from '../support/cli.ts';
import { examples } from '../support/examples.ts';
import { randomExpression } from '../support/expressions.ts';

const SEED = { seed: 20_250_601, numRuns: 1500 };

type Reader = typeof readProgram;

interface Refusal {
  readonly code?: string;
  readonly args?: unknown;
  readonly position?: unknown;
}

/** The reader of programs, bundled as the build bundles it, and its size. */
async function bundled(plugins: (typeof leanMathjs)[]): Promise<{ read: Reader; bytes: number }> {
  const build = await rolldown({ cwd: root, input: 'src/core/program.ts', platform: 'node', plugins });
  const { output } = await build.generate({ format: 'esm', minify: true });
  await build.close();
  const file = join(temporaryFolder(), 'program.mjs');
  writeFileSync(file, output[0].code);
  const { readProgram: read } = (await import(pathToFileURL(file).href)) as { readProgram: Reader };
  return { read, bytes: output[0].code.length };
}

/** What a reader makes of a text: the whole graph, or why not. */
function outcomeOf(read: Reader, text: string): unknown {
  try {
    return read(text);
  } catch (error) {
    const { code, args, position } = error as Refusal;
    return { code, args, position, message: (error as Error).message };
  }
}

const wholly = (text: string): unknown => outcomeOf(readProgram, text);

describe('the parser without the methods that the build leaves out', () => {
  let lean: { read: Reader; bytes: number };
  beforeAll(async () => {
    lean = await bundled([leanMathjs]);
  });

  const leanly = (text: string) => outcomeOf(lean.read, text);

  test('is much smaller', async () => {
    const whole = await bundled([]);
    expect(lean.bytes).toBeLessThan(whole.bytes - 50_000);
  });

  test('reads every worked example alike', () => {
    const texts = examples.map(({ expression }) => expression);
    expect(texts.map(leanly)).toEqual(texts.map(wholly));
  });

  test('reads whatever a person may type alike', () => {
    fc.assert(
      fc.property(randomExpression, (text) => {
        expect(leanly(text)).toEqual(wholly(text));
      }),
      SEED,
    );
  });

  test('refuses what is broken alike, at the same place', () => {
    const broken = fc.tuple(
      randomExpression,
      fc.nat(60),
      fc.constantFrom('', '(', ')', '=', '[', "'", '"', 'e', ';'),
    );
    fc.assert(
      fc.property(
        broken.map(([text, at, piece]) => text.slice(0, at) + piece + text.slice(at + 1)),
        (text) => {
          expect(leanly(text)).toEqual(wholly(text));
        },
      ),
      SEED,
    );
  });

  test.each([
    'f(x) = x^2; f(a)',
    'f(x, x) = x; f(a)',
    '[1, 2] * a',
    '{a: 1}.a',
    'a[1]',
    'a.b',
    '1:3',
    'a = b = c',
    'x to kg',
    "x'",
    'x!',
    '5 | 3',
    'a ?? b',
    '"text" + a',
    'sin^2(x)',
    'end',
    '',
    '# a comment\na*b # another\n',
    'a and b xor not c',
    `${'('.repeat(100)}a${')'.repeat(100)}`,
  ])('reads %j alike', (text) => {
    expect(leanly(text)).toEqual(wholly(text));
  });
});
