import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GradtutorError } from '../../src/core/errors.ts';
import { ops } from '../../src/core/ops.ts';
import { trace, type Trace } from '../../src/core/trace.ts';
import { codeIn } from '../support/code.ts';
import { examples } from '../support/examples.ts';
import { randomExpression } from '../support/expressions.ts';

/** What the programs use of Julia's Base. */
const BASE = new Set(
  `pi NaN Inf MathConstants DomainError RoundNearestTiesAway println rethrow enumerate float isinteger
  abs sign sqrt cbrt exp expm1 log log2 log10 log1p floor ceil trunc round hypot max min sum prod maximum minimum reduce
  sin cos tan sec csc cot asin acos atan asec acsc acot sinh cosh tanh sech csch coth asinh acosh atanh asech acsch acoth`.split(
    /\s+/u,
  ),
);
const KEYWORDS = new Set('function return end if elseif else for in while try catch const isa'.split(' '));
const OPENERS = new Set(['function', 'if', 'for', 'while', 'try']);
const NAME = /(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{M}\p{N}_]*/gu;

/** A program's lines of code, without comments and with empty texts. */
const codeLines = (program: string): string[] =>
  program
    .split('\n')
    .map((line) =>
      line
        .replaceAll(/"(?:[^"\\]|\\.)*"/gu, '""')
        .replace(/#.*$/u, '')
        .trimEnd(),
    )
    .filter((line) => line !== '');

/** What is wrong with a program that a reader who knows the grammar would see. */
function faultsOf(program: string): string[] {
  const faults: string[] = [];
  const lines = codeLines(program);
  const known = new Set<string>();
  let depth = 0;
  for (const line of lines) {
    const words = line.match(NAME) ?? [];
    const assigned = /^ *(?:const )?([^=(]+?) (?:[-+*]?=) /u.exec(line)?.[1];
    const parameters = /^ *function (\w+)\((.*)\)$/u.exec(line);
    const loop = /^ *for (.*) in /u.exec(line)?.[1];
    const caught = /^ *catch (\w+)$/u.exec(line)?.[1];
    const introduced = [assigned, parameters?.[1], parameters?.[2], loop, caught].join(' ').match(NAME) ?? [];
    for (const name of introduced) known.add(name);
    for (const word of words) {
      if (OPENERS.has(word)) depth++;
      if (word === 'end') depth--;
      if (!KEYWORDS.has(word) && !BASE.has(word) && !known.has(word)) faults.push(`unknown ${word}: ${line}`);
    }
    if (
      /\*\*|===|!==|;|\b[Mm]ath\.|(?<![\p{L}\p{N}_])[\d.]+[\p{L}(]/u.test(
        line.replaceAll(/\de[-+]?\d/gu, '0'),
      )
    )
      faults.push(`not Julia: ${line}`);
    if (/[^ ]\?|\?[^ ]/u.test(line)) faults.push(`a question mark needs spaces: ${line}`);
    if (/(?<![\p{L}\p{N}_.])\d+\^\(?-?\d+(?![.\d])/u.test(line))
      faults.push(`a power of whole numbers: ${line}`);
  }
  if (depth !== 0) faults.push(`${depth} blocks are open`);
  const text = lines.join('\n');
  for (const [open, close] of ['()', '[]']) {
    const count = (sign: string | undefined) => text.split(sign ?? '').length;
    if (count(open) !== count(close)) faults.push(`${open} and ${close} do not match`);
  }
  return faults;
}

function traced(text: string, at?: Readonly<Record<string, number>>): Trace[] {
  try {
    return [trace(text, at ? { at } : {})];
  } catch (error) {
    if (error instanceof GradtutorError) return [];
    throw error;
  }
}

const VALUES = { a: 1.5, b: -0.75, x: 0.5, y: 2.25, w1: 1.25, x_2: 3, α: 0.6, 변수: 1.1, d: -2 };
const traces = [
  ...examples.map(({ expression, inputs }) => trace(expression, { at: inputs })),
  ...ops
    .filter(({ notation }) => notation.kind === 'call')
    .flatMap((op) => {
      const counts = op.arity === 'many' ? [1, 3, 12] : [op.arity];
      return counts.flatMap((count) =>
        traced(`${op.name}(${Array.from({ length: count }, (_, i) => `x${i}`).join(', ')})`),
      );
    }),
  ...fc.sample(randomExpression, { seed: 20_250_305, numRuns: 300 }).flatMap((text) => traced(text, VALUES)),
];

/** Julia runs where it is installed (see run.test.ts); here its programs are read. */
describe('a program in Julia', () => {
  test('is well formed, and uses nothing but Base and what it defines', async () => {
    expect(traces.length).toBeGreaterThan(300);
    const programs = await Promise.all(traces.map((told) => codeIn('julia', told)));
    expect(programs.flatMap(faultsOf).slice(0, 5)).toEqual([]);
  });

  test.each([
    'function f(x)\n    return x\n',
    'x = (1 + 2\n',
    'x = y + 1\n',
    'x = 1\ny = x ** 2\n',
    'x = 1\ny = x>0?1:2\n',
    'y = 2^64 * 3.0\n',
    'y = erf(1.0)\n',
  ])('that is not is caught: %j', (program) => {
    expect(faultsOf(program)).not.toEqual([]);
  });
});
