import type { Study } from '../core/trace.ts';
import { formatValue } from '../core/value.ts';
import { compareAnswer, type Comparison, type TypedNumber } from './answer.ts';
import { assess, type Open } from './assess.ts';
import type { TutorMessage } from './messages.ts';
import type { MistakeId } from './mistakes.ts';
import type { Question } from './questions.ts';
import { explainWrong, followsFrom, type Slip } from './wrong.ts';

/** What was answered before, and what is still to come. */
export interface Past extends Open {
  /** Gradients that came out wrong, or right from a wrong one, in the order of telling. */
  readonly slips: ReadonlyMap<string, Slip>;
}

/** What an answer is worth, and what to say about it. */
export interface Judgement {
  readonly comparison: Comparison | 'follows';
  /** Mistakes that give this number; more than one is a tie. */
  readonly mistakes: readonly MistakeId[];
  readonly messages: readonly TutorMessage[];
}

/**
 * The one judge of numbers: right, right given an earlier wrong answer, close, or wrong and why.
 * @param text the answer as it was typed
 */
export function judgeNumber(
  study: Study,
  question: Question,
  text: string,
  typed: TypedNumber,
  { slips, ...open }: Past,
): Judgement {
  const { label, expected, kind } = question;
  const { comparison, found } = assess(study, question, open, typed);
  if (comparison === 'right') {
    const args = { label, value: formatValue(expected) };
    if (kind === 'path') {
      const { consumer = '' } = question;
      return { comparison, mistakes: [], messages: [{ key: 'right-part', args: { ...args, consumer } }] };
    }
    const isOther = kind === 'gradient' && compareAnswer(typed, expected) !== 'right';
    const message: TutorMessage = isOther
      ? { key: 'right-at-kink', args: { ...args, answer: formatValue(typed.value) } }
      : { key: 'right', args };
    return { comparison, mistakes: [], messages: [message] };
  }
  const followed = kind === 'gradient' ? followsFrom(study, question, typed, slips) : undefined;
  if (followed) return { comparison: 'follows', mistakes: [], messages: [followed] };
  if (comparison === 'close') {
    // Where the exact number is no longer than what was typed, more digits are not what is missing.
    const isShort = formatValue(expected).length <= text.trim().length;
    return { comparison, mistakes: [], messages: [{ key: 'close', args: { isShort } }] };
  }
  return {
    comparison,
    mistakes: [...new Set(found.map(({ id }) => id))],
    messages: explainWrong(study, question, typed.value, found),
  };
}
