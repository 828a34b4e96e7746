import type { Study } from '../core/trace.ts';
import { type Block, gap, prose, title } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import { learnerWords } from '../i18n/learner/index.ts';
import {
  nextLesson,
  type Progress,
  progressIn,
  withAnswered,
  withLesson,
  withoutLesson,
} from '../learner/progress.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { stage } from '../lessons/scenes.ts';
import { tellParts } from '../lessons/tell.ts';
import { renderText } from '../render/text.ts';
import { isAllRight, type Session } from '../tutor/session.ts';
import { openAnswers } from './answers.ts';
import { bar } from './bar.ts';
import { Board } from './board.ts';
import {
  findLesson,
  heading,
  learnCommand,
  LESSON_WORDS,
  lessonKey,
  openSoundCourse,
  proseOf,
} from './course.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { sayNotKept } from './not-kept.ts';
import { withDrawing } from './drawing.ts';
import type { Output } from './output.ts';
import { type Played, playLesson } from './play-lesson.ts';
import { ProgressFile } from './progress-file.ts';
import { resetAll } from './reset.ts';
import { tellResult } from './result.ts';
import { nextReview, zoneOf } from './when.ts';

export interface LearnOptions {
  readonly from?: string;
  readonly answers?: string;
  readonly answersFile?: string;
  /** Milliseconds since 1970. */
  readonly now?: number;
}

/**
 * `gradtutor learn`: goes on with the course, or with the lesson that is named; `list` shows it, `next` takes the first
 * lesson that is not done, `reset` forgets.
 */
export async function learn(
  words: readonly string[],
  options: LearnOptions,
  t: Messages,
  plainOutput: Output,
): Promise<ExitCode> {
  const [what, which] = words;
  const most = what === 'reset' ? 2 : 1;
  if (words.length > most) throw new UsageError(t.cli.tooMany('gradtutor learn', 'gradtutor learn --help'));
  const lessons = openSoundCourse(options.from, t);
  const file = new ProgressFile(sayNotKept(t, plainOutput));
  const key = (id: string) => lessonKey(options.from, id);
  const progress = file.load();
  if (what === 'list') {
    plainOutput.out(renderText(tellList(lessons, progress, options.from, t, plainOutput), plainOutput.style));
    return EXIT.done;
  }
  if (what === 'reset') {
    if (which === undefined) return resetAll(file, options.now ?? Date.now(), t, plainOutput);
    const { id } = findLesson(lessons, which, t);
    if (!file.update((before) => withoutLesson(before, key(id)))) return EXIT.usage;
    plainOutput.out(`${t.learn.forgotten(which)}\n`);
    return EXIT.done;
  }
  const lesson = chosen(lessons, what, progress, key, t);
  if (!lesson) {
    plainOutput.out(renderText([prose(0, t.learn.allDone)], plainOutput.style));
    return EXIT.done;
  }
  return play(lesson, { lessons, key, file, options, t, plainOutput });
}

const ownName =
  (key: (id: string) => string) =>
  ({ id }: Lesson) =>
    key(id);

function chosen(
  lessons: readonly Lesson[],
  what: string | undefined,
  progress: Progress,
  key: (id: string) => string,
  t: Messages,
): Lesson | undefined {
  if (what !== undefined && !LESSON_WORDS.includes(what)) return findLesson(lessons, what, t);
  const keys = lessons.map(ownName(key));
  const id =
    what === 'next'
      ? keys.find((candidate) => (progressIn(progress, candidate)?.finished ?? 0) === 0)
      : nextLesson(progress, keys);
  return lessons.find((lesson) => key(lesson.id) === id);
}

interface Course {
  readonly lessons: readonly Lesson[];
  readonly key: (id: string) => string;
  readonly file: ProgressFile;
  readonly options: LearnOptions;
  readonly t: Messages;
  readonly plainOutput: Output;
}

async function play(
  lesson: Lesson,
  { lessons, key, file, options, t, plainOutput }: Course,
): Promise<ExitCode> {
  const id = key(lesson.id);
  const staged = stage(lesson);
  const traces = [...staged.studies.values()].map(({ trace }) => trace);
  const output = await withDrawing(plainOutput, traces);
  const telling = { prose: proseOf(lesson, t), studies: staged.studies, t };
  const answers = await openAnswers(options, output, false);
  const clock = () => options.now ?? Date.now();
  const { mistakes: trained } = lesson.data.trains;
  const occasion = (study: Study) => ({ lesson: id, study, trained, at: clock() });
  const before = file.load();
  const saved = answers.isPerson ? (progressIn(before, id)?.lines ?? []) : [];
  const show = (blocks: readonly Block[]) => output.out(renderText(blocks, output.style));
  if (answers.isPerson && before.recent.length === 0) show([prose(0, t.learn.welcome), gap]);
  show([title(heading(lesson, telling.prose)), prose(2, { role: 'muted', text: telling.prose.purpose })]);
  const board = new Board(t, output);
  let played: Played;
  try {
    played = await playLesson(staged, telling, {
      lines: saved,
      isHandIn: !answers.isPerson,
      show,
      ask: answers.ask,
      showBoard: (session: Session) => {
        if (answers.isPerson) show(board.above(session));
      },
      keep: (at) => {
        if (!answers.isPerson) return;
        file.update((progress) =>
          withLesson(at.newest ? withAnswered(progress, at.newest, occasion(at.study)) : progress, id, {
            lines: at.lines,
            done: at.done,
            total: at.total,
            finished: progressIn(progress, id)?.finished ?? 0,
            at: clock(),
          }),
        );
      },
    });
  } finally {
    answers.close();
  }
  const command = (which?: string) => learnCommand(options.from, which);
  const notKept = prose(2, t.learn.notKept(command(lesson.id)));
  if (!played.isDone) {
    show([gap, answers.isPerson ? prose(2, t.learn.stopped(command(lesson.id))) : notKept]);
    return EXIT.wrong;
  }
  const skipped = skippedIn(played);
  if (answers.isPerson) file.update((progress) => withEnd(progress, id, played, clock()));
  const again = answers.isPerson ? await nextReview(file.load(), clock(), zoneOf(options), id) : undefined;
  const next = lessons[lessons.indexOf(lesson) + 1];
  show([
    ...tellParts(played.ending, telling),
    ...tellResult(played.sessions, t, !answers.isPerson),
    gap,
    ...(again === undefined ? [] : [prose(2, learnerWords[t.lang].review.again(again))]),
    ...(skipped > 0 && answers.isPerson ? [prose(2, t.learn.skipped(skipped, command(lesson.id)))] : []),
    ...(answers.isPerson ? [] : [notKept]),
    prose(
      2,
      next
        ? t.learn.next(heading(next, proseOf(next, t)), command(answers.isPerson ? undefined : next.id))
        : t.learn.lastDone,
    ),
  ]);
  return isAllRight(played.sessions) ? EXIT.done : EXIT.wrong;
}

const skippedIn = ({ sessions }: Played): number =>
  sessions.flatMap(({ results }) => results).filter(({ outcome }) => outcome === 'skipped').length;

/** The progress at the end of a lesson, which is finished only where nothing was skipped. */
function withEnd(progress: Progress, id: string, played: Played, at: number): Progress {
  const { total } = played;
  const done = total - skippedIn(played);
  const finished = (progressIn(progress, id)?.finished ?? 0) + Number(done === total);
  return withLesson(progress, id, { lines: [], done, total, finished, at });
}

function tellList(
  lessons: readonly Lesson[],
  progress: Progress,
  from: string | undefined,
  t: Messages,
  output: Output,
): Block[] {
  const key = (id: string) => lessonKey(from, id);
  const rows = lessons.map((lesson) => {
    const { done = 0, total = 0, finished = 0, lines = [] } = progressIn(progress, key(lesson.id)) ?? {};
    const share = finished > 0 && lines.length === 0 ? 1 : total === 0 ? 0 : done / total;
    const state = finished > 0 ? t.learn.done : total > 0 ? t.learn.begun(done, total) : '';
    return [
      [bar(share, output.style)],
      [lesson.id],
      [proseOf(lesson, t).title],
      [{ role: 'good' as const, text: state }],
    ];
  });
  const next = nextLesson(progress, lessons.map(ownName(key)));
  return [
    { kind: 'table', indent: 2, gap: 2, rows },
    gap,
    prose(0, next === undefined ? t.learn.allDone : t.learn.how(learnCommand(from), numberOf(lessons))),
  ];
}

/** The number of a lesson to give as an example: the lecture's own in the built-in course. */
const numberOf = (lessons: readonly Lesson[]): string =>
  String(Number((lessons[3] ?? lessons.at(-1))?.id.slice(0, 2)));
