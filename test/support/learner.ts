/** A learner at the terminal who knows every answer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isProgress, type Progress } from '../../src/learner/progress.ts';
import type { Question } from '../../src/tutor/questions.ts';
import type { builtInLessons } from './course.ts';
import type { Session } from './pty.ts';

type BuiltIn = (typeof builtInLessons)[number];

export const idOf = ({ lesson }: BuiltIn): string => lesson.id;

export const questionsIn = ({ scenes }: BuiltIn): Question[] => scenes.flatMap(({ questions }) => questions);

export const rightAnswer = ({ kind, name, expected }: Question): string =>
  kind === 'bug' ? `d${name}` : String(expected);

/** Waits for the prompt of a question. */
export async function asked(session: Session, { kind, label }: Question): Promise<void> {
  if (kind === 'bug') await session.waitFor(/\n {2}(line|줄):\s*$/u);
  else await session.waitForPrompt(label);
}

export async function answerAll(session: Session, questions: readonly Question[]): Promise<void> {
  for (const question of questions) {
    await asked(session, question);
    session.type(`${rightAnswer(question)}\r`);
  }
}

/** What is kept in a data folder. Throws where that is not a progress. */
export function progressIn(folder: string): Progress {
  const data: unknown = JSON.parse(readFileSync(join(folder, 'gradtutor/progress.json'), 'utf8'));
  if (!isProgress(data)) throw new Error('not a progress');
  return data;
}
