import { type Block, gap, prose, title } from '../document.ts';
import { tellKinks } from '../checks.ts';
import { tellBackwardStep, tellForward, tellHeader, tellSummary } from '../explain.ts';
import type { Messages } from '../i18n/en.ts';
import { renderText } from '../render/text.ts';
import type { Kind } from '../tutor/kinds.ts';
import { type Report, report } from '../tutor/report.ts';
import type { Problem } from '../tutor/series.ts';
import { isAllRight, type Result, type Session, startSession } from '../tutor/session.ts';
import { tellBoard } from '../worked.ts';
import { type Answers, openAnswers, TRIES } from './answers.ts';
import { Board } from './board.ts';
import { converse, tellQuestion } from './converse.ts';
import { EXIT, type ExitCode, Interrupted, UsageError } from './exit.ts';
import { rememberPractice } from './practice.ts';
import { sayNotKept } from './not-kept.ts';
import { type Asked, isAsked, pose, type Posed, prepare } from './quiz-asked.ts';
import { Replay } from './replay.ts';
import { tellResult } from './result.ts';
import { withDrawing } from './drawing.ts';
import { checkWritable, STDIN, writeWhole } from './files.ts';
import { readStdin } from './input.ts';
import type { Output } from './output.ts';
import { Store } from './store.ts';
import { isInteractive } from './terminal.ts';
import { Transcript } from './transcript.ts';

export interface QuizOptions extends Omit<Posed, 'seed'> {
  readonly seed?: number;
  readonly tries?: number;
  readonly answers?: string;
  readonly answersFile?: string;
  readonly format: 'text' | 'json';
  readonly transcript?: string;
  readonly resume?: boolean;
}

/** Answers that are left over are counted so far: a stream of them may have no end. */
const MOST_COUNTED = 1000;

/**
 * `gradtutor quiz`: questions about an expression, or about problems made for a level, scored. Answers come from the
 * terminal, or from --answers, a file or standard input.
 */
export async function quiz(
  expression: string | undefined,
  options: QuizOptions,
  t: Messages,
  plainOutput: Output,
): Promise<ExitCode> {
  const isShown = options.format === 'text' || isInteractive();
  const warn = sayNotKept(t, plainOutput);
  const store = new Store('quiz', warn);
  const saved = options.resume ? store.latest() : undefined;
  if (options.resume && !isAsked(saved?.about)) throw new UsageError(t.quiz.nothingToResume);
  const source = expression === STDIN ? await readStdin() : expression;
  const posed = isAsked(saved?.about) ? saved.about : pose(options, source);
  const problems = await prepare(posed);
  if (problems.every(({ questions }) => questions.length === 0))
    throw new UsageError(noQuestion(problems, t));
  const traces = problems.map(({ study: { trace } }) => trace);
  const output = isShown ? await withDrawing(plainOutput, traces) : plainOutput;
  const answers = await openAnswers(options, output, options.format === 'json');
  const tries = options.tries ?? (answers.isPerson ? TRIES.person : TRIES.handIn);
  const asked: Asked = { tries, ...posed };
  if (options.transcript !== undefined) checkWritable(options.transcript);
  const isJson = options.format === 'json';
  const write = isJson ? (answers.isPerson ? output.err : () => undefined) : output.out;
  const transcript = new Transcript();
  const seconds: number[][] = [];
  const show = (blocks: readonly Block[]): void => {
    transcript.add(blocks);
    if (!replay.isOn) write(renderText(blocks, output.style));
  };
  const showProblem = (text: string): void => {
    transcript.heading(text);
    if (!replay.isOn) write(renderText([...(sessions.length > 0 ? [gap] : []), title(text)], output.style));
  };
  const keepTranscript = async (): Promise<void> => {
    if (options.transcript !== undefined) writeWhole(options.transcript, await transcript.toMarkdown(t));
  };
  const remember = rememberPractice('quiz', warn);
  const onResult = (result: Result, session: Session): void => {
    if (answers.isPerson && !replay.isOn) remember(result, session);
  };
  const board = new Board(t, output);
  /** On the screen only: a transcript has no need of the graph above every question. */
  const showBoard = (session: Session): void => {
    if (answers.isPerson && !replay.isOn) write(renderText(board.above(session), output.style));
  };
  const sessions: Session[] = [];
  let left = 0;
  const timed: Answers['ask'] = async (label, session) => {
    const start = performance.now();
    const typed = await answers.ask(label, session);
    if (answers.isPerson) {
      const taken = (seconds[sessions.length] ??= []);
      const question = session.results.length;
      taken[question] = (taken[question] ?? 0) + (performance.now() - start) / 1000;
    }
    return typed;
  };
  const replay = new Replay(
    saved?.lines ?? [],
    timed,
    (session) => show(tellPlace(session, t)),
    (lines) => {
      if (answers.isPerson) store.save({ version: 1, about: asked, lines });
    },
  );
  const nextAnswer: Answers['ask'] = async (label, session) => {
    const typed = await replay.ask(label, session);
    if (typed !== undefined) transcript.typed(label, typed);
    return typed;
  };
  try {
    if (answers.isPerson && !saved) show([prose(0, { role: 'muted', text: t.quiz.intro }), gap]);
    const rules = { tries: asked.tries, isHandIn: asked.tries === 1 && !answers.isPerson && !saved };
    for (const [i, problem] of problems.entries()) {
      if (problems.length > 1) showProblem(t.quiz.problem(i + 1, problems.length));
      const session = await play(problem, asked.ask, rules, t, show, nextAnswer, showBoard, onResult);
      sessions.push(session);
      if (session.results.length < session.questions.length) break;
    }
    for (const { study: unseen, questions } of problems.slice(sessions.length)) {
      sessions.push(startSession(unseen, questions, asked.tries));
    }
    if (isDone(sessions)) left = await answers.left(MOST_COUNTED + 1);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    await keepTranscript();
    throw new Interrupted(replay.lines.length > 0 ? 'gradtutor quiz --resume' : undefined);
  } finally {
    answers.close();
  }
  replay.end();
  const isAnswered = isDone(sessions);
  if (isAnswered && answers.isPerson) store.clear(asked);
  if (left > 0)
    output.err(`${t.warning}${t.quiz.extraAnswers(Math.min(left, MOST_COUNTED), left > MOST_COUNTED)}\n`);
  show(tellResult(sessions, t));
  const isByChance = asked.expression === undefined || asked.ask.includes('bug');
  if (isByChance) show([prose(2, { role: 'muted', text: t.quiz.seed(asked.seed) })]);
  await keepTranscript();
  if (isJson) {
    const reports = sessions.map((session, i) => report(session, seconds[i]));
    output.out(await renderReports(reports, asked.expression !== undefined));
  }
  return isAnswered && isAllRight(sessions) ? EXIT.done : EXIT.wrong;
}

const isDone = (sessions: readonly Session[]): boolean =>
  sessions.every(({ results, questions }) => results.length === questions.length);

async function play(
  { study: studied, questions, worked }: Problem,
  asked: readonly Kind[],
  { tries, isHandIn }: { readonly tries: number; readonly isHandIn: boolean },
  t: Messages,
  show: (blocks: readonly Block[]) => void,
  nextAnswer: Answers['ask'],
  showBoard: (session: Session) => void,
  onResult: (result: Result, session: Session) => void,
): Promise<Session> {
  const { trace } = studied;
  const known = new Map(worked.map(({ name, expected }) => [name, expected]));
  const start = startSession(studied, questions, tries, isHandIn, known);
  show([...tellHeader(trace, t), ...(asked.includes('value') ? [] : tellForward(trace, t))]);
  const steps = trace.backward.filter(({ name }) => known.has(name));
  if (steps.length > 0)
    show([gap, title(t.quiz.worked), ...steps.flatMap((step) => [...tellBackwardStep(trace, step, t)])]);
  const session = await converse(start, t, show, nextAnswer, showBoard, onResult);
  if (session.results.length === session.questions.length)
    show([...tellKinks(trace, t), ...tellSummary(trace, t)]);
  return session;
}

function noQuestion([problem]: readonly Problem[], t: Messages): string {
  const { inputs, output } = problem?.study.trace ?? { inputs: {}, output: '' };
  return Object.keys(inputs).length === 0 ? t.nothing(output) : t.quiz.noQuestion;
}

/** Where a resumed quiz stands: the problem, what was found, and the question at hand. */
function tellPlace(session: Session, t: Messages): Block[] {
  return [
    prose(2, t.quiz.goOn),
    gap,
    ...tellHeader(session.study.trace, t),
    gap,
    tellBoard(session, t),
    ...tellQuestion(session, t),
  ];
}

/** One report for one expression, a list for a series. */
async function renderReports(reports: readonly Report[], isSingle: boolean): Promise<string> {
  const { toJson } = await import('../render/json.ts');
  return toJson(isSingle ? reports[0] : reports);
}
