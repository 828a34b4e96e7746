import type { MistakeId } from '../../src/tutor/mistakes.ts';
import type { Question } from '../../src/tutor/questions.ts';
import type { Sheet, Use } from './sheet.ts';

/** A number that a learner with one slip types, and what the tutor may call the slip. */
export interface Slip {
  readonly name: string;
  readonly value: number;
  readonly ids: readonly MistakeId[];
}

const slip = (name: string, value: number, ...ids: MistakeId[]): Slip => ({ name, value, ids });

const ARITHMETIC: Readonly<Record<string, (x: number, y: number) => number>> = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
  pow: (x, y) => x ** y,
};

/** How tightly an operation binds, as one learns it at school. */
const BINDS: Readonly<Record<string, number>> = { add: 1, subtract: 1, multiply: 2, divide: 2, pow: 3 };

/** What a learner makes of a binary operation one of whose operands is one too. */
function misreadings(sheet: Sheet, name: string): Slip[] {
  const { op = '', operands } = sheet.node(name);
  const outer = ARITHMETIC[op];
  const [x, y] = operands.map(sheet.value);
  if (!outer || x === undefined || y === undefined) return [];
  return operands.flatMap((operand, slot): Slip[] => {
    const node = sheet.isConstant(operand) ? undefined : sheet.node(operand);
    const inner = ARITHMETIC[node?.op ?? ''];
    const [p, q] = (node?.operands ?? []).map(sheet.value);
    if (!inner || p === undefined || q === undefined) return [];
    const [loose, tight] = [BINDS[node?.op ?? ''] as number, BINDS[op] as number];
    if (slot === 1 && loose > tight)
      return [slip('read from left to right', inner(outer(x, p), q), 'misread')];
    if (loose > tight || (slot === 0 && loose === tight)) return [];
    const open = slot === 0 ? inner(p, outer(q, y)) : inner(outer(x, p), q);
    return [slip('brackets overlooked', open, 'misread')];
  });
}

function aboutValue(sheet: Sheet, { name, expected }: Question): Slip[] {
  const { op = '', operands } = sheet.node(name);
  const xs = operands.map(sheet.value);
  const [x = NaN, y = NaN] = xs;
  const found = [...misreadings(sheet, name), slip('sign', -expected, 'value-sign', 'operands-swapped')];
  if (op === 'multiply') found.push(slip('a sum for a product', x + y, 'sum-for-product'));
  if (op === 'add') found.push(slip('a product for a sum', x * y, 'product-for-sum'));
  if (op === 'pow') found.push(slip('a power as a product', x * y, 'power-as-product'));
  if (['subtract', 'divide', 'pow'].includes(op))
    found.push(slip('the other way round', ARITHMETIC[op]?.(y, x) ?? NaN, 'operands-swapped'));
  if (['add', 'subtract'].includes(op))
    found.push(slip('a sign dropped', op === 'add' ? x - y : x + y, 'operand-sign', 'misread'));
  if (op in ARITHMETIC)
    for (const left of xs) found.push(slip('an operand left out', left, 'operand-left-out', 'value-sign'));
  if (xs.length === 1 && !['unaryMinus', 'identity'].includes(op))
    found.push(slip('a function left out', x, 'function-left-out'));
  return found;
}

function aboutNudge(sheet: Sheet, { name, expected }: Question): Slip[] {
  const { nudge: h, value: from, output, nudges } = sheet.trace;
  const change = expected - from;
  const inside = sheet.uses(name).filter(({ consumer }) => consumer !== output);
  const chain = nudges.find((step) => step.name === name)?.chain ?? [];
  return [
    slip('the change alone', change, 'change-for-output'),
    slip('the old value', from, 'output-unmoved'),
    slip('the nudge as the change', from + h, 'step-for-change', 'local-change', 'upstream-change'),
    slip('the wrong way', from - change, 'nudge-sign'),
    slip('the slope', sheet.gradient(name), 'slope-for-output'),
    ...[-2, -1, 1, 2].map((k) => slip('decimal place', from + change * 10 ** k, 'decimal-place')),
    ...inside.map(({ L }) => slip('local slope only', from + L * h, 'local-change', 'step-for-change')),
    ...inside.map(({ G }) => slip('downstream slope only', from + G * h, 'upstream-change')),
    ...chain.slice(0, -1).map(({ to }) => slip('stopped on the way', to, 'stopped-on-the-way')),
  ];
}

const useIn = (sheet: Sheet, { name, consumer, slot }: Question): Use | undefined =>
  sheet.uses(name).find((use) => use.consumer === consumer && use.slot === slot);

function aboutLocal(sheet: Sheet, question: Question): Slip[] {
  const use = useIn(sheet, question);
  if (!use) return [];
  const x = sheet.value(question.name);
  const n = use.op === 'pow' && use.slot === 0 ? (use.operands[1] ?? NaN) : NaN;
  return [
    slip('the whole chain', use.G * use.L, 'chain-for-local'),
    slip('sign', -use.L, 'sign', 'quotient-rule'),
    slip('upside down', 1 / use.L, 'upside-down'),
    slip("the node's own value", x, 'own-value', 'factors-swapped'),
    slip("the consumer's value", sheet.value(use.consumer), 'node-value'),
    slip('the change', use.L * sheet.trace.nudge, 'change-not-rate'),
    ...[n * x ** n, x ** (n - 1), (n - 1) * x ** n].map((value) => slip('power rule', value, 'power-rule')),
    slip('the other factor', use.op === 'multiply' ? x : NaN, 'factors-swapped', 'own-value'),
  ];
}

function aboutPath(sheet: Sheet, question: Question): Slip[] {
  const use = useIn(sheet, question);
  if (!use) return [];
  const others = sheet.uses(question.name).filter((other) => other !== use);
  return [
    slip('the whole', sheet.gradient(question.name), 'whole-for-part'),
    ...others.map(({ G, L }) => slip('another path', G * L, 'other-part')),
    slip('local derivative only', use.L, 'local-only'),
    slip('upstream only', use.G, 'upstream-only'),
    slip('added', use.G + use.L, 'added'),
    slip('sign', -use.G * use.L, 'sign', 'quotient-rule', 'target-minus-output'),
  ];
}

/** The slips that can be made at a question, each with its number; those that cannot be written down are left out. */
export function slipsAt(sheet: Sheet, question: Question): Slip[] {
  const about = { value: aboutValue, nudge: aboutNudge, local: aboutLocal, path: aboutPath };
  const { kind } = question;
  if (kind !== 'value' && kind !== 'nudge' && kind !== 'local' && kind !== 'path') return [];
  return about[kind](sheet, question).filter(({ value }) => Number.isFinite(value));
}
