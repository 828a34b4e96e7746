import { describe, expect, test } from 'vitest';
import { study } from '../../src/core/trace.ts';
import { formatValue } from '../../src/core/value.ts';
import { readAnswer } from '../../src/tutor/answer.ts';
import { assessGradient } from '../../src/tutor/assess.ts';
import { type Diagnosis, diagnose } from '../../src/tutor/diagnose.ts';
import { generate } from '../../src/tutor/generate.ts';
import { HIGHEST_LEVEL } from '../../src/tutor/kinds.ts';
import { type MistakeId, mistakes } from '../../src/tutor/mistakes.ts';
import { questionsFor } from '../../src/tutor/questions.ts';
import { Random } from '../../src/core/random.ts';
import { startSession } from '../../src/tutor/session.ts';
import { answer } from '../../src/tutor/step.ts';
import { viewOf } from '../../src/tutor/view.ts';

/** What is found in an answer for a variable's gradient. */
function found(source: string, at: Record<string, number>, name: string, text: string): Diagnosis[] {
  const studied = study(source, { at });
  const read = readAnswer(text, new Map());
  if (read.kind !== 'value') throw new Error(`no number: ${text}`);
  return diagnose(viewOf(studied, name), read);
}

const idsIn = (...args: Parameters<typeof found>): MistakeId[] => found(...args).map(({ id }) => id);

const argsOf = (...args: Parameters<typeof found>) => found(...args)[0]?.args;

const LECTURE = '3*(a+b*c)';
const FIVE_THREE_TWO = { a: 5, b: 3, c: 2 };
const FIVE_SEVEN_TWO = { a: 5, b: 7, c: 2 };

describe("db in the lecture, with the lecture's numbers", () => {
  test.each<[string, MistakeId[]]>([
    ['2', ['local-only']],
    ['3', ['upstream-only', 'own-value', 'other-variable']],
    ['5', ['added']],
    ['9', ['factors-swapped', 'other-variable']],
    ['0.006', ['change-not-rate']],
    ['33.006', ['nudged-output']],
    ['33', ['node-value']],
    ['-6', ['sign']],
    ['0.1667', ['upside-down']],
    ['0.17', ['upside-down']],
    ['1/6', ['upside-down']],
    ['12', ['counted-twice']],
    ['11', []],
    ['4', []],
    ['0', []],
  ])('%s is %j', (text, ids) => {
    expect(idsIn(LECTURE, FIVE_THREE_TWO, 'b', text)).toEqual(ids);
  });

  test('6, the right answer, is no mistake, though it is also the value of u', () => {
    expect(found(LECTURE, FIVE_THREE_TWO, 'b', '6')).toEqual([]);
  });

  test("with b = 7 the node's own value is told apart", () => {
    expect(idsIn(LECTURE, FIVE_SEVEN_TWO, 'b', '7')).toEqual(['own-value']);
    expect(idsIn(LECTURE, FIVE_SEVEN_TWO, 'b', '14')).toEqual(['node-value']);
    expect(idsIn(LECTURE, FIVE_SEVEN_TWO, 'b', '3')).toEqual(['upstream-only', 'other-variable']);
  });
});

type Case = readonly [
  source: string,
  at: Record<string, number>,
  name: string,
  text: string,
  ids: readonly MistakeId[],
];

// u = 14, du = 2u + 3a = 28 + 6 = 34
const FORK = 'u = a*b; J = u^2 + 3*u*a';
const LOGISTIC = 'z = w*x + b; a = sigmoid(z); L = -(y*log(a) + (1 - y)*log(1 - a))';

/** Worked out by hand, at least one for each row of the table. */
const CASES: readonly Case[] = [
  [FORK, { a: 2, b: 7 }, 'u', '28', ['one-branch']],
  [FORK, { a: 2, b: 7 }, 'u', '6', ['one-branch']],
  [FORK, { a: 2, b: 7 }, 'u', '168', ['branches-multiplied']],
  [FORK, { a: 2, b: 7 }, 'u', '17', ['branches-averaged']],
  ['u = a*b; J = 2*u^2 + 3*u*a', { a: 5, b: 2 }, 'u', '23', ['locals-summed']],
  // x*x: both uses in one product; t = 10
  ['x*x', { x: 5 }, 'x', '25', ['branches-multiplied', 'node-value']],
  ['x*x', { x: 5 }, 'x', '20', ['counted-twice']],
  ['3*(x*x)', { x: 5 }, 'x', '15', ['one-branch']],
  ['3*(x*x)', { x: 5 }, 'x', '10', ['local-only']],
  ['(2*x)*(3*x)', { x: 5 }, 'x', '6', ['product-of-derivatives']],
  // Both parts are 30, and so is (15 + 2) + (10 + 3)
  ['(2*x)*(3*x)', { x: 5 }, 'x', '30', ['one-branch', 'branches-averaged', 'added']],
  // A chain of three: 5 · 3 · 2 = 30
  ['5*(3*(2*x))', { x: 7 }, 'x', '10', ['link-skipped']],
  ['5*(3*(2*x))', { x: 7 }, 'x', '6', ['link-skipped']],
  ['5*(3*(2*x))', { x: 7 }, 'x', '15', ['upstream-only']],
  ['5*(3*(2*x))', { x: 7 }, 'x', '17', ['added']],
  [LECTURE, FIVE_SEVEN_TWO, 'b', '2', ['local-only']],
  [LECTURE, FIVE_SEVEN_TWO, 'b', '21', ['factors-swapped', 'other-variable']],
  [LECTURE, FIVE_SEVEN_TWO, 'c', '0.021', ['change-not-rate']],
  [LECTURE, FIVE_SEVEN_TWO, 'b', '57.006', ['nudged-output']],
  [LECTURE, FIVE_SEVEN_TWO, 'b', '57', ['node-value']],
  [LECTURE, FIVE_SEVEN_TWO, 'c', '-21', ['sign']],
  [LECTURE, FIVE_SEVEN_TWO, 'c', '1/21', ['upside-down']],
  [LECTURE, FIVE_SEVEN_TWO, 'c', '42', ['counted-twice']],
  ['a*b + 5*c', { a: 2, b: 7, c: 3 }, 'a', '5', ['other-variable']],
  // dJ/du = 2u = 8 with u = 4; da = 8/3
  ['mean(a, b, c)^2', { a: 2, b: 7, c: 3 }, 'a', '8', ['upstream-only', 'divisor']],
  ['mean(a, b, c)^2', { a: 2, b: 7, c: 3 }, 'a', '8/9', ['divisor']],
  ['1/3*(a + b)*b', { a: 2, b: 7 }, 'a', '7/9', ['divisor']],
  ['(a + b)/4*b', { a: 2, b: 5 }, 'a', '5/16', ['divisor']],
  ['relu(a*b)*c', { a: 2, b: 7, c: 3 }, 'u', '0', ['wrong-route']],
  ['relu(a*b)*c', { a: -2, b: 7, c: 3 }, 'u', '3', ['added', 'wrong-route']],
  ['max(a, b)*c', { a: 2, b: 7, c: 3 }, 'b', '0', ['wrong-route']],
  ['max(a, b)*c', { a: 2, b: 7, c: 5 }, 'a', '5', ['added', 'wrong-route']],
  ['min(a, b)*c', { a: 2, b: 7, c: 3 }, 'a', '0', ['wrong-route']],
  // z(1 − z) and 1 − z² for a(1 − a) and 1 − a²
  ['3*tanh(z)', { z: 0.5 }, 'z', '2.25', ['derivative-from-input']],
  ['3*sigmoid(z)', { z: 2 }, 'z', '-6', ['derivative-from-input']],
  ['3*tanh(z)', { z: 0.5 }, 'z', '1.17967', ['extra-activation']],
  ['3*tanh(z)', { z: 0.5 }, 'z', '3', ['upstream-only']],
  // y − a with a = sigmoid(1.4) = 0.8022; the minus before the brackets is a link of its own
  [LOGISTIC, { w: 0.5, x: 2, b: 0.4, y: 1 }, 'z', '0.1978', ['target-minus-output']],
  ['5*(a + b)', { a: 2, b: 7 }, 'a', '2.5', ['sum-halves']],
  // du/dx = 3x² = 12 with G = 5
  ['5*x^3', { x: 2 }, 'x', '20', ['power-rule']],
  ['5*x^3', { x: 2 }, 'x', '80', ['power-rule']],
  ['5*x^3', { x: 2 }, 'x', '120', ['power-rule', 'counted-twice']],
  ['5*x^3', { x: 2 }, 'x', '95', ['large-step']],
  // −a/b² · c = −6/49
  ['a/b*c', { a: 2, b: 7, c: 3 }, 'b', '6/49', ['quotient-rule']],
  ['a/b*c', { a: 2, b: 7, c: 3 }, 'b', '-6/7', ['quotient-rule']],
  ['a/b*c', { a: 2, b: 7, c: 3 }, 'b', '-3/7', ['quotient-rule']],
  // 2(ab + c)·b, with the square's derivative taken at a
  ['(a*b + c)^2', { a: 2, b: 7, c: 3 }, 'a', '28', ['wrong-point']],
  ['sin(x^2)', { x: 0.5 }, 'x', '0.8776', ['wrong-point']],
];

describe('in a small graph', () => {
  test.each(CASES)('%s at %j: for d%s, %s is %j', (source, at, name, text, ids) => {
    expect(idsIn(source, at, name, text)).toEqual(ids);
  });

  test('every row of the table has a case', () => {
    const had = new Set([
      ...CASES.flatMap(([, , , , ids]) => ids),
      ...idsIn(LECTURE, FIVE_SEVEN_TWO, 'b', '7'),
    ]);
    expect(mistakes.map(({ id }) => id).filter((id) => !had.has(id))).toEqual([]);
  });

  test('a node that stands in a product twice is there in two places, each its own part', () => {
    const at = { a: 3, b: 4 };
    expect(idsIn('a*a*b', at, 'a', '12')).toEqual(['one-branch']);
    expect(argsOf('a*a*b', at, 'a', '12')).toMatchObject({ consumer: 'u', places: 2 });
    expect(idsIn('x*x', { x: 5 }, 'x', '5')).toEqual(['one-branch']);
    expect(argsOf(FORK, { a: 2, b: 7 }, 'u', '28')).not.toHaveProperty('places');
  });

  test('a mistake tells where it is', () => {
    expect(argsOf(FORK, { a: 2, b: 7 }, 'u', '28')).toMatchObject({ name: 'u', consumer: 'v' });
    expect(argsOf(FORK, { a: 2, b: 7 }, 'u', '6')).toMatchObject({ name: 'u', consumer: 'w' });
    expect(argsOf('5*(3*(2*x))', { x: 7 }, 'x', '10')).toMatchObject({ consumer: 'v', other: 'u' });
    expect(argsOf('5*(3*(2*x))', { x: 7 }, 'x', '6')).toMatchObject({ consumer: 'J', other: 'v' });
    expect(argsOf('(a + b)/4*b', { a: 2, b: 5 }, 'a', '5/16')).toMatchObject({ consumer: 'v', other: '4' });
    expect(argsOf('5*x^3', { x: 2 }, 'x', '95')).toMatchObject({ other: '1' });
    expect(argsOf('(a*b + c)^2', { a: 2, b: 7, c: 3 }, 'a', '28')).toMatchObject({
      consumer: 'J',
      other: 'v',
    });
  });
});

/** What is found in one part of a fork: the mistake, the node that the part comes through, and what the part became. */
const partsIn = (...args: Parameters<typeof found>) =>
  found(...args).map((diagnosis) => [diagnosis.id, diagnosis.args.consumer, diagnosis.args.inPart]);

describe('in one part of a fork, the others right', () => {
  // du = 28 through v = u² with dv = 1, and 6 through w = 3u with dw = 2
  const at = { a: 2, b: 7 };
  test.each([
    ['31', 'local-only', 'w', 3],
    ['30', 'upstream-only', 'w', 2],
    ['7', 'upstream-only', 'v', 1],
    ['33', 'added', 'w', 5],
    ['56', 'factors-swapped', 'w', 28],
    ['-22', 'sign', 'v', -28],
    ['22', 'sign', 'w', -6],
    ['20', 'power-rule', 'v', 14],
    ['62', 'counted-twice', 'v', 56],
    ['40', 'counted-twice', 'w', 12],
  ])('%s is %s through %s', (text, id, consumer, part) => {
    expect(partsIn(FORK, at, 'u', text)).toEqual([[id, consumer, part]]);
  });

  test.each([
    // −a/b² · 3 + 2 with its slips in the part through a/b: +6/49, −6/7, −3/7
    ['a/b*3 + 2*b', { a: 2, b: 7 }, 'b', '2.122449', 'quotient-rule'],
    ['a/b*3 + 2*b', { a: 2, b: 7 }, 'b', '1.142857', 'quotient-rule'],
    ['a/b*3 + 2*b', { a: 2, b: 7 }, 'b', '1.571429', 'quotient-rule'],
    ['tanh(z)*3 + 2*z', { z: 0.5 }, 'z', '4.25', 'derivative-from-input'],
    ['tanh(z)*3 + 2*z', { z: 0.5 }, 'z', '3.179672', 'extra-activation'],
    ['(a + b)*(a + c)', { a: 2, b: 7, c: 3 }, 'a', '9.5', 'sum-halves'],
    // max(a, b) takes b: its part is 0, not 2
    ['2*max(a, b) + 3*a', { a: 5, b: 7 }, 'a', '5', 'wrong-route'],
  ])('in %s at %j: d%s = %s is %s', (source, values, name, text, id) => {
    expect(partsIn(source, values, name, text).map(([first]) => first)).toContain(id);
    expect(partsIn(source, values, name, text)[0]?.[2]).not.toBe('each');
  });

  test('or the same in each part', () => {
    expect(partsIn(FORK, at, 'u', '3')).toEqual([['upstream-only', 'u', 'each']]);
    expect(partsIn('sigmoid(z)*3 + 2*tanh(z)', { z: 0.5 }, 'z', '2.25')).toEqual([
      ['derivative-from-input', 'z', 'each'],
    ]);
  });

  test('is a tie where it may be in this part or in that', () => {
    expect(partsIn('2*(a*b) + 2*(a*c)', { a: 5, b: 3, c: 3 }, 'a', '9')).toEqual([
      ['local-only', 'u', 3],
      ['local-only', 'w', 3],
    ]);
  });
});

describe('rounding', () => {
  // Half of 5 is 2.5; a itself is 2.46
  const at = { a: 2.46, b: 7 };

  test('finds a signature that was rounded to what was typed', () => {
    expect(idsIn('5*(a + b)', at, 'a', '2.46')).toEqual(['own-value']);
    expect(idsIn('3*(a + b)', { ...at, a: 2.4567 }, 'a', '2.46')).toEqual(['own-value']);
    expect(idsIn('3*(a + b)', at, 'a', '2.4')).toEqual([]);
  });

  test('to one or two digits is not told as a value of the graph, nor as another mistake with that number', () => {
    // u = sigmoid(0.1) = 0.524979
    const SWISH = 'sigmoid(a)*a';
    expect(idsIn('3*(a + b)', at, 'a', '2.5')).toEqual([]);
    expect(idsIn(SWISH, { a: 0.1 }, 'u', '0.5')).toEqual([]);
    expect(idsIn(SWISH, { a: 0.1 }, 'u', '0.52')).toEqual([]);
    expect(idsIn(SWISH, { a: 0.1 }, 'a', '0.52')).toEqual([]);
    expect(idsIn(SWISH, { a: 0.1 }, 'u', '0.525')).toEqual(['factors-swapped', 'own-value']);
    expect(idsIn('a*b', { a: 0.5, b: 3 }, 'a', '0.5')).toContain('own-value');
  });

  test('to one digit is no sign of any mistake', () => {
    expect(idsIn(LECTURE, FIVE_THREE_TWO, 'b', '0.2')).toEqual([]);
  });

  test('prefers a signature that is met exactly', () => {
    expect(idsIn('5*(a + b)', at, 'a', '2.5')).toEqual(['sum-halves']);
  });

  test('goes through a worked line', () => {
    // σ′(z) · z · 3, worked out with three digits
    expect(idsIn('3*tanh(z)', { z: 0.5 }, 'z', '3*0.786*0.500')).toEqual(['extra-activation']);
    expect(idsIn('3*tanh(z)', { z: 0.5 }, 'z', '3*0.79*0.5')).toEqual([]);
  });

  test('of a whole number is none', () => {
    expect(idsIn('5*(a + b)', at, 'a', '2')).toEqual([]);
    expect(idsIn('5*(a + b)', at, 'a', '3')).toEqual([]);
  });
});

const exactly = (value: number) => ({ value, rounding: 0, shown: 0 });

const exercises = Array.from({ length: HIGHEST_LEVEL }, (_, i) => i + 1).flatMap((level) =>
  Array.from({ length: 8 }, (_, seed) => generate(level, new Random(seed))),
);

test('a signature is found again, in the order of the table, unless it is the right answer', () => {
  const order = mistakes.map(({ id }) => id);
  let checked = 0;
  for (const { source, at } of exercises) {
    const studied = study(source, { at });
    for (const { name } of questionsFor(studied, ['gradient'])) {
      const view = viewOf(studied, name);
      for (const mistake of mistakes) {
        for (const { value } of mistake.find(view)) {
          if (!Number.isFinite(value)) continue;
          const ids = [...new Set(diagnose(view, exactly(value)).map(({ id }) => id))];
          const isRight = Math.abs(value - view.gradient) <= 1e-6 * Math.max(1, Math.abs(view.gradient));
          const accepted = [mistake.id, ...('unless' in mistake ? mistake.unless : [])];
          expect(isRight ? ids.length === 0 : accepted.some((id) => ids.includes(id))).toBe(true);
          expect(ids).toEqual(order.filter((id) => ids.includes(id)));
          checked++;
        }
      }
    }
  }
  expect(checked).toBeGreaterThan(5000);
});

test('a right answer, in any form, is right and gets no diagnosis', () => {
  for (const { source, at } of exercises) {
    const studied = study(source, { at });
    for (const question of questionsFor(studied, ['local', 'path', 'gradient'])) {
      const { expected } = question;
      const rounded = expected.toPrecision(4);
      const forms = [
        String(expected),
        formatValue(expected),
        `${expected}*1`,
        `(${expected} + ${expected})/2`,
      ];
      if (/\d\.\d/u.test(rounded)) forms.push(rounded);
      for (const text of forms) {
        const { done, messages } = answer(startSession(studied, [question], 1), text);
        const [attempt] = done?.attempts ?? [];
        expect(attempt, `${source}: ${question.label} = ${text}`).toMatchObject({
          comparison: 'right',
          mistakes: [],
        });
        expect(messages.map(({ key }) => key)).toEqual([question.kind === 'path' ? 'right-part' : 'right']);
      }
    }
  }
});

/** How an answer compares, and the mistakes that it is called. */
const assessed = (source: string, at: Record<string, number>, name: string, text: string) => {
  const read = readAnswer(text, new Map());
  if (read.kind !== 'value') throw new Error(`no number: ${text}`);
  const { comparison, found: mistaken } = assessGradient(viewOf(study(source, { at }), name), read);
  return [comparison, ...mistaken.map(({ id }) => id)];
};

describe('an answer that is near the right one', () => {
  test('is close, unless it is the very number of a mistake', () => {
    // 3·5⁴ … d(x⁴) = 500 at 5; one step of 0.001 gives 500.15
    expect(assessed('x^4', { x: 5 }, 'x', '500')).toEqual(['right']);
    expect(assessed('x^4', { x: 5 }, 'x', '501')).toEqual(['wrong', 'added']);
    expect(assessed('x^4', { x: 5 }, 'x', '500.15002')).toEqual(['wrong', 'large-step']);
    expect(assessed('x^4', { x: 5 }, 'x', '500.3')).toEqual(['close']);
  });

  test('is close where it is the right one rounded, whatever mistake has that number', () => {
    expect(assessed('tanh(k)*f', { k: 5, f: 3 }, 'f', '1')).toEqual(['close']);
    expect(assessed('tanh(k)*f', { k: 5, f: 3 }, 'f', '1.00')).toEqual(['right']);
  });
});
