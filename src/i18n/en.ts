import { cli } from './cli/en.ts';
import type { FindingArgs } from '../lessons/finding.ts';
import type { DomainFailure, ErrorArgs, UnsupportedConstruct } from '../core/errors.ts';
import type { Remedy } from '../tutor/mistake.ts';
import type { MistakeId } from '../tutor/mistakes.ts';
import { unbreakable } from '../document.ts';
import type { Language } from './language.ts';
import { plural } from './plural.ts';
import { ruleWith } from './rule.ts';
import type { GateName, SaidMistake, TutorArgs } from '../tutor/messages.ts';
import type { Sentences } from './words.ts';

const list = (names: readonly string[]) => names.join(', ');

const constructs: Record<UnsupportedConstruct, (text: string) => string> = {
  string: () => 'Text in quotes has no derivative. Write numbers and names without quotes.',
  boolean: (text) => `${text} is not a number. Use a comparison such as x > 0, or the numbers 1 and 0.`,
  matrix: () =>
    'Square brackets make a matrix, and gradtutor works with single numbers. Use round brackets: (a + b) * c.',
  object: () => 'Curly brackets make an object. Use round brackets: (a + b) * c.',
  index: () =>
    'gradtutor works with single numbers, so there is nothing to index. Give each element a name: x1, x2.',
  property: () => 'A dot after a name does not multiply. Write a*b.',
  range: () => 'A range such as 1:3 has no derivative. Write out the terms.',
  conversion: () => 'Units and conversions are not supported: gradtutor works with plain numbers.',
  complex: (text) =>
    `${text} reads as a complex number, and gradtutor works with real ones. If i is your variable, write ${text.replace(/i$/u, '*i')}.`,
  transpose: () => "The mark ' transposes a matrix, and gradtutor works with single numbers. Leave it out.",
  factorial: () => 'The factorial n! is not in the table. For a smooth version write gamma(n + 1).',
  bitwise: (text) => `${text} works on bits. For an absolute value write abs(x); for a power write ^.`,
  nullish: () => 'The operator ?? is not supported.',
  assignment: () =>
    'An = may only stand once in a statement, after the name it defines. Put each definition in a statement of its own.',
  call: () => 'Only a function with a name can be called, as in sin(x).',
  operator: (text) => `The operator ${text} is not supported.`,
};

const domainReasons: Record<string, string> = {
  positive: 'needs a number above 0',
  'non-negative': 'needs 0 or more',
  'non-zero': 'cannot take 0 there',
  'above-minus-one': 'needs a number above −1',
  'within-one': 'needs a number from −1 to 1',
  'inside-one': 'needs a number between −1 and 1',
  'outside-one': 'needs a number below −1 or above 1',
  'one-or-outside': 'needs a number of at least 1 or at most −1',
  'one-or-more': 'needs 1 or more',
  'zero-to-one': 'needs a number above 0 and at most 1',
  pole: 'has no value at 0 and the negative whole numbers',
  'log-base': 'needs a base above 0 that is not 1',
  'power-of-negative':
    'has no real value: a negative number to a fractional power. For a cube root write cbrt(x)',
  'zero-to-zero': 'is 0^0, which has no single value',
  'zero-to-negative': 'divides by 0',
  'even-root': 'has no real value: only odd roots of negative numbers exist',
  'both-zero': 'has no direction at (0, 0)',
  overflow: 'is too large to hold as a number',
};

const noValue = ({ node, formula, numbers, reason }: DomainFailure) =>
  `${node} = ${formula} = ${numbers} has no value: it ${domainReasons[reason] ?? reason}.`;

const errors: Sentences<ErrorArgs> = {
  empty: () => 'There is no expression. Try: gradtutor run "3*(a+b*c)"',
  'only-inputs': () => 'This only sets values. Add an expression that uses them, such as J = 3*a.',
  'syntax-unexpected': ({ part }) =>
    part === ')'
      ? 'This ) closes nothing. Remove it, or add a ( before it.'
      : `I did not expect ${part} here.`,
  'syntax-end': () => 'The expression stops too early: something is missing at the end.',
  'syntax-value': () => 'Here I expected a number, a name or a bracket.',
  'syntax-close': ({ bracket }) => `A bracket is still open here: add ${bracket}`,
  'syntax-character': ({ part }) => `I do not know the character ${part}`,
  'syntax-exponent': () => 'A number with e needs digits after it, as in 2e+3. To multiply by e, write 2*e.',
  'syntax-assign': () => 'Only a name can stand to the left of =, as in v = a + u, or f(x) = x^2.',
  'syntax-other': ({ detail }) => `I cannot read this: ${detail}`,
  'too-deep': () =>
    'This is nested too deeply to read, most deeply here. Give inner parts names: u = …; v = …',
  'number-too-large': ({ text }) => `${text} is too large to hold as a number (the limit is about 1.8e308).`,
  'digit-separator': ({ text, plain }) => `Write ${plain} without underscores (${text} reads as a product).`,
  'not-a-number-literal': ({ text }) => `${text} is not a number to compute with.`,
  unsupported: ({ construct, text }) => constructs[construct](text),
  unit: ({ name, text }) =>
    `${text} ${name} reads as a unit, and gradtutor works with plain numbers. If ${name} is your variable, write ${text}*${name}.`,
  'unknown-function': ({ name, suggestion }) =>
    `There is no function ${name}.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`}`,
  'call-of-variable': ({ name, argument }) =>
    `${name}(…) calls a function, but ${name} is a variable. To multiply, write ${name}*(${argument}).`,
  'function-without-call': ({ name }) =>
    `${name} is a function: put what it works on in brackets, ${name}(x).`,
  'function-arity': ({ name, expected, got }) =>
    `${name} takes ${expected === '1' ? '1 argument' : expected.endsWith('+') ? `at least ${expected.slice(0, -1)}` : `${expected} arguments`}, not ${got}.`,
  'function-recursive': ({ name }) =>
    `${name} calls itself. A function must be built from what comes before it.`,
  'function-parameter-twice': ({ name, parameter }) =>
    `${name} names its parameter ${parameter} twice. Give each a name of its own.`,
  'set-twice': ({ name }) =>
    `${name} is set twice. One name stands for one quantity: choose another name, or drop one.`,
  'used-before-set': ({ name }) =>
    `${name} is used before it is set. Move the statement that sets ${name} further up.`,
  cycle: ({ names }) => `${names.join(' → ')} is a circle: a quantity cannot depend on itself.`,
  'missing-value': ({ names, product }) =>
    `No value for ${list(names)}. ${product === undefined ? `Add --at ${names.map((name) => `${name}=…`).join(',')}, or give no values at all and they are chosen for you.` : `Did you mean ${product}?`}`,
  'bad-value': ({ name, text }) => `The value of ${name} is not a finite number: ${text}`,
  'bad-value-name': ({ name, text }) =>
    `The value of ${name} must be a number or built from numbers, like 1/3 or pi/4. ${text} has a name in it.`,
  'bad-at': ({ text }) => `Values are written name=number, as in --at a=5,b=3. I cannot read: ${text}`,
  'bad-nudge': ({ text }) => `The nudge must be a number other than 0, such as 0.001. I cannot use: ${text}`,
  'unknown-wrt': ({ name, names, suggestion }) =>
    `There is no variable ${name}. ${suggestion === undefined ? `There are: ${list(names.slice(0, 20))}` : `Did you mean ${suggestion}?`}`,
  'too-large-to-draw': ({ count, limit }) =>
    `The graph has ${count} nodes, too many for one picture (the limit is ${limit}). For Graphviz, write it with --format dot.`,
  domain: (failure) => `${noValue(failure)} Choose other values with --at.`,
};

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
const inShort: Readonly<Record<MistakeId, string>> = {
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
function mistakeIn(a: SaidMistake): string {
  if (a.inPart === undefined) return mistakes[a.id](a);
  return a.inPart === 'each'
    ? `${a.answer} comes out when every part has the same slip: ${inShort[a.id]}. ${ruleIn(a)}.`
    : `In ${a.answer} only the part through ${a.consumer} is off: it came out as ${a.said}. ${mistakes[a.id](a)}`;
}

const remedies: { readonly [K in Remedy]: (args: SaidMistake) => string } = {
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

const tutor: Sentences<TutorArgs> = {
  'ask-value': ({ name, formula }) => `What is ${name} = ${formula}?`,
  'ask-nudge': ({ name, output, from, to, at }) =>
    `Change ${name} from ${from} to ${to}. ${output} was ${at}: what does it become?`,
  'ask-local': ({ name, consumer, label, place }) =>
    `What is ${label}: how much does ${consumer} move for each 1 that ${name}${place > 0 ? `, its operand ${place},` : ''} moves?`,
  'ask-path': ({ name, consumer, dvar, place }) =>
    `${name} has several paths. Which part of ${dvar} comes through ${consumer}${place > 0 ? `, operand ${place}` : ''}?`,
  'ask-bug': ({ lines }) =>
    [
      'One line of this backward pass is wrong, and what follows from it went along. Which one? Type its dvar.',
      ...lines,
    ].join('\n'),
  'ask-mend': ({ dvar }) => `What should ${dvar} be?`,
  'ask-gradient': ({ dvar, output, name }) => `What is ${dvar}, that is d${output}/d${name}?`,
  right: ({ label, value }) => `Right: ${label} = ${value}.`,
  'right-part': ({ label, consumer, value }) => `Right: ${value} of ${label} comes through ${consumer}.`,
  'right-at-kink': ({ label, answer, value }) =>
    `Right: this is a kink, and ${label} = ${answer} is one of its slopes. Most programs take ${value}.`,
  close: ({ isShort }) =>
    isShort ? 'Close, but not exact. Work it out once more.' : 'Close: one more digit, please.',
  'still-open': ({ dvars }) =>
    `${list(dvars)} ${dvars.length === 1 ? 'is' : 'are'} still open. :back returns there.`,
  tested: ({ name, dvar, output, answer, step, from, predicted, reached }) =>
    `${dvar} = ${answer} says: add ${step} to ${name}, and ${output} should go from ${from} to ${predicted}. It really goes to ${reached}.`,
  wrong: ({ label, answer }) => `${label} is not ${answer}.`,
  'wrong-part': ({ label, consumer, answer }) => `The part of ${label} through ${consumer} is not ${answer}.`,
  nearly: ({ label, numbers }) => `Nearly. Compute it once more: ${label} = ${unbreakable(numbers)}.`,
  'moved-by': ({ name, output, answer, step, change, slope, way }) =>
    change === '0'
      ? `${answer} says that ${output} does not move. Follow the nudge: ${way.join(' → ')}.`
      : `${answer} says that ${output} moves by ${change} when ${name} moves by ${step}: ${slope} for each 1. Follow the nudge: ${way.join(' → ')}.`,
  diagnosis: mistakeIn,
  tie: ({ answer, mistakes: tied, remedy }) => {
    const [first] = tied;
    if (remedy && first)
      return `More than one slip leads to ${answer}, and the same thing mends them. ${remedies[remedy](first)}`;
    return [
      `Several slips lead to ${answer}. Which is yours?`,
      ...tied.map((mistake) => `• ${mistakeIn(mistake)}`),
    ].join('\n');
  },
  'follows-from': ({ dvar, answer, first, answered }) =>
    `${dvar} = ${answer} follows correctly from your ${first} = ${answered}. So this step is right, and ${first} is the one to mend.`,
  'follows-earlier': ({ dvar, answer, earlier, answered, now }) =>
    `${dvar} = ${answer} follows correctly from your earlier ${earlier} = ${answered}. But ${earlier} is ${now} now: use that.`,
  'bug-found': ({ dvar }) => `Yes, ${dvar} is the wrong line.`,
  'bug-was': ({ dvar }) => `The wrong line is ${dvar}.`,
  'bug-elsewhere': ({ dvar }) => `${dvar} is right, given the lines above it.`,
  'unknown-line': ({ text, dvars }) => `There is no line ${text}. Choose one of ${list(dvars)}.`,
  'same-again': () => 'You tried that one. Type ? for a hint.',
  undone: ({ label }) => `Taken back. We are at ${label} again.`,
  again: () => 'Try once more, or type ? for a hint.',
  skipped: ({ label, comesAgain }) =>
    comesAgain ? `Skipped for now: ${label} comes again at the end.` : `Skipped: ${label} is left open.`,
  'skipped-line': ({ comesAgain }) =>
    comesAgain
      ? 'Skipped for now: this backward pass comes again at the end.'
      : 'Skipped: which line is wrong is left open.',
  'nothing-to-undo': () => 'This is the first question of this example; :back and :undo do not leave it.',
  'not-a-number': ({ text }) =>
    `I cannot read ${text} as a number. Type a number, a fraction, or an expression such as 2*3.`,
  'not-counted': () => 'This did not count.',
  'unknown-name': ({ name, names }) =>
    `There is no ${name} here. You can use: ${list(names)}. For commands type :keys.`,
  empty: () => 'Type a number or an expression. ? is a hint, :keys lists the commands.',
  keys: () =>
    [
      '?            a hint, small at first',
      ':show   :s   the worked step',
      ':skip   :n   leave it for later: it comes again after the others',
      ':back   :b   the question before',
      ':undo   :u   take back the last answer',
      ':graph  :g   every node, with the dvars found so far',
      ':values :v   every number you may use',
      ':quit   :q   stop; you can go on later',
    ].join('\n'),
  'unknown-command': ({ text }) => `${text} is not a command. :keys lists them all.`,
  'own-hint': ({ text }) => text,
  'no-more-hints': () => 'That was the last hint. :show tells the answer.',
  'hint-value': ({ formula }) => `Work out ${formula}.`,
  'hint-nudge': ({ name, output }) =>
    `Put the new ${name} in, and go right step by step until you reach ${output}.`,
  'hint-bug': ({ dvar, rule: right }) => `Check ${dvar}: it should be ${right}.`,
  'hint-rule': ({ name, consumers, output }) => {
    if (consumers.length > 1) {
      return `${name} is used in ${list(consumers)}. For each: its own d, times how much it moves when ${name} moves by 1. Then add.`;
    }
    const [consumer = output] = consumers;
    return consumer === output
      ? `${name} is used in ${output}. How much does ${output} move when ${name} moves by 1?`
      : `${name} is used in ${consumer}, and d${consumer} is known. How much does ${consumer} move when ${name} moves by 1? Multiply the two.`;
  },
  'hint-symbols': ({ dvar, symbols }) => `${dvar} = ${symbols}`,
  'hint-local': ({ locals }) => `The local derivative: ${locals.join('; ')}.`,
  'hint-numbers': ({ dvar, numbers }) => `${dvar} = ${numbers}. Work that out.`,
  score: ({ right, follows, total, first }) => {
    if (total === 1 && follows === 0) return right === 1 ? 'Right.' : 'Not this time.';
    const found = right === total ? `All ${total} right` : `You found ${right} of ${total}`;
    const atOnce = right === first ? '' : `, ${first} of them at the first try and without a hint`;
    const followed = follows === 0 ? '' : ` ${follows} more followed rightly from an earlier slip.`;
    return `${found}${atOnce}.${followed}`;
  },
  stopped: ({ right, asked }) =>
    asked === 0 ? 'Stopped before the first answer.' : `Stopped. You found ${right} of ${asked} so far.`,
};

const findingsInWords: Sentences<FindingArgs> = {
  'folder-name': ({ id }) =>
    `The folder ${id} is not named like 01-slope: two digits, a hyphen, small letters.`,
  'file-missing': ({ name }) => `${name} is missing.`,
  yaml: ({ detail }) => `This is not YAML: ${detail}`,
  schema: ({ path, detail }) => `${path === '' ? 'The file' : path} does not fit: ${detail}`,
  'unknown-word': ({ path, word, allowed, suggestion }) =>
    `${path} cannot be ${word}. ${suggestion === undefined ? '' : `Did you mean ${suggestion}? `}It may be one of: ${allowed.join(', ')}`,
  'no-step': ({ path, keys }) =>
    `${path} is no step${keys.length === 0 ? '' : `: it has ${keys.join(', ')}`}. A step has say; show and of (and only); ask, of and about (and hint); or bug, of and in.`,
  'title-missing': () => 'The title is missing. Begin with a line such as: # Slope',
  'purpose-missing': () => 'Below the title, say in one sentence what one can do after the lesson.',
  'section-missing': ({ section }) => `The section ${section} is missing. Add a line: ## ${section}`,
  'section-unused': ({ section }) =>
    `No step uses the section ${section}. Remove it, or add a step: - say: ${section}`,
  'section-twice': ({ section }) => `The section ${section} comes up twice. Give each its own name.`,
  'summary-long': ({ lines }) => `The summary has ${lines} lines. Two are kept in mind.`,
  'html-in-prose': ({ text }) =>
    `${text} would be shown as it stands. Use paragraphs, lists, **bold** and \`code\`.`,
  link: ({ target }) =>
    `A link leads nowhere: ${target}. Write ../04-backward for a lesson of this course, or an address such as https://example.org`,
  'reading-time': ({ minutes, most }) =>
    `Reading takes about ${minutes} minutes. More than ${most} is more than a lesson.`,
  'unknown-problem': ({ name }) => `There is no problem ${name}. Add it under problems.`,
  'problem-unused': ({ name }) => `No step uses the problem ${name}. Remove it, or ask about it.`,
  'unknown-variable': ({ name, problem }) => `The problem ${problem} has no variable ${name}.`,
  'unknown-op': ({ name }) => `There is no operation ${name}.`,
  'op-untrained': ({ name }) => `No problem has the operation ${name}. Remove it from trains, or use it.`,
  'mistake-untrained': ({ name }) =>
    `The mistake ${name} never shows: at every question its number is the right answer, or it cannot be made. Choose other inputs, or remove it from trains.`,
  program: ({ problem, reason }) => `The problem ${problem} cannot be worked out. ${reason}`,
  kink: ({ problem, node }) =>
    `The problem ${problem} has a kink at ${node}, where there is no single slope. Choose other inputs, or show it with a step: show: kinks`,
  nudge: ({ problem, name }) =>
    `In the problem ${problem} the nudge does not confirm d${name}. Choose other inputs.`,
  'no-question': ({ kind, name, problem }) =>
    `There is no question of the kind ${kind} about ${name} in the problem ${problem}.`,
  'no-bug': ({ mistake, name, problem }) =>
    `The mistake ${mistake} would not show at ${name} in the problem ${problem}. Choose another variable or other inputs.`,
  placeholder: ({ text }) =>
    `${text} stands for nothing here. Write {{u}} for a value, {{du}} for a dvar, {{problem.u}} for another problem.`,
  'answer-told': ({ text }) => `${text} tells the answer to a question that is still to come.`,
};

/** English: the source of the keys. Every other language has the type of this object. */
export const en = {
  lang: 'en' as Language,
  errors,
  noValue,
  tutor,
  error: 'Error: ',
  warning: 'Note: ',
  inLine: (line: number) => `Line ${line}:`,
  unusedValue: (name: string, suggestion?: string) =>
    `${name} has a value but is not in the expression.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`}`,
  oneName: (name: string, product: string) => `${name} is read as one name. For a product write ${product}.`,
  noPart: (statement: string) =>
    `${statement} plays no part: it has no name, and it is not the last statement.`,
  chosen: (at: string) => `(chosen for you; set your own with --at ${at})`,
  forwardTitle: 'Forward pass: left to right',
  storyTitle: (output: string) => `The derivatives of ${output}, step by step`,
  otherwise: 'otherwise',
  skipped: '(this branch is not taken)',
  nudgeTitle: (step: string, output: string) => `Nudge check: add ${step} to one value and watch ${output}`,
  nudgeArrow: (step: string) =>
    `≈ is one step of ${step}; the arrow shows where the slope settles as the step shrinks.`,
  nudgeWay: 'What moves',
  nudgeSlope: 'Slope',
  nudgeAgrees: (count: number) =>
    count === 1
      ? 'The slope agrees with the backward pass below.'
      : `${count === 2 ? 'Both' : `All ${count}`} slopes agree with the backward pass below.`,
  nudgeDisagrees: (dvar: string, slope: string, gradient: string) =>
    `The slope settles at ${slope}, but the backward pass says ${dvar} = ${gradient}. One of them is wrong: please report this expression.`,
  nudgeCannotTell: (dvar: string) => `${dvar}: rounding hides a change this small, so the nudge cannot tell.`,
  nudgeKink: (dvar: string) => `${dvar}: there is no single slope here, see below.`,
  nudgeSample: (checked: number, all: number) =>
    `The graph is large: ${checked} of ${all} values were nudged. Choose which with --wrt.`,
  nudgeDirections: (count: number) =>
    `All inputs were nudged together too, along ${plural(count, 'random direction')}: the slopes agree with the gradients.`,
  directionDisagrees: (slope: string, gradient: string) =>
    `Along a random direction the slope settles at ${slope}, but the gradients together say ${gradient}. One of them is wrong: please report this expression.`,
  directionCannotTell:
    'Along a random direction of all inputs rounding hides the change, so the nudge cannot tell.',
  directionKink: 'Along a random direction of all inputs there is no single slope, see below.',
  omitted: (count: number) => `… ${plural(count, 'more step')} …`,
  kinkTitle: 'Where there is no single slope',
  kinksUnmeasured: (count: number) =>
    `There may be none at ${plural(count, 'more operation')} either: the graph is too large to measure all of them.`,
  kink: (name: string, formula: string, numbers: string) =>
    `${name} = ${formula} = ${numbers} has a corner, a jump or a vertical slope exactly here.`,
  kinkSides: (dvar: string, left: string, right: string, local: string) =>
    `${dvar}: the slope is ${left} on the left and ${right} on the right, so there is no single derivative. By convention the local derivative is taken as ${local}.`,
  kinkUndefined: (dvar: string, left: string, right: string) =>
    `${dvar}: the slope is ${left} on the left and ${right} on the right, so there is no derivative here.`,
  slopeInfinite: 'without bound',
  slopeNone: 'undefined',
  backwardTitle: 'Backward pass: the chain rule, right to left',
  dvarMeans: (dvar: string, output: string, name: string) =>
    `${dvar} is short for d${output}/d${name}: how much ${output} moves for each 1 that ${name} moves. We start at the right, with d${output} = 1.`,
  fork: (name: string, consumers: readonly string[], dvar: string) =>
    consumers.length > 1
      ? `${name} feeds ${list(consumers)}: a change travels along every path, so the parts add up (${dvar} += …).`
      : `${name} is used more than once in ${list(consumers)}: each use passes a change on, so the parts add up (${dvar} += …).`,
  via: (consumer: string) => `via ${consumer}`,
  viaOperand: (consumer: string, place: number) => `via ${consumer}, operand ${place}`,
  summaryTitle: (output: string) => `Gradient of ${output}`,
  independent: (name: string, output: string) =>
    `${output} does not move when ${name} does, so d${name} = 0.`,
  nothing: (output: string) => `${output} has no variable in it, so there is nothing to differentiate.`,
  code: {
    forward: 'Forward pass: left to right.',
    backward: (dvar: string, derivative: string) =>
      `Backward pass: the chain rule, right to left. ${dvar} is short for ${derivative}.`,
    inputs: 'The inputs: change them and run again.',
    arrays: 'The inputs: numbers, or arrays of one shape, each element a case of its own.',
    branches: 'Both branches of a condition are computed; the one not taken may have no value.',
    autograd: 'What autograd finds, beside the chain rule by hand.',
    attempt: 'The value of a formula, or another one where it has none.',
    unused: 'What autograd finds; 0 for what the output does not use at these inputs.',
    renamed: (label: string, name: string) => `${label} is called ${name} here.`,
  },
  /** A number in a lesson with the particle that its author put behind it. */
  attach: (word: string, _particle: string) => word,
  picture: {
    title: (output: string) => `Computation graph of ${output}`,
    forward: 'forward pass: values',
    backward: 'backward pass: derivatives',
    folded: (count: number) => `… ${plural(count, 'step')} …`,
    node: (equation: string, uses: readonly string[], node: { isOutput: boolean; skipped: boolean }) =>
      `${equation}, ${node.isOutput ? 'the output' : `used in ${list(uses)}`}${node.skipped ? '; this branch is not taken' : ''}.`,
    severalTimes: (name: string, uses: number) => `${name} (${uses === 2 ? 'twice' : `${uses} times`})`,
    nearest: (shown: number, all: number) =>
      `The graph has ${all} quantities; here are the ${shown} nearest to the output. For all of them add --all, or make a picture with -o graph.svg`,
    around: (name: string) => `The part of the graph around ${name}; :graph shows all of it.`,
  },
  learn: {
    welcome:
      'Welcome. This course is a row of short lessons: read a little, predict a number, and see it tested. Type ? for a hint, :s for the answer, :q to stop; the next time you go on from there.',
    stopped: (command: string) => `Stopped. Go on with: ${command}`,
    next: (title: string, command: string) => `Next: ${title}. Go on with: ${command}`,
    notKept: (command: string) =>
      `Answers from --answers, a file or a pipe are not kept in your progress. To have them kept, type them: ${command}`,
    skipped: (count: number, command: string) =>
      `You skipped ${plural(count, 'question')}, so this lesson is still open. Once more: ${command}`,
    lastDone: 'That was the last lesson. You can do backpropagation.',
    allDone: 'You have done every lesson. Practise with: gradtutor quiz --level 5',
    how: (command: string, lesson: string) =>
      `Go on with: ${command}. A lesson by its number or name: ${command} ${lesson}`,
    done: 'done',
    begun: (done: number, total: number) => `${done} of ${total}`,
    forgotten: (lesson: string) => `The progress in ${lesson} is forgotten.`,
    unknown: (text: string, suggestion?: string) =>
      `There is no lesson ${text}. ${suggestion === undefined ? 'See gradtutor learn list' : `Did you mean ${suggestion}?`}`,
    brokenCourse: (folder: string) =>
      `The course in ${folder} cannot be used. See what is wrong with: gradtutor lessons check ${folder}`,
  },
  lessons: {
    sound: (count: number) => `${plural(count, 'lesson')}, nothing to mend.`,
    unsound: (findings: number, count: number) =>
      `${plural(findings, 'thing')} to mend in ${plural(count, 'lesson')}.`,
    empty: (folder: string) =>
      `There is no lesson in ${folder}. A lesson is a folder such as 01-slope. Begin one with: gradtutor lessons new NAME`,
    badName: (name: string) =>
      `${name} is no name for a lesson. Use small letters, digits and hyphens: chain-rule`,
    isThere: (folder: string, name: string) =>
      `${folder} is there already. Give the new lesson another name, as in: gradtutor lessons new ${name}-2`,
    made: (folder: string) =>
      `Made ${folder}. Play it with: gradtutor learn --from . ${folder}. Prove it with: gradtutor lessons check .`,
    findings: findingsInWords,
  },
  cli,
  quiz: {
    problem: (number: number, count: number) => `Problem ${number} of ${count}`,
    line: 'line:',
    transcript: 'A quiz on backpropagation',
    worked: 'Worked out for you:',
    intro: 'Type a number or an expression; ? is a hint, :keys lists the commands, :q stops.',
    noQuestion: 'There is no question of this kind for this expression. Choose other kinds with --ask.',
    extraAnswers: (count: number, isMore: boolean) =>
      `${isMore ? 'More than ' : ''}${plural(count, 'answer')} left over.`,
    seed: (seed: number) => `(these problems again: --seed ${seed})`,
    goOn: 'Going on where you stopped.',
    nothingToResume: 'There is no quiz to go on with. Start one: gradtutor quiz',
    setAside: (file: string, aside: string) =>
      `${file} cannot be read. It is kept as ${aside}, and a new one is begun.`,
    notKept: (file: string, why: string) => `Your place is not kept, since I cannot use ${file}: ${why}`,
    offer: 'You stopped here before. Enter to go on from there, n to start again:',
    wentWrong: (gates: readonly string[]) => `Where it went wrong: ${list(gates)}.`,
    passed: (gate: string, right: number, total: number) => `${gate} (${right} of ${total} right at once)`,
    gates: {
      fork: 'forks',
      sum: 'sums',
      difference: 'differences',
      mean: 'means',
      product: 'products',
      quotient: 'quotients',
      power: 'powers',
      exponential: 'exponentials',
      logarithm: 'logarithms',
      router: 'max, min and relu',
      activation: 'activations',
      logistic: 'sigmoids',
    } satisfies Record<GateName, string> as Readonly<Record<GateName, string>>,
    cameUp: 'What came up:',
    practise: (command: string) => `To practise that: ${command}`,
    mistakes: inShort,
  },
  currentMark: 'now:',
  walk: {
    intro:
      'Now you. Work from right to left. Type a number or an expression; ? is a hint, :s shows the answer, :q stops.',
    nudged: 'Nudge:',
    chain: 'Chain rule:',
  },
};

export type Messages = typeof en;
