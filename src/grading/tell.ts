import { say, wordsOf } from '../conversation.ts';
import { formatValue } from '../core/value.ts';
import { type Block, prose, type Role } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import type { GradingWords } from '../i18n/grading/en.ts';
import { inWords } from '../i18n/words.ts';
import type { CreditRule } from './credit.ts';
import type { Graded, HandIn, Outcome } from './grade.ts';
import type { GradingError } from './problem.ts';
import { isAllRight, scoreOf } from './report.ts';

/** Names in a sentence; more would be a list to read. */
const MOST_NAMES = 20;

const ROLES: Readonly<Record<Outcome, Role>> = {
  right: 'good',
  follows: 'good',
  close: 'bad',
  wrong: 'bad',
  missing: 'bad',
};

/** What to say about one answer; paragraphs are separated by line ends. */
export function feedbackOn(
  { question, messages, formula }: Graded,
  t: Messages,
  words: GradingWords,
): string {
  if (messages.length === 0)
    return words.missing(question.label, formula === undefined ? undefined : `${question.name} = ${formula}`);
  const told = messages.map((message) =>
    // The tutor's own sentence tells of its commands.
    message.key === 'unknown-name'
      ? words.unknownInAnswer(message.args.name, message.args.names.slice(0, MOST_NAMES))
      : wordsOf(message, t),
  );
  return told.join('\n');
}

/** A graded hand-in for a person: every answer with what is to be said about it, and the names that lead nowhere. */
export function tellHandIn({ graded, unknown }: HandIn, t: Messages, words: GradingWords): Block[] {
  const told = graded.flatMap((one) => tellAnswer(one, t, words));
  const lost = unknown.map(({ name, suggestion }) =>
    prose(2, { role: 'bad', text: words.unknown(name, suggestion) }),
  );
  return [...told, ...lost];
}

function tellAnswer(one: Graded, t: Messages, words: GradingWords): Block[] {
  const { question, outcome, text } = one;
  const [first = '', ...more] = feedbackOn(one, t, words).split('\n');
  const isSaid = outcome === 'right' || outcome === 'missing';
  const head = isSaid
    ? [prose(2, { role: ROLES[outcome], text: first })]
    : [
        prose(2, { role: ROLES[outcome], text: `${question.label} = ${text}: ${words.outcomes[outcome]}.` }),
        prose(4, first),
      ];
  return [...head, ...more.map((line) => prose(4, line))];
}

/** How many are right, and the credit where that says more. */
export function tellScore(handIn: HandIn, rule: CreditRule, t: Messages, words: GradingWords): Block[] {
  const { credit, total, outcomes } = scoreOf(handIn, rule);
  const { right, follows } = outcomes;
  if (right === total && !isAllRight(handIn)) return [prose(2, words.rightButMore(total))];
  const told = say({ key: 'score', args: { right, follows, total, first: right } }, t);
  return credit === right ? told : [...told, prose(2, words.credit(formatValue(credit), formatValue(total)))];
}

/** Why a hand-in cannot be graded. */
export const sayProblem = ({ code, args }: GradingError, words: GradingWords): string =>
  inWords(words.problems, code, args);
