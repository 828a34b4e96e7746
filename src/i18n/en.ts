import { cli } from './cli/en.ts';
import { findings } from './lessons/en.ts';
import { list } from './list.ts';
import { inShort } from './mistakes/en.ts';
import { tutor } from './tutor/en.ts';
import type { DomainFailure, ErrorArgs, UnsupportedConstruct } from '../core/errors.ts';
import type { Language } from './language.ts';
import { plural } from './plural.ts';
import type { GateName } from '../tutor/messages.ts';
import type { Sentences } from './words.ts';

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
  bars: () => 'Bars are not read here. For an absolute value write abs(x).',
  logic: (text) => `Instead of ${text} write ${text === '&&' ? 'and' : 'or'}.`,
  bitwise: (text) => `${text} works on bits, and gradtutor works with real numbers. For a power write ^.`,
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
    findings,
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
