/** What the tutor says. */
import { unbreakable } from '../../document.ts';
import type { TutorArgs } from '../../tutor/messages.ts';
import { list } from '../list.ts';
import { mistakeIn, remedies } from '../mistakes/en.ts';
import type { Sentences } from '../words.ts';

export const tutor: Sentences<TutorArgs> = {
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
  'hint-moved': ({ name, from, to }) => `${name} goes from ${from} to ${to}. And then?`,
  'hint-step': ({ name, consumer, formula }) =>
    `Look at this step alone: ${consumer} = ${formula}. How fast does ${consumer} move with ${name} while all else stays put?`,
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
