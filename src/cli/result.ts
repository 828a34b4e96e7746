import { type Block, gap, prose } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import type { MistakeId } from '../tutor/mistakes.ts';
import { mistakesIn } from '../tutor/report.ts';
import { score, type Session } from '../tutor/session.ts';
import { say } from './converse.ts';

/** Where each kind of mistake is trained; all others in the lecture's own shape. */
const PRACTICE: readonly (readonly [command: string, ids: readonly MistakeId[]])[] = [
  [
    'gradtutor quiz --level 5 --ask path,gradient',
    ['one-branch', 'branches-multiplied', 'branches-averaged', 'locals-summed', 'product-of-derivatives'],
  ],
  [
    'gradtutor quiz --level 6 --ask local,gradient',
    ['derivative-from-input', 'extra-activation', 'target-minus-output', 'wrong-point'],
  ],
  [
    'gradtutor quiz --level 4 --ask local,gradient',
    ['wrong-route', 'power-rule', 'quotient-rule', 'sum-halves'],
  ],
];
const OTHERWISE = 'gradtutor quiz --level 3 --ask local,gradient';

const practiceFor = (id: MistakeId): string => PRACTICE.find(([, ids]) => ids.includes(id))?.[0] ?? OTHERWISE;

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
