import { describe, expect, test } from 'vitest';
import { trace, type Trace } from '../../src/core/trace.ts';
import { type Example, examples } from '../support/examples.ts';
import '../support/numbers.ts';

/** The definitions of the example's intermediates, then its expression: equal subexpressions become one node. */
const programOf = ({ expression, expected_intermediates = {} }: Example): string =>
  [...Object.entries(expected_intermediates).map(([name, { def }]) => `${name} = ${def}`), expression].join(
    '; ',
  );

const forwardValue = (told: Trace, name: string): number | undefined =>
  told.forward.find((step) => step.name === name)?.value;

/** Relative and absolute distance that a source's printed digits leave open. */
const allowance = ({ source_tolerance }: Example): readonly [relative: number, absolute: number] =>
  source_tolerance === undefined ? [1e-9, 1e-12] : [0, source_tolerance];

test('there are 53 examples, each with a name of its own', () => {
  expect(examples).toHaveLength(53);
  expect(new Set(examples.map(({ id }) => id)).size).toBe(53);
});

describe.each(examples)('$id', (example) => {
  const told = trace(example.expression, { at: example.inputs });

  test('has the value and every gradient that its source prints', () => {
    expect(told.value).toBeNear(example.expected_value, ...allowance(example));
    for (const [name, gradient] of Object.entries(example.expected_gradients)) {
      expect(told.gradients[name]).toBeNear(gradient, ...allowance(example));
    }
  });

  test('has nudges that all agree with the backward pass', () => {
    expect(told.nudges.map(({ name, verdict }) => ({ name, verdict }))).toEqual(
      told.nudges.map(({ name }) => ({ name, verdict: 'agrees' })),
    );
    expect(told.nudges.length).toBeGreaterThan(0);
    expect(told.unchecked).toBe(0);
  });

  test('was given all of its values, and uses them', () => {
    expect(told.chosen).toEqual([]);
    expect(told.unused).toEqual([]);
    expect(told.inputs).toEqual(example.inputs);
  });
});

describe.each(examples.filter((example) => example.expected_intermediates))(
  '$id with its intermediates named',
  (example) => {
    const told = trace(programOf(example), { at: example.inputs });

    test('has every intermediate value and gradient, and the same result', () => {
      for (const [name, { value, grad }] of Object.entries(example.expected_intermediates ?? {})) {
        expect(forwardValue(told, name)).toBeNear(value, ...allowance(example));
        expect(told.gradients[name]).toBeNear(
          grad ?? (told.gradients[name] as number),
          ...allowance(example),
        );
      }
      expect(told.value).toBeNear(example.expected_value, ...allowance(example));
      for (const [name, gradient] of Object.entries(example.expected_gradients)) {
        expect(told.gradients[name]).toBeNear(gradient, ...allowance(example));
      }
      expect(told.nudges.every(({ verdict }) => verdict === 'agrees')).toBe(true);
    });
  },
);

const nudged = examples.flatMap((example) =>
  (example.nudges ?? []).map((nudge) => ({ id: example.id, example, nudge })),
);

describe('the nudges of the sources', () => {
  test.each(nudged.filter(({ nudge }) => nudge.var !== undefined))(
    '$id: $nudge.var to $nudge.to moves the output to $nudge.value',
    ({ example, nudge }) => {
      const name = nudge.var as string;
      const program = programOf(example);
      const from =
        example.inputs[name] ?? forwardValue(trace(program, { at: example.inputs }), name) ?? Number.NaN;
      const told = trace(program, { at: example.inputs, nudge: (nudge.to as number) - from });
      const chain = told.nudges.find((step) => step.name === name)?.chain ?? [];
      expect(chain[0]?.to).toBeNear(nudge.to as number);
      expect(chain.at(-1)?.to).toBeNear(nudge.value as number, 0, nudge.tol ?? 1e-9);
      expect(chain.at(-1)?.to).toBeNear(nudge.exact as number, 1e-10);
    },
  );

  test.each(nudged.filter(({ nudge }) => nudge.kind === 'forward'))(
    '$id: a one-sided step of $nudge.eps has slope $nudge.slope',
    ({ example, nudge }) => {
      const told = trace(example.expression, { at: example.inputs, nudge: nudge.eps as number });
      expect(told.nudges[0]?.slope).toBeNear(nudge.slope as number);
    },
  );

  test.each(nudged.filter(({ nudge }) => nudge.kind === 'central'))(
    '$id: steps of $nudge.eps to both sides have slope $nudge.slope',
    ({ example, nudge }) => {
      const slopes = [nudge.eps as number, -(nudge.eps as number)].map(
        (eps) => trace(example.expression, { at: example.inputs, nudge: eps }).nudges[0]?.slope as number,
      );
      expect(((slopes[0] as number) + (slopes[1] as number)) / 2).toBeNear(nudge.slope as number);
    },
  );

  test.each(nudged.filter(({ nudge }) => nudge.kind === 'gd_step'))(
    '$id: a step against the gradient with rate $nudge.lr goes to $nudge.new_w',
    ({ example, nudge }) => {
      const { gradients } = trace(example.expression, { at: example.inputs });
      const stepped = (example.inputs['w'] as number) - (nudge.lr as number) * (gradients['w'] as number);
      expect(stepped).toBeNear(nudge.new_w as number);
    },
  );

  test('are all of a kind that a test above looks at', () => {
    expect(nudged.filter(({ nudge }) => nudge.var === undefined && nudge.kind === undefined)).toEqual([]);
  });
});
