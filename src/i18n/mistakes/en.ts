/** What is said of mistakes. */
import { unbreakable } from '../../document.ts';
import type { Remedy } from '../../tutor/mistake.ts';
import type { MistakeId } from '../../tutor/mistakes.ts';
import type { SaidMistake } from '../../tutor/messages.ts';
import { ruleWith } from '../rule.ts';

const ruleIn = ruleWith((place) => `operand ${place}`);

const mistakes: { readonly [K in MistakeId]: (args: SaidMistake) => string } = {
  'one-branch': (a) =>
    a.places !== undefined
      ? `${a.said} counts ${a.name} in one place only. ${a.name} stands in ${a.consumer} ${a.places === 2 ? 'twice' : `${a.places} times`}, and each place counts: ${ruleIn(a)}.`
      : `${a.said} is only the part through ${a.consumer}. ${a.name} reaches ${a.output} by more than one path, and the parts add up: ${ruleIn(a)}.`,
  'local-only': (a) =>
    `${a.said} is ${a.local}, the local derivative. Multiply it by d${a.consumer}, which comes from the right: ${ruleIn(a)}.`,
  'upstream-only': (a) =>
    a.consumer === a.output
      ? `${a.said} is d${a.output}, where we start: ${a.output} moves 1 for each 1 of itself. How much does it move for each 1 of ${a.name}?`
      : `${a.said} is d${a.consumer}, as it arrives from the right. It still has to pass through ${a.consumer}: multiply by ${a.local}. ${ruleIn(a)}.`,
  'factors-swapped': (a) =>
    a.consumer === a.output
      ? `${a.said} multiplies by ${a.name} itself. In a product, moving ${a.name} by 1 moves ${a.output} by the other factor: that one is ${a.dvar}.`
      : `${a.said} multiplies by ${a.name} itself. In a product, moving ${a.name} by 1 moves the result by the other factor, so that is ${a.local}: ${ruleIn(a)}.`,
  'change-not-rate': (a) =>
    `${a.said} is how far ${a.output} moves for a nudge of ${a.step}. Divide by the nudge: a derivative is the change for each unit.`,
  'link-skipped': (a) =>
    `${a.said} leaves out one link of the chain: ${a.local}. Multiply by every local derivative on the way.`,
  'branches-multiplied': (a) =>
    `${a.said} multiplies the parts of the paths. Changes along several paths add up: ${ruleIn(a)}.`,
  'branches-averaged': (a) =>
    `${a.said} is the average of the parts. Each path brings its whole part, so add them: ${ruleIn(a)}.`,
  'locals-summed': (a) =>
    `${a.said} adds the local derivatives alone. Multiply each by the dvar of its node first: ${ruleIn(a)}.`,
  added: (a) =>
    a.consumer === a.output
      ? `${a.said} is ${a.local} plus 1, for d${a.output}. Along a chain, multiply: 1 times ${a.local} is ${a.local} itself.`
      : `${a.said} is d${a.consumer} plus ${a.local}. Along a chain, multiply: ${ruleIn(a)}.`,
  'nudged-output': (a) =>
    `${a.said} is where ${a.output} lands when ${a.name} moves by ${a.step}. Take how far it moved, and divide by ${a.step}.`,
  'own-value': (a) =>
    `${a.said} is the value of ${a.name}. ${a.dvar} is how much ${a.output} moves for each 1 that ${a.name} moves.`,
  'node-value': (a) =>
    `${a.said} is the value of ${a.consumer}. ${a.dvar} is how much ${a.output} moves for each 1 that ${a.name} moves.`,
  sign: (a) =>
    a.inPart === undefined
      ? `${a.said} has the right size and the wrong sign. Watch the nudge: does ${a.output} go up or down? ${ruleIn(a)}.`
      : `${a.said} has the right size and the wrong sign: does ${a.consumer} go up or down when ${a.name} goes up? ${ruleIn(a)}.`,
  'target-minus-output': (a) =>
    `${a.said} has the wrong sign: for this loss ${a.dvar} is the output minus the target, not the target minus the output.`,
  'upside-down': (a) =>
    `${a.said} is upside down. ${a.dvar} is how much ${a.output} moves for each 1 of ${a.name}, not the other way round.`,
  'product-of-derivatives': (a) =>
    `${a.said} multiplies the derivatives of the two factors of ${a.consumer}. ${a.name} moves both: take each one's change times the other factor, and add.`,
  'wrong-point': (a) =>
    `${a.said} takes the derivative of ${a.consumer} at the value of ${a.name}. What goes into ${a.consumer} is ${a.other}: take it there.`,
  'derivative-from-input': (a) =>
    `${a.said} puts ${a.name} into the formula where ${a.consumer} belongs: this derivative is built from what comes out, not from what goes in.`,
  'extra-activation': (a) => `${a.said} has a factor ${a.name} too many: ${ruleIn(a)}.`,
  'sum-halves': (a) =>
    `${a.said} is half of d${a.consumer}. An addition does not share out: each of its inputs moves it one for one, so all of d${a.consumer} comes through.`,
  'wrong-route': (a) =>
    `${a.said} sends the gradient the wrong way. Does ${a.consumer} move when ${a.name} moves a little? If it does, all of d${a.consumer} comes through; if not, 0.`,
  'power-rule': (a) =>
    `${a.said} is a slip in the power rule. The exponent comes down in front, and the new exponent is one less: ${ruleIn(a)}.`,
  'quotient-rule': (a) =>
    `${a.said} is a slip in ${a.local}. For a number below the bar it is minus the top, over the bottom squared.`,
  divisor: (a) =>
    `${a.said} is off by a factor of ${a.other}. Check that you divide by ${a.other} exactly once.`,
  'counted-twice': (a) => `${a.said} is twice too much: something on the way to ${a.dvar} is counted twice.`,
  'other-variable': (a) => `${a.said} is d${a.consumer}. Look again where ${a.name} is used: ${ruleIn(a)}.`,
  'large-step': (a) =>
    `${a.said} is the slope of one step of ${a.other}. A derivative is what it settles to as the step shrinks.`,
  'whole-for-part': (a) =>
    `${a.said} is all of ${a.dvar}. Asked is only what comes through ${a.consumer}: ${ruleIn(a)}.`,
  'chain-for-local': (a) =>
    `${a.said} goes all the way to the output. ${a.dvar} is one step only: how much ${a.consumer} moves for each 1 that ${a.name} moves.`,
  'other-part': (a) =>
    `${a.said} is what comes through ${a.consumer}. Asked is the other path: ${ruleIn(a)}.`,
  misread: (a) =>
    `${a.said} is ${unbreakable(a.other)}. In ${ruleIn(a)}, ${a.consumer} is worked out first, and counts as one number.`,
  'sum-for-product': (a) => `${a.said} adds the numbers. Here they are multiplied: ${ruleIn(a)}.`,
  'product-for-sum': (a) => `${a.said} multiplies the numbers. Here they are added: ${ruleIn(a)}.`,
  'power-as-product': (a) =>
    `${a.said} multiplies by the exponent. A power multiplies a number by itself, as often as the exponent says: ${ruleIn(a)}.`,
  'operands-swapped': (a) => `${a.said} takes them the other way round, and the order counts: ${ruleIn(a)}.`,
  'value-sign': (a) => `${a.said} has the right size and the wrong sign: ${ruleIn(a)}.`,
  'operand-sign': (a) =>
    `${a.said} comes out when the sign of ${a.consumer} is turned. Put it in with the sign it has: ${ruleIn(a)}.`,
  'operand-left-out': (a) => `${a.said} leaves out ${a.consumer}: ${ruleIn(a)}.`,
  'function-left-out': (a) =>
    `${a.said} is ${a.consumer}, which goes in. What comes out is asked: ${ruleIn(a)}.`,
  'other-value': (a) => `${a.said} is the value of ${a.consumer}. Asked is ${ruleIn(a)}.`,
  'change-for-output': (a) =>
    `${a.said} is how far ${a.output} moves. Add that to where ${a.output} was: what does it become?`,
  'output-unmoved': (a) =>
    `${a.said} is where ${a.output} was. A change of ${a.name} travels on to ${a.output}: follow it to the right.`,
  'local-change': (a) =>
    `${a.said} moves ${a.output} only as far as ${a.consumer} moves. From ${a.consumer} the change goes on to ${a.output}: what becomes of it on the way?`,
  'step-for-change': (a) =>
    `${a.said} moves ${a.output} by ${a.step}, as far as ${a.name} itself. On the way a change can grow or shrink: follow it step by step.`,
  'upstream-change': (a) =>
    `${a.said} comes out if ${a.consumer} moves by ${a.step}. How far does ${a.consumer} really move when ${a.name} moves by ${a.step}?`,
  'nudge-sign': (a) =>
    `${a.said} moves ${a.output} as far as it should, but the wrong way. Does ${a.output} go up or down?`,
  'decimal-place': (a) =>
    `${a.said} has the right digits, but the change stands in the wrong decimal place. The nudge is ${a.step}: count its places.`,
  'slope-for-output': (a) =>
    `${a.said} is the slope: how much ${a.output} moves for each 1 of ${a.name}. How far does it move for ${a.step}, and where does it land?`,
  'stopped-on-the-way': (a) =>
    a.consumer === a.name
      ? `${a.said} is ${a.name} after the nudge. Put it in, and go on to ${a.output}.`
      : `${a.said} is where ${a.consumer} lands. Go on from there to ${a.output}.`,
};

/** Mistakes in a few words, as in a list. */
export const inShort: Readonly<Record<MistakeId, string>> = {
  'one-branch': 'one branch of a fork left out',
  'local-only': 'the local derivative without what comes from the right',
  'upstream-only': 'what comes from the right without the local derivative',
  'factors-swapped': "a product's own factor instead of the other one",
  'change-not-rate': 'the change instead of the rate',
  'link-skipped': 'a link of the chain left out',
  'branches-multiplied': 'branches multiplied instead of added',
  'branches-averaged': 'branches averaged instead of added',
  'locals-summed': 'local derivatives added without their upstream gradients',
  added: 'added where the chain multiplies',
  'nudged-output': 'the nudged output instead of its change',
  'own-value': 'a value instead of a derivative',
  'node-value': "another node's value instead of a derivative",
  sign: 'the sign',
  'target-minus-output': 'target minus output instead of output minus target',
  'upside-down': 'the derivative upside down',
  'product-of-derivatives': 'the derivatives of two factors multiplied',
  'wrong-point': 'a derivative taken at the wrong point',
  'derivative-from-input': "an activation's derivative built from its input",
  'extra-activation': "an activation's input as an extra factor",
  'sum-halves': 'half of what an addition passes on',
  'wrong-route': 'the wrong side of a max or relu',
  'power-rule': 'the power rule',
  'quotient-rule': 'the quotient rule',
  divisor: 'the division by m',
  'counted-twice': 'something counted twice',
  'other-variable': "another variable's gradient",
  'large-step': 'one large step instead of the limit',
  'whole-for-part': 'the whole gradient instead of one part',
  'chain-for-local': 'the whole chain instead of one local derivative',
  'other-part': 'the part of another path',
  misread: 'the order of operations',
  'sum-for-product': 'added instead of multiplied',
  'product-for-sum': 'multiplied instead of added',
  'power-as-product': 'a power taken for a product',
  'operands-swapped': 'the order in a difference, quotient or power',
  'value-sign': 'the sign of a value',
  'operand-sign': 'the sign of a number put in',
  'operand-left-out': 'a number left out',
  'function-left-out': 'a function not applied',
  'other-value': "another node's value",
  'change-for-output': 'the change instead of the new value',
  'output-unmoved': 'the old value instead of the new one',
  'local-change': 'a change that is not followed to the output',
  'step-for-change': 'the nudge itself instead of the change it makes',
  'upstream-change': 'a change that starts too far to the right',
  'nudge-sign': 'the direction of a change',
  'decimal-place': 'the decimal place of a change',
  'slope-for-output': 'the slope instead of the new value',
  'stopped-on-the-way': 'a nudge that is not followed to the output',
};

/** What was done; at a fork, in which part. */
export function mistakeIn(a: SaidMistake): string {
  if (a.inPart === undefined) return mistakes[a.id](a);
  return a.inPart === 'each'
    ? `${a.answer} comes out when every part has the same slip: ${inShort[a.id]}. ${ruleIn(a)}.`
    : `In ${a.answer} only the part through ${a.consumer} is off: it came out as ${a.said}. ${mistakes[a.id](a)}`;
}

export const remedies: { readonly [K in Remedy]: (args: SaidMistake) => string } = {
  chain: (a) => `Multiply what comes from the right by the local derivative: ${ruleIn(a)}.`,
  local: (a) => `Work out the local derivative once more: ${ruleIn(a)}.`,
  fork: (a) => `Take the part of every path once, and add them up: ${ruleIn(a)}.`,
  rate: (a) =>
    `${a.dvar} is no value and no change, but a rate: how much ${a.output} moves for each 1 that ${a.name} moves.`,
  rule: (a) => `Go through the rule once more: ${ruleIn(a)}.`,
  value: (a) => `Put the numbers in once more, one by one: ${ruleIn(a)}.`,
  nudge: (a) =>
    `Follow the nudge from ${a.name} to the right: how far does each node move, up to ${a.output}?`,
};
