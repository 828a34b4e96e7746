import { withAnswered } from '../learner/progress.ts';
import { mistakes } from '../tutor/mistakes.ts';
import type { Result, Session } from '../tutor/session.ts';
import type { Warn } from './data-files.ts';
import { ProgressFile } from './progress-file.ts';

/**
 * Remembers what a person answers outside the course: it counts for their gates, and for the mistakes that they have met.
 * @param command where it was answered
 * @param warn is told when it cannot be kept
 */
export function rememberPractice(
  command: 'run' | 'quiz',
  warn: Warn,
): (result: Result, session: Session) => void {
  const file = new ProgressFile(warn);
  return (result, { study }) => {
    file.update((progress) => {
      const met = new Set(
        progress.answered.flatMap((entry) => [...entry.mistakes, ...(entry.chances ?? [])]),
      );
      const trained = mistakes.map(({ id }) => id).filter((id) => met.has(id));
      return withAnswered(progress, result, { lesson: command, study, trained, at: Date.now() });
    });
  };
}
