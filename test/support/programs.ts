import * as fc from 'fast-check';

/** A program and the same thing as a function, so that a test can evaluate it without gradtutor. */
export interface RandomProgram {
  readonly text: string;
  readonly at: Readonly<Record<string, number>>;
  /** Value of the program; a name's own value is used in place of its formula where `held` says so. */
  readonly evaluate: (held: Readonly<Record<string, number>>) => number;
  /** Inputs and intermediates. */
  readonly names: readonly string[];
}

interface Step {
  readonly write: (a: string, b: string) => string;
  readonly compute: (a: number, b: number) => number;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Smooth everywhere, and mild: no value or slope explodes however often they are composed. */
const STEPS: readonly Step[] = [
  { write: (a, b) => `${a} + ${b}`, compute: (a, b) => a + b },
  { write: (a, b) => `${a} - ${b}`, compute: (a, b) => a - b },
  { write: (a, b) => `tanh(${a}) * ${b}`, compute: (a, b) => Math.tanh(a) * b },
  { write: (a, b) => `${a} * ${b} / 4`, compute: (a, b) => (a * b) / 4 },
  { write: (a, b) => `${a} / (2 + ${b}^2)`, compute: (a, b) => a / (2 + b * b) },
  { write: (a) => `sin(${a})`, compute: (a) => Math.sin(a) },
  { write: (a, b) => `cos(${a}) + ${b}`, compute: (a, b) => Math.cos(a) + b },
  { write: (a, b) => `sigmoid(${a} - ${b})`, compute: (a, b) => sigmoid(a - b) },
  { write: (a) => `exp(-${a}^2)`, compute: (a) => Math.exp(-a * a) },
  { write: (a, b) => `log(1 + ${a}^2) * ${b}`, compute: (a, b) => Math.log(1 + a * a) * b },
  { write: (a, b) => `sqrt(1 + ${a}^2 + ${b}^2)`, compute: (a, b) => Math.sqrt(1 + a * a + b * b) },
  { write: (a, b) => `atan2(${a}, 3 + ${b}^2)`, compute: (a, b) => Math.atan2(a, 3 + b * b) },
  { write: (a) => `softplus(${a})`, compute: (a) => Math.log(1 + Math.exp(a)) },
  { write: (a, b) => `hypot(${a}, ${b}, 1)`, compute: (a, b) => Math.hypot(a, b, 1) },
  { write: (a, b) => `mean(${a}, ${b}, ${a})`, compute: (a, b) => (2 * a + b) / 3 },
  { write: (a, b) => `-${a} * 0.5 + prod(${b}, 0.25)`, compute: (a, b) => -a * 0.5 + b * 0.25 },
];

/** Keeps apart statements that are otherwise the same: gradtutor would make them one quantity with two names. */
const factor = (statement: number): number => 0.9 + statement / 50;

const INPUTS = ['a', 'b', 'c', 'x'];
const NAMES = ['k', 'l', 'm', 'n', 'o', 'q', 'r', 's'];

/** Programs of up to eight statements over up to four inputs, in which values are used again and again. */
export const randomProgram: fc.Arbitrary<RandomProgram> = fc
  .record({
    values: fc.array(fc.integer({ min: -200, max: 200 }), { minLength: 1, maxLength: 4 }),
    steps: fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat(1000), fc.nat(1000)), {
      minLength: 2,
      maxLength: 8,
    }),
  })
  .map(({ values, steps }) => {
    const inputs = INPUTS.slice(0, values.length);
    const names = [...inputs];
    const rows = steps.map(([step, first, second], i) => {
      const [a, b] = [names[first % names.length] as string, names[second % names.length] as string];
      const name = NAMES[i] as string;
      names.push(name);
      return { name, step, a, b };
    });
    const at = Object.fromEntries(inputs.map((name, i) => [name, ((values[i] as number) + 0.5) / 100]));
    const written = rows.map(({ name, step, a, b }, i) => `${name} = ${factor(i)} * (${step.write(a, b)})`);
    const sum = names.join(' + ');
    const evaluate = (held: Readonly<Record<string, number>>): number => {
      const known = new Map<string, number>(Object.entries({ ...at, ...held }));
      for (const [i, { name, step, a, b }] of rows.entries()) {
        const value = factor(i) * step.compute(known.get(a) as number, known.get(b) as number);
        known.set(name, held[name] ?? value);
      }
      return names.reduce((total, name) => total + (known.get(name) as number), 0);
    };
    return { text: [...written, `J = ${sum}`].join('; '), at, evaluate, names };
  });
