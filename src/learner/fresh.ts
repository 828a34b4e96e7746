import { type Study, study } from '../core/trace.ts';
import type { Value } from '../core/value.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { studyOf } from '../lessons/scenes.ts';
import type { LessonProblem } from '../lessons/data.ts';
import { gateKey, gateOf } from '../tutor/gates.ts';
import { generate } from '../tutor/generate.ts';
import { diagnosticInputs } from '../tutor/inputs.ts';
import { HIGHEST_LEVEL } from '../tutor/kinds.ts';
import { type MistakeId, mistakes } from '../tutor/mistakes.ts';
import { type Question, questionsFor } from '../tutor/questions.ts';
import type { Random } from '../core/random.ts';
import { visibleMistakes } from '../tutor/visible.ts';
import { problemOf } from './answered.ts';
import type { Skill } from './evidence.ts';

/** Where a problem comes from that no lesson has. */
const GENERATED = 'review';

/** One question of a kind that was practised, with other numbers. */
export interface Fresh {
  readonly lesson: string;
  readonly trained: readonly MistakeId[];
  readonly study: Study;
  readonly question: Question;
  /** Gradients that arrive from the right: they are given. */
  readonly known: ReadonlyMap<string, Value>;
}

const DRAWS = 12;

/**
 * A fresh question for a skill: about a problem of these lessons with other inputs than theirs, else about a
 * generated one, of the lowest level that has it.
 * @param had problems that came up before, as `problemOf` writes them
 * @returns undefined where the skill shows in none of them
 */
export function freshFor(
  skill: Skill,
  lessons: readonly Lesson[],
  random: Random,
  had: ReadonlySet<string>,
): Fresh | undefined {
  const problems = lessons.flatMap((lesson) =>
    Object.values(lesson.data.problems).map((problem) => ({ lesson, problem })),
  );
  const own = problems.map(({ problem }) => problem);
  const isNew = (studied: Study) =>
    !had.has(problemOf(studied)) && !own.some((problem) => isSame(problem, studied));
  for (let draw = 0; draw < DRAWS && problems.length > 0;) {
    const picked = random.pick(problems);
    const { lesson, problem } = picked;
    if (questionsAbout(skill, studyOf(problem)).length === 0) {
      problems.splice(problems.indexOf(picked), 1);
      continue;
    }
    draw++;
    const studied = withOtherInputs(problem, random);
    const found = studied && isNew(studied) && pickIn(skill, studied, random);
    if (found) return { lesson: lesson.id, trained: trainedBy(skill, lesson.data.trains.mistakes), ...found };
  }
  for (let draw = 0; draw < DRAWS * HIGHEST_LEVEL; draw++) {
    const { source, at } = generate(Math.floor(draw / DRAWS) + 1, random);
    const studied = study(source, { at });
    const found = isNew(studied) && pickIn(skill, studied, random);
    if (found) return { lesson: GENERATED, trained: trainedBy(skill), ...found };
  }
  return undefined;
}

/** What a question trains: the mistakes of its lesson, and the one it was made for, or the answer would not count for it. */
function trainedBy({ kind, name }: Skill, ofLesson: readonly MistakeId[] = []): MistakeId[] {
  const trained = new Set(ofLesson);
  return mistakes.map(({ id }) => id).filter((id) => trained.has(id) || (kind === 'mistake' && id === name));
}

/** A lesson may give a number as a text, such as 1/3. */
function isSame(problem: LessonProblem, { trace: { source, inputs } }: Study): boolean {
  if (problem.program !== source) return false;
  const own = studyOf(problem).trace.inputs;
  return Object.entries(inputs).every(([name, value]) => own[name] === value);
}

function withOtherInputs({ program, wrt }: LessonProblem, random: Random): Study | undefined {
  const inputs = diagnosticInputs(program, random);
  if (!inputs) return undefined;
  const studied = study(program, { at: inputs, ...(wrt === undefined ? {} : { wrt }) });
  return studied.trace.kinks.length > 0 ? undefined : studied;
}

function pickIn(
  skill: Skill,
  studied: Study,
  random: Random,
): Pick<Fresh, 'study' | 'question' | 'known'> | undefined {
  const questions = questionsAbout(skill, studied);
  if (questions.length === 0) return undefined;
  const question = random.pick(questions);
  const { gradients, backward } = studied.trace;
  const step = backward.find(({ name }) => name === question.name);
  const known = new Map(
    (step?.contributions ?? []).map(({ consumer }) => [consumer, gradients[consumer] as Value]),
  );
  return { study: studied, question, known };
}

const questionsAbout = ({ kind, name }: Skill, studied: Study): Question[] =>
  questionsFor(studied, ['gradient']).filter((question) => {
    if (kind === 'mistake') return visibleMistakes(studied, question.name).some((id) => id === name);
    const gate = gateOf(studied, question);
    return gate !== undefined && gateKey(gate) === name;
  });
