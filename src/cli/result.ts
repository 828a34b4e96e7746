import { say } from '../conversation.ts';
import { type Block, gap, prose } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import { failedGates, type Passed } from '../tutor/gates.ts';
import { practiceFor } from '../tutor/practice.ts';
import { mistakesIn } from '../tutor/report.ts';
import { isAtOnce, score, type Session } from '../tutor/session.ts';

/** Gates that are told of at the end; more would be a list to read. */
const MOST_GATES = 3;

/**
 * The score over all problems, the gates and mistakes that came up, and what to practise next.
 * @param practise false where a review will ask again
 */
export function tellResult(sessions: readonly Session[], t: Messages, practise = true): Block[] {
  const [first] = sessions;
  if (!first) return [];
  const results = sessions.flatMap((session) => session.results);
  const questions = sessions.flatMap((session) => session.questions);
  const isLeft = sessions.some(
    (session) => session.isOver && session.results.length < session.questions.length,
  );
  // Who leaves has been told how far they came.
  const blocks = isLeft ? [] : [gap, ...say(score({ ...first, results, questions }), t)];
  const gates = failedGates(sessions);
  const mistakes = mistakesIn(results);
  if (gates.length > 0) {
    const told = gates.slice(0, MOST_GATES).map((passed) => tellGate(passed, t));
    blocks.push(prose(2, t.quiz.wentWrong(told)));
  }
  if (mistakes.length > 0)
    blocks.push(prose(2, t.quiz.cameUp), ...mistakes.map((id) => prose(4, `– ${t.quiz.mistakes[id]}`)));
  if (practise && (gates.length > 0 || mistakes.length > 0)) {
    const hasPath = results.some((result) => result.question.kind === 'path' && !isAtOnce(result));
    const failed = { mistake: mistakes[0], gates: gates.map(({ gate }) => gate), hasPath };
    blocks.push(prose(2, t.quiz.practise(practiceFor(failed))));
  }
  return blocks;
}

const tellGate = ({ gate, right, total }: Passed, t: Messages): string =>
  t.quiz.passed(typeof gate === 'string' ? t.quiz.gates[gate] : gate.op, right, total);
