import { withSuggestion } from '../core/variables.ts';
import { type Answer, readAnswer } from '../tutor/answer.ts';
import { withoutLabel } from '../tutor/assess.ts';
import type { Question } from '../tutor/questions.ts';
import type { GivenAnswer } from './given.ts';
import type { AnswerKey } from './key.ts';
import { GradingError, type UnknownName } from './problem.ts';

/** What was written for a dvar: as it stands, and without a label of its own. */
interface Written {
  readonly text: string;
  readonly bare: string;
}

/** The same, read: a number, or why it is none. */
export interface Read extends Written {
  readonly answer: Answer;
}

/**
 * Answers as numbers, by what they answer. In an answer a learner's `du` stands for what they themselves found.
 * @throws GradingError `answered-twice` where a dvar has two answers
 */
export function readGiven(
  key: AnswerKey,
  given: readonly GivenAnswer[],
): { read: ReadonlyMap<Question, Read>; unknown: readonly UnknownName[] } {
  const written = new Map<Question, Written>();
  const lost: string[] = [];
  for (const { name, text } of given) {
    const question = key.byName.get(name);
    if (!question) {
      lost.push(name);
    } else if (written.has(question)) {
      throw new GradingError('answered-twice', { label: question.label });
    } else {
      written.set(question, { text, bare: withoutLabel(text, question.label) });
    }
  }
  return { read: readAll(key, written), unknown: unknownNames(lost, key, written) };
}

/** Names that lead nowhere, and those that were probably meant: of what is asked and has no answer. */
function unknownNames(
  lost: readonly string[],
  { asked, byName }: AnswerKey,
  written: ReadonlyMap<Question, Written>,
): UnknownName[] {
  if (lost.length === 0) return [];
  const open = new Set(asked.filter((question) => !written.has(question)));
  const names = [...byName].flatMap(([name, question]) => (open.has(question) ? [name] : []));
  return lost.map((name) => withSuggestion(name, names));
}

/** Reads every answer; those that others are made of first. */
function readAll(
  { values, byName }: AnswerKey,
  written: ReadonlyMap<Question, Written>,
): ReadonlyMap<Question, Read> {
  const names = new Map(values);
  const read = new Map<Question, Read>();
  for (const first of written.keys()) {
    // The last one is being read; each of the others waits for the one after it.
    const open = read.has(first) ? [] : [first];
    const begun = new Set(open);
    for (let question = open.at(-1); question; question = open.at(-1)) {
      const { text, bare } = written.get(question) as Written;
      const answer = readAnswer(bare, names);
      const used = answer.kind === 'unknown-name' ? byName.get(answer.name) : undefined;
      if (used && written.has(used) && !read.has(used) && !begun.has(used)) {
        open.push(used);
        begun.add(used);
        continue;
      }
      open.pop();
      read.set(question, { text, bare, answer });
      // Where a variable has the dvar's name, the variable is meant.
      if (answer.kind === 'value' && !values.has(question.label)) names.set(question.label, answer.value);
    }
  }
  return read;
}
