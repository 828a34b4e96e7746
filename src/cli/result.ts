import { type Block, gap, prose } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import { practiceFor } from '../tutor/practice.ts';
import { mistakesIn } from '../tutor/report.ts';
import { score, type Session } from '../tutor/session.ts';
import { say } from './converse.ts';

/** The score over all problems, the mistakes that came up, and what to practise next. */
export function tellResult(sessions: readonly Session[], t: Messages): Block[] {
  const [first] = sessions;
  if (!first) return [];
  const results = sessions.flatMap((session) => session.results);
  const questions = sessions.flatMap((session) => session.questions);
  const blocks = [gap, ...say(score({ ...first, results, questions }), t)];
  const made = [...new Set(sessions.flatMap(mistakesIn))];
  const [worst] = made;
  if (worst !== undefined) {
    blocks.push(prose(2, t.quiz.cameUp), ...made.map((id) => prose(4, `– ${t.quiz.mistakes[id]}`)));
    blocks.push(prose(2, t.quiz.practise(practiceFor(worst))));
  }
  return blocks;
}
