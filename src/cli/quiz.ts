import { readFileSync, writeFileSync } from 'node:fs';
import { type Study, study } from '../core/trace.ts';
import { type Block, gap, prose, title } from '../document.ts';
import { tellForward, tellHeader, tellKinks, tellSummary } from '../explain.ts';
import type { Messages } from '../i18n/en.ts';
import { renderText } from '../render/text.ts';
import { type Exercise, generate } from '../tutor/generate.ts';
import type { Kind } from '../tutor/kinds.ts';
import { questionsFor } from '../tutor/questions.ts';
import { Random } from '../tutor/random.ts';
import { mistakesIn, type Report, report } from '../tutor/report.ts';
import { currentQuestion, score, type Session, startSession } from '../tutor/session.ts';
import { askLines, askList } from './answers.ts';
import { parseAt, splitTopLevel } from './at.ts';
import { type Asker, converse, say } from './converse.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Output } from './run.ts';
import { isInteractive } from './terminal.ts';

export interface QuizOptions {
  readonly at?: readonly string[];
  readonly wrt?: readonly string[];
  readonly ask: readonly Kind[];
  readonly level: number;
  readonly count: number;
  readonly seed: number;
  readonly tries?: number;
  readonly answers?: string;
  readonly answersFile?: string;
  readonly format: 'text' | 'json';
  readonly transcript?: string;
}

/** Tries at a question: two for a person, one for a hand-in. */
const TRIES = { person: 2, handIn: 1 };

/**
 * `gradtutor quiz`: questions about an expression, or about problems made for a level, scored. Answers come from the
 * terminal, or from --answers, a file or standard input.
 */
export async function quiz(
  expression: string | undefined,
  options: QuizOptions,
  t: Messages,
  output: Output,
): Promise<ExitCode> {
  const transcript: Block[] = [];
  const isJson = options.format === 'json';
  const answers = await openAnswers(options, output, isJson);
  const write = isJson ? (answers.isPerson ? output.err : () => undefined) : output.out;
  const show = (blocks: readonly Block[]): void => {
    transcript.push(...blocks);
    write(renderText(blocks, output.style));
  };
  const sessions: Session[] = [];
  try {
    const exercises =
      expression === undefined ? series(options) : [{ source: expression, at: parseAt(options.at ?? []) }];
    for (const [i, exercise] of exercises.entries()) {
      if (i > 0) show([gap]);
      if (exercises.length > 1) show([title(t.quiz.problem(i + 1, exercises.length))]);
      const studied = study(exercise.source, {
        at: exercise.at,
        ...(options.wrt ? { wrt: options.wrt } : {}),
      });
      const tries = options.tries ?? (answers.isPerson ? TRIES.person : TRIES.handIn);
      const session = await play(studied, options.ask, tries, t, show, answers.ask);
      sessions.push(session);
      if (session.results.length < session.questions.length) break;
    }
  } finally {
    answers.close();
  }
  show(tellResult(sessions, t));
  if (isJson) output.out(renderReports(sessions.map(report), expression !== undefined));
  if (options.transcript !== undefined) {
    const plain = { ...output.style, paint: (_: unknown, text: string) => text };
    writeFileSync(options.transcript, `\`\`\`text\n${renderText(transcript, plain)}\`\`\`\n`);
  }
  const isAllRight = sessions.every(
    ({ results, questions }) =>
      results.length === questions.length && results.every(({ outcome }) => outcome === 'right'),
  );
  return isAllRight ? EXIT.done : EXIT.wrong;
}

function series({ level, count, seed }: QuizOptions): Exercise[] {
  const random = new Random(seed);
  const had = new Set<string>();
  return Array.from({ length: count }, () => {
    const exercise = generate(level, random, had);
    had.add(exercise.source);
    return exercise;
  });
}

async function play(
  studied: Study,
  asked: readonly Kind[],
  tries: number,
  t: Messages,
  show: (blocks: readonly Block[]) => void,
  nextAnswer: Asker,
): Promise<Session> {
  const { trace } = studied;
  const start = startSession(studied, questionsFor(studied, asked), tries);
  show([...tellHeader(trace, t), ...(asked.includes('value') ? [] : tellForward(trace, t))]);
  if (!currentQuestion(start)) show([gap, prose(0, t.nothing(trace.output))]);
  const session = await converse(start, t, show, nextAnswer);
  if (session.results.length === session.questions.length)
    show([...tellKinks(trace, t), ...tellSummary(trace, t)]);
  return session;
}

/** The score over all problems, the mistakes that came up, and what to practise next. */
function tellResult(sessions: readonly Session[], t: Messages): Block[] {
  const [only, second] = sessions;
  if (!only) return [];
  const results = sessions.flatMap((session) => session.results);
  const questions = sessions.flatMap((session) => session.questions);
  const blocks = [gap, ...say(score(second ? { ...only, results, questions } : only), t)];
  const made = [...new Set(sessions.flatMap(mistakesIn))];
  if (made.length > 0) {
    blocks.push(prose(2, t.quiz.cameUp), ...made.map((id) => prose(4, `– ${t.quiz.mistakes[id]}`)));
    const [first] = made;
    if (first) blocks.push(prose(2, t.quiz.practise(practiceFor(first))));
  }
  return blocks;
}

/** The command that trains what a mistake shows. */
function practiceFor(id: keyof Messages['quiz']['mistakes']): string {
  const forks = [
    'one-branch',
    'branches-multiplied',
    'branches-averaged',
    'locals-summed',
    'product-of-derivatives',
  ];
  const activations = ['derivative-from-input', 'extra-activation', 'target-minus-output', 'wrong-point'];
  const gates = ['wrong-route', 'power-rule', 'quotient-rule', 'sum-halves'];
  if (forks.includes(id)) return 'gradtutor quiz --level 5 --ask path,gradient';
  if (activations.includes(id)) return 'gradtutor quiz --level 6 --ask local,gradient';
  if (gates.includes(id)) return 'gradtutor quiz --level 4 --ask local,gradient';
  return 'gradtutor quiz --level 3 --ask local,gradient';
}

interface Answers {
  readonly ask: Asker;
  readonly close: () => void;
  readonly isPerson: boolean;
}

async function openAnswers(options: QuizOptions, output: Output, isQuiet: boolean): Promise<Answers> {
  const echo = isQuiet ? () => undefined : output.out;
  if (options.answers !== undefined) {
    return { ask: askList(splitTopLevel(options.answers), echo), close: () => undefined, isPerson: false };
  }
  if (options.answersFile !== undefined) {
    const lines = readFileSync(options.answersFile, 'utf8').split('\n');
    return { ask: askList(lines, echo), close: () => undefined, isPerson: false };
  }
  if (isInteractive()) {
    const { openPrompt } = await import('./prompt.ts');
    const prompt = await openPrompt();
    return { ask: (label) => prompt.ask(label), close: () => prompt.close(), isPerson: true };
  }
  return { ...askLines(echo), isPerson: false };
}

/** One report for one expression, a list for a series. */
const renderReports = (reports: readonly Report[], isSingle: boolean): string =>
  `${JSON.stringify(isSingle ? reports[0] : reports, null, 2)}\n`;
