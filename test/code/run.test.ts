import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GradtutorError } from '../../src/core/errors.ts';
import { trace, type Trace } from '../../src/core/trace.ts';
import { codeIn, wrongIn } from '../support/code.ts';
import { temporaryFolder } from '../support/cli.ts';
import { examples } from '../support/examples.ts';
import { randomExpression } from '../support/expressions.ts';
import { randomProgram } from '../support/programs.ts';
import { type Language, languages, outputOf, tools, tsc } from '../support/runners.ts';
import { snapshotCases } from '../support/snapshots.ts';

const SEED = 20_250_303;

/** The trace of a program, unless it is refused; without those whose gradients are no numbers. */
function traced(text: string, at: Readonly<Record<string, number>>): Trace[] {
  try {
    const told = trace(text, { at });
    return Object.values(told.gradients).some(Number.isNaN) ? [] : [told];
  } catch (error) {
    if (error instanceof GradtutorError) return [];
    throw error;
  }
}

const kept = snapshotCases.filter(({ title }) => title.endsWith('.en')).map(({ told }) => told);
const worked = examples.map(({ expression, inputs }) => trace(expression, { at: inputs }));
const smooth = fc
  .sample(randomProgram, { seed: SEED, numRuns: 150 })
  .map(({ text, at }) => trace(text, { at }));
const VALUES = { a: 1.5, b: -0.75, x: 0.5, y: 2.25, w1: 1.25, x_2: 3, α: 0.6, 변수: 1.1, d: -2 };
const typed = fc
  .sample(randomExpression, { seed: SEED, numRuns: 300 })
  .flatMap((text) => traced(text, VALUES));

/** Absolute: a difference of two nearly equal numbers keeps only so many digits. */
const collections: readonly [name: string, traces: readonly Trace[], absolute: number][] = [
  ['the lecture, a logistic loss and a fork', kept, 1e-14],
  ['every worked example', worked, 1e-14],
  ['random programs with forks', smooth, 1e-12],
  ['random expressions as people type them', typed, 1e-12],
];

test('there is much to run', () => {
  expect(kept).toHaveLength(3);
  expect(worked).toHaveLength(53);
  expect(smooth).toHaveLength(150);
  expect(typed.length).toBeGreaterThan(200);
});

describe.each(languages)('%s prints the value and the gradients of', (language) => {
  test.for(collections)('%s', async ([, traces, absolute], context) => {
    context.skip(tools[language] === undefined, `no ${language} on this machine`);
    expect(await wrongIn(language, traces, { absolute })).toEqual([]);
  });
});

/** A folder with the lecture's program under a name. */
async function saved(language: Language, file: string): Promise<string> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, file), await codeIn(language, trace('3*(a+b*c)')));
  return folder;
}

describe('the lecture as a file', () => {
  const PRINTED = 'J = 33\nda = 3\ndb = 6\ndc = 9\n';

  test.each(['lecture.js', 'lecture.cjs', 'lecture.mjs'])('%s runs in Node', async (file) => {
    expect(await outputOf(process.execPath, [file], await saved('javascript', file))).toBe(PRINTED);
  });

  test('lecture.ts passes the strict compiler, and runs', async () => {
    const folder = await saved('typescript', 'lecture.ts');
    const strict = '--strict --noUnusedLocals --noUnusedParameters --target es2022'.split(' ');
    await outputOf(process.execPath, [tsc, ...strict, 'lecture.ts'], folder);
    expect(await outputOf(process.execPath, ['lecture.js'], folder)).toBe(PRINTED);
  });

  test('lecture.c compiles without a warning, and runs', async ({ skip }) => {
    skip(tools.c === undefined, 'no gcc on this machine');
    const folder = await saved('c', 'lecture.c');
    const strict = '-std=c99 -pedantic -Wall -Wextra -Werror'.split(' ');
    await outputOf('gcc', [...strict, 'lecture.c', '-lm'], folder);
    expect(await outputOf(join(folder, 'a.out'), [], folder)).toBe(PRINTED);
  });

  test('lecture.py runs in Python', async ({ skip }) => {
    skip(tools.python === undefined, 'no python3 on this machine');
    const folder = await saved('python', 'lecture.py');
    expect(await outputOf(tools.python ?? '', ['lecture.py'], folder)).toBe(PRINTED);
  });
});
