import { type Block, gap, prose, title } from '../document.ts';
import { tellForward, tellHeader } from '../explain.ts';
import { formatValue } from '../core/value.ts';
import type { Messages } from '../i18n/en.ts';
import { learnerWords } from '../i18n/learner/index.ts';
import { skillKey } from '../learner/evidence.ts';
import { type Fresh, freshFor } from '../learner/fresh.ts';
import { type Progress, progressIn, withAnswered } from '../learner/progress.ts';
import { type Card, isDue, schedule } from '../learner/schedule.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { renderText } from '../render/text.ts';
import { Random } from '../core/random.ts';
import { isQuit } from '../tutor/commands.ts';
import { isAllRight, type Session, startSession } from '../tutor/session.ts';
import { problemOf } from '../learner/answered.ts';
import { openAnswers, TRIES } from './answers.ts';
import { Board } from './board.ts';
import { type Asker, converse } from './converse.ts';
import { lessonKey, openSoundCourse } from './course.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { sayNotKept } from './not-kept.ts';
import { withDrawing } from './drawing.ts';
import type { Output } from './output.ts';
import { ProgressFile } from './progress-file.ts';
import { tellResult } from './result.ts';
import { daysUntil, zoneOf } from './when.ts';

export interface ReviewOptions {
  readonly from?: string;
  readonly answers?: string;
  readonly answersFile?: string;
  readonly count: number;
  readonly seed?: number;
  /** Milliseconds since 1970. */
  readonly now?: number;
}

const MINUTE = 60_000;

/** `gradtutor review`: what is about to be forgotten, on fresh problems. Every answer is kept at once. */
export async function review(options: ReviewOptions, t: Messages, plainOutput: Output): Promise<ExitCode> {
  const words = learnerWords[t.lang].review;
  const say = (text: string): void => plainOutput.out(renderText([prose(0, text)], plainOutput.style));
  const clock = () => options.now ?? Date.now();
  const zone = zoneOf(options);
  const file = new ProgressFile(sayNotKept(t, plainOutput));
  const progress = file.load();
  const lessons = openSoundCourse(options.from, t).filter(({ id }) =>
    isBegun(progress, lessonKey(options.from, id)),
  );
  const cards = schedule(progress.answered, clock());
  const due = cards.filter((card) => isDue(card, clock()));
  if (due.length === 0) {
    const days = nextDue(cards, clock(), zone);
    say(days === undefined ? words.nothingYet : words.notDue(days));
    return EXIT.done;
  }
  const seed = options.seed ?? Math.floor(clock() / MINUTE);
  const { problems, missing } = prepare(due, options.count, lessons, progress, new Random(seed));
  if (problems.length === 0) {
    say(words.noProblem);
    return EXIT.done;
  }
  const output = await withDrawing(
    plainOutput,
    problems.map(({ study }) => study.trace),
  );
  const show = (blocks: readonly Block[]) => output.out(renderText(blocks, output.style));
  const answers = await openAnswers(options, output, false);
  const tries = answers.isPerson ? TRIES.person : TRIES.handIn;
  /** Who leaves is told so once, of the whole review. */
  const ask: Asker = async (label, session) => {
    const typed = await answers.ask(label, session);
    return typed === undefined || isQuit(typed) ? undefined : typed;
  };
  const board = new Board(t, output);
  const sessions: Session[] = [];
  let now = progress;
  show([prose(0, words.due(due.length - missing.size, problems.length))]);
  try {
    for (const [i, problem] of problems.entries()) {
      const start = startSession(problem.study, [problem.question], tries, !answers.isPerson, problem.known);
      show([gap, title(words.problem(i + 1, problems.length)), ...tellProblem(problem, t)]);
      const session = await converse(start, t, show, ask, (at) => {
        if (answers.isPerson) show(board.above(at));
      });
      sessions.push(session);
      const [result] = session.results;
      if (!result) break;
      const { lesson, study, trained } = problem;
      const keep = (before: Progress) =>
        withAnswered(before, result, { lesson, study, trained, at: clock(), isFresh: true });
      now = keep(now);
      if (answers.isPerson) file.update(keep);
    }
  } finally {
    answers.close();
  }
  const isDone = sessions.every(({ results }) => results.length > 0);
  if (!isDone) {
    const isKept = answers.isPerson && sessions.some(({ results }) => results.length > 0);
    show([gap, prose(2, words.stopped(isKept))]);
    return EXIT.wrong;
  }
  const after = schedule(now.answered, clock()).filter(({ skill }) => !missing.has(skillKey(skill)));
  const left = after.filter((card) => isDue(card, clock())).length;
  const days = nextDue(after, clock(), zone) ?? 0;
  show([...tellResult(sessions, t, false), gap, prose(2, left > 0 ? words.more(left) : words.again(days))]);
  return isAllRight(sessions) ? EXIT.done : EXIT.wrong;
}

/** A review asks about nothing that its learner has not met. */
const isBegun = (progress: Progress, key: string): boolean =>
  progressIn(progress, key) !== undefined || progress.answered.some(({ lesson }) => lesson === key);

const nextDue = (cards: readonly Card[], now: number, zone: string): number | undefined =>
  cards.length === 0 ? undefined : daysUntil(Math.min(...cards.map(({ due }) => due)), now, zone);

/** @returns fresh problems, and the keys of the skills for which there is none */
function prepare(
  due: readonly Card[],
  count: number,
  lessons: readonly Lesson[],
  { answered }: Progress,
  random: Random,
): { readonly problems: readonly Fresh[]; readonly missing: ReadonlySet<string> } {
  const missing = new Set<string>();
  const had = new Set(answered.flatMap(({ problem }) => problem ?? []));
  const problems: Fresh[] = [];
  for (const { skill } of due) {
    if (problems.length === count) break;
    const fresh = freshFor(skill, lessons, random, had);
    if (!fresh) {
      missing.add(skillKey(skill));
      continue;
    }
    had.add(problemOf(fresh.study));
    problems.push(fresh);
  }
  return { problems, missing };
}

/** The problem, its values, and the gradients that are given. */
function tellProblem({ study: { trace }, known }: Fresh, t: Messages): Block[] {
  const given = [...known].map(([name, value]) => `d${name} = ${formatValue(value)}`);
  return [
    ...tellHeader(trace, t),
    ...tellForward(trace, t),
    ...(given.length === 0 ? [] : [gap, prose(2, learnerWords[t.lang].review.given(given))]),
  ];
}
