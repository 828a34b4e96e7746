import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GradtutorError } from '../../src/core/errors.ts';
import { trace, type Trace } from '../../src/core/trace.ts';
import { codeIn, wrongIn } from '../support/code.ts';
import { type Language, languages, tools } from '../support/runners.ts';

const SEED = 20_250_304;

/** Conditionals in conditionals, whose branches often have no value where they are not taken. */
const branching: fc.Arbitrary<string> = fc.letrec<Record<'number' | 'truth', string>>((tie) => {
  const [number, truth] = [tie('number'), tie('truth')];
  const pair = fc.tuple(number, number);
  return {
    number: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      { arbitrary: fc.constantFrom('a', 'b', 'c', '2'), weight: 2 },
      { arbitrary: number.map((x) => `log(${x})`), weight: 2 },
      { arbitrary: number.map((x) => `sqrt(${x})`), weight: 1 },
      { arbitrary: number.map((x) => `1 / (${x})`), weight: 1 },
      { arbitrary: number.map((x) => `-(${x})`), weight: 1 },
      { arbitrary: pair.map(([x, y]) => `(${x}) * (${y})`), weight: 1 },
      { arbitrary: pair.map(([x, y]) => `(${x}) + (${y})`), weight: 1 },
      { arbitrary: fc.tuple(truth, number, number).map(([c, x, y]) => `(${c} ? ${x} : ${y})`), weight: 6 },
    ),
    truth: fc.oneof(
      { maxDepth: 3 },
      { arbitrary: pair.map(([x, y]) => `(${x} > ${y})`), weight: 5 },
      { arbitrary: fc.tuple(truth, truth).map(([x, y]) => `(${x} and ${y})`), weight: 2 },
      { arbitrary: fc.tuple(truth, truth).map(([x, y]) => `(${x} or ${y})`), weight: 2 },
      { arbitrary: truth.map((x) => `not ${x}`), weight: 1 },
    ),
  };
}).number;

/** The trace of an expression, unless it has no value there, or a gradient that is no number. */
function traced(text: string, at: Readonly<Record<string, number>>): Trace | undefined {
  try {
    const told = trace(text, { at });
    return Object.values(told.gradients).some(Number.isNaN) ? undefined : told;
  } catch (error) {
    if (error instanceof GradtutorError) return undefined;
    throw error;
  }
}

/** The same expression at two points, at least one of which leaves a branch out. */
const pairs = fc
  .sample(fc.tuple(branching, fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 4, maxLength: 4 })), {
    seed: SEED,
    numRuns: 1500,
  })
  .flatMap(([text, [a = 0, b = 0, a2 = 0, b2 = 0]]) => {
    const here = traced(text, { a, b: b + 0.5, c: 1.5 });
    const there = traced(text, { a: a2, b: b2 + 0.5, c: 1.5 });
    return here?.forward.some(({ skipped }) => skipped) && there ? [{ here, there }] : [];
  })
  .slice(0, 150);

/** The program of one trace with the inputs of another, as a learner would change them. */
async function movedTo(language: Language, from: Trace, to: Trace): Promise<string> {
  let code = await codeIn(language, from);
  for (const [name, value] of Object.entries(to.inputs)) {
    const line = new RegExp(`^( +(?:const |double )?${name} = )(\\D*?)-?[\\d.]+(\\D*)$`, 'mu');
    code = code.replace(line, (_, start: string, open: string, end: string) => start + open + value + end);
  }
  return code;
}

const taken = ({ forward }: Trace) => forward.map(({ skipped }) => skipped).join();

describe('conditionals in conditionals', () => {
  test('are many, of which many are not the same on both sides', () => {
    expect(pairs).toHaveLength(150);
    expect(pairs.filter(({ here, there }) => taken(here) !== taken(there)).length).toBeGreaterThan(50);
  });

  test.for(languages)(
    'have the value and the gradients of the branch that is taken, in %s',
    async (language, { skip }) => {
      skip(tools[language] === undefined, `no ${language} on this machine`);
      const wrong = await wrongIn(
        language,
        pairs.map(({ here }) => here),
      );
      expect(wrong).toEqual([]);
    },
  );

  test.for<Language>(['python', 'numpy', 'julia', 'c'])(
    'and at other inputs, of the branch that is taken there, in %s',
    async (language, { skip }) => {
      skip(tools[language] === undefined, `no ${language} on this machine`);
      const from = new Map(pairs.map(({ here, there }) => [there, here]));
      const wrong = await wrongIn(
        language,
        pairs.map(({ there }) => there),
        { write: (to) => movedTo(language, from.get(to) as Trace, to) },
      );
      expect(wrong).toEqual([]);
    },
  );
});

/** The lines of a program, without what is before and behind them. */
const lines = async (source: string, at: Readonly<Record<string, number>>, language: Language = 'python') =>
  (await codeIn(language, trace(source, { at }))).split('\n').map((line) => line.trim());

describe('what a branch cannot compute when it is not taken', () => {
  test('is guarded by the condition', async () => {
    const code = await lines('x > 0 ? log(x) : -x', { x: -1 });
    expect(code).toEqual(
      expect.arrayContaining([
        'u = x > 0',
        'v = math.log(x) if u else math.nan',
        'w = -x',
        'J = v if u else w',
      ]),
    );
    expect(await lines('x > 0 ? log(x) : -x', { x: -1 }, 'julia')).toContain('v = u ? log(x) : NaN');
  });

  test('is not, where the language gives no error', async () => {
    expect(await lines('x > 0 ? log(x) : -x', { x: -1 }, 'c')).toContain('double v = log(x);');
    expect(await lines('x > 0 ? log(x) : -x', { x: -1 }, 'javascript')).toContain('const v = Math.log(x);');
  });

  test('is guarded by the conditions of all branches around it', async () => {
    const code = await lines('x > 0 ? (y > 0 ? 1 : log(x*y + 9)) : 2', { x: -1, y: 1 });
    expect(code.find((line) => line.includes('math.log'))).toMatch(
      /^\w+ = math\.log\(\w+\) if u and not \w+ else math\.nan$/u,
    );
  });

  test('is guarded by what a condition takes for granted', async () => {
    const code = await lines('x > 0 and log(x) > 1 ? log(x) : 0', { x: -1 });
    expect(code).toEqual(
      expect.arrayContaining(['u = x > 0', 'v = math.log(x) if u else math.nan', 'p = u and w']),
    );
  });

  test('comes after the condition, wherever the learner wrote it', async () => {
    const code = await lines('v = log(x); J = x > 0 ? v : 0', { x: -1 });
    expect(code.indexOf('u = x > 0')).toBeGreaterThan(-1);
    expect(code.indexOf('v = math.log(x) if u else math.nan')).toBe(code.indexOf('u = x > 0') + 1);
  });

  test('is tried where no few conditions say when it is needed', async () => {
    const code = await lines('v = log(x); J = x > 0 ? v : (y > 0 ? 2 : v)', { x: -1, y: 1 });
    expect(code).toContain('v = attempt(lambda: math.log(x), math.nan)');
  });

  test('passes nothing back', async () => {
    expect(await lines('x > 0 ? sqrt(x) : 0', { x: -4 }, 'javascript')).toContain(
      'const dx = dv !== 0 ? dv * (1 / (2 * v)) : 0; // dx = dv · dv/dx',
    );
  });

  test('needs no guard where it always has a value', async () => {
    const code = (await lines('x > 0 ? 2*x + y : x - y', { x: 1, y: 2 })).join('\n');
    expect(code).not.toMatch(/nan|attempt|!= 0/u);
  });
});

/** Characters of the program for a chain of conditionals, each around the one before. */
async function lengthOf(depth: number): Promise<number> {
  const statements = Array.from(
    { length: depth },
    (_, i) => `p${i + 1} = a > 0.${i + 1} ? log(p${i} + 3) : 0`,
  );
  const told = trace(['p0 = log(a)', ...statements].join('; '), { at: { a: 1.5 } });
  return (await codeIn('python', told)).length;
}

test('code grows with the graph, however deep conditions nest', async () => {
  expect((await lengthOf(1000)) / (await lengthOf(500))).toBeLessThan(2.2);
});
