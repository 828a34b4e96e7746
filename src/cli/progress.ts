import { type Block, gap, prose, type Span, title } from '../document.ts';
import { suggest } from '../core/suggest.ts';
import type { Messages } from '../i18n/en.ts';
import { learnerWords } from '../i18n/learner/index.ts';
import type { Skill } from '../learner/evidence.ts';
import { MASTERED } from '../learner/mastery.ts';
import { merge } from '../learner/merge.ts';
import { isProgress, type Progress } from '../learner/progress.ts';
import { type Standing, standing } from '../learner/standing.ts';
import { printable } from '../render/printable.ts';
import { toJson } from '../render/json.ts';
import { renderText, type TextStyle } from '../render/text.ts';
import { bar } from './bar.ts';
import { PROGRESS_WORDS } from './commands/progress.ts';
import { lessonKey, openSoundCourse } from './course.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { sayNotKept } from './not-kept.ts';
import { FileError, readText, STDIN, writeWhole } from './files.ts';
import { readStdin } from './input.ts';
import type { Output } from './output.ts';
import { ProgressFile } from './progress-file.ts';
import { resetAll } from './reset.ts';
import { daysUntil, zoneOf } from './when.ts';

export interface ProgressOptions {
  readonly format: 'text' | 'json';
  readonly from?: string;
  /** Milliseconds since 1970. */
  readonly now?: number;
}

/**
 * `gradtutor progress`: what is mastered, as bars, and what is due; `export [file]`, `import <file>` (`-` reads standard
 * input), `path` and `reset` take care of the file.
 */
export async function progress(
  [what, file]: readonly string[],
  options: ProgressOptions,
  t: Messages,
  output: Output,
): Promise<ExitCode> {
  const words = learnerWords[t.lang].progress;
  const warn = sayNotKept(t, output);
  const kept = new ProgressFile((path, problem) => {
    // What cannot be read must not be told to be empty.
    if (what === 'export' && 'code' in problem) throw new FileError(path, problem.code);
    warn(path, problem);
  });

  const say = (text: string) => output.out(`${printable(text)}\n`);
  const help = 'gradtutor progress --help';
  switch (what) {
    case undefined:
      tellAll(kept.load(), options, t, output);
      return EXIT.done;
    case 'path':
      if (file !== undefined) throw new UsageError(t.cli.tooMany('gradtutor progress path', help));
      output.out(`${kept.path}\n`);
      return EXIT.done;
    case 'export': {
      const text = toJson(kept.load());
      if (file === undefined || file === STDIN) output.out(text);
      else {
        writeWhole(file, text);
        say(words.exported(file));
      }
      return EXIT.done;
    }
    case 'import': {
      if (file === undefined) throw new UsageError(words.importFile);
      const brought = readProgress(file === STDIN ? await readStdin() : readText(file));
      if (!brought) throw new UsageError(words.unusable(file));
      if (!kept.update((before) => merge(before, brought))) return EXIT.usage;
      const { answered, lessons } = kept.load();
      say(words.imported(answered.length, Object.keys(lessons).length));
      return EXIT.done;
    }
    case 'reset':
      if (file !== undefined) throw new UsageError(t.cli.tooMany('gradtutor progress reset', help));
      return resetAll(kept, options.now ?? Date.now(), t, output);
    default:
      throw new UsageError(words.unknownWord(what, suggest(what, PROGRESS_WORDS)));
  }
}

function readProgress(text: string): Progress | undefined {
  try {
    const data: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    return isProgress(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function tellAll(kept: Progress, options: ProgressOptions, t: Messages, { out, style }: Output): void {
  const { format, from, now = Date.now() } = options;
  const lessons = openSoundCourse(from, t).map(({ id }) => lessonKey(from, id));
  const stands = standing(kept, lessons, now);
  out(
    format === 'json'
      ? toJson(stands)
      : renderText(tell(stands, { now, zone: zoneOf(options) }, t, style), style),
  );
}

/** When it is, and where. */
interface Today {
  readonly now: number;
  readonly zone: string;
}

function tell({ lessons, skills }: Standing, today: Today, t: Messages, style: TextStyle): Block[] {
  const { now, zone } = today;
  const words = learnerWords[t.lang].progress;
  const blocks: Block[] = [
    title(words.lessons),
    {
      kind: 'table',
      indent: 2,
      gap: 2,
      rows: [
        [[bar(lessons.done / Math.max(1, lessons.total), style)], [words.done(lessons.done, lessons.total)]],
      ],
    },
  ];
  if (skills.length === 0) return [...blocks, gap, prose(0, words.nothingYet)];
  const rows = (kind: Skill['kind']) =>
    skills
      .filter((skill) => skill.kind === kind)
      .map(({ name, known, right, answers, due }): readonly (readonly Span[])[] => [
        [bar(known, style)],
        [words.count(right, answers)],
        [{ role: 'good', text: known >= MASTERED ? words.mastered : '' }],
        [{ role: 'muted', text: dueInWords(due, today, words) }],
        [kind === 'gate' ? gateInWords(name, t) : mistakeInWords(name, t)],
      ]);
  const table = (heading: string, found: ReturnType<typeof rows>): Block[] =>
    found.length === 0 ? [] : [gap, title(heading), { kind: 'table', indent: 2, gap: 2, rows: found }];
  const due = skills.filter((skill) => skill.due <= now).length;
  const next = Math.min(...skills.map((skill) => skill.due));
  return [
    ...blocks,
    ...table(words.gates, rows('gate')),
    ...table(words.mistakes, rows('mistake')),
    gap,
    prose(0, due > 0 ? words.dueCount(due) : words.nextReview(daysUntil(next, now, zone))),
  ];
}

/** By its own name where a later version knows it. */
const mistakeInWords = (id: string, t: Messages): string =>
  Object.entries(t.quiz.mistakes).find(([name]) => name === id)?.[1] ?? id;

const gateInWords = (key: string, t: Messages): string =>
  Object.entries(t.quiz.gates).find(([name]) => name === key)?.[1] ?? key.replace(/^op /u, '');

const dueInWords = (
  due: number,
  { now, zone }: Today,
  words: { readonly dueNow: string; readonly dueIn: (days: number) => string },
): string => (due <= now ? words.dueNow : words.dueIn(daysUntil(due, now, zone)));
