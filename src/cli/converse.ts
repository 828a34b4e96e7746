import { say } from '../conversation.ts';
import { type Block, gap, prose } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import { ask } from '../tutor/asking.ts';
import type { Question } from '../tutor/questions.ts';
import { currentQuestion, type Result, type Session } from '../tutor/session.ts';
import { answer } from '../tutor/step.ts';
import { tellBoard, tellValues, tellWorked } from '../worked.ts';

/** From so many questions on, their number is shown. */
const MANY_QUESTIONS = 6;

/** Which of how many, where there are many. */
function progress({ results, questions }: Session): Block[] {
  const text = `(${results.length + 1}/${questions.length})`;
  return questions.length < MANY_QUESTIONS ? [] : [prose(2, { role: 'muted', text })];
}

/** The question at hand, as it is put. */
export function tellQuestion(session: Session, t: Messages): Block[] {
  const question = currentQuestion(session);
  return question ? [gap, ...say(ask(session.study, question), t), ...progress(session)] : [];
}

/** Where answers come from: the next one to a question's label, or undefined when there are no more. */
export type Asker = (label: string, session: Session) => Promise<string | undefined>;

/**
 * Puts every open question, and shows what the tutor says to each answer.
 * @param show writes blocks for the learner
 * @param beforeQuestion is called before each question is put
 * @param onResult is called when a question is done
 * @returns the session at its end, or where the answers ended
 */
export async function converse(
  start: Session,
  t: Messages,
  show: (blocks: readonly Block[]) => void,
  nextAnswer: Asker,
  beforeQuestion: (session: Session) => void = () => undefined,
  onResult: (result: Result, session: Session) => void = () => undefined,
): Promise<Session> {
  let session = start;
  let asked: Question | undefined;
  for (let question = currentQuestion(session); question; question = currentQuestion(session)) {
    if (question !== asked) {
      beforeQuestion(session);
      show(tellQuestion(session, t));
    }
    asked = question;
    const label = question.kind === 'bug' ? t.quiz.line : `${question.label} =`;
    const typed = await nextAnswer(label, session);
    if (typed === undefined) break;
    const turn = answer(session, typed);
    session = turn.session;
    if (turn.done) onResult(turn.done, session);
    show(turn.messages.flatMap((message) => say(message, t)));
    if (turn.panel === 'graph') show([tellBoard(session, t)]);
    if (turn.panel === 'values') show(tellValues(session));
    if (turn.done && turn.done.outcome !== 'skipped') show(tellWorked(session.study, turn.done.question, t));
  }
  return session;
}
