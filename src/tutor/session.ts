import type { BackwardStep, NudgeStep, Trace } from '../core/trace.ts';
import { formatChange, formatValue, type Value } from '../core/value.ts';
import { askedSteps, factors, symbols } from '../chain.ts';
import { compareAnswer, readAnswer } from './answer.ts';
import type { TutorMessage } from './messages.ts';

/** Tries at a question before the worked step is shown. */
const TRIES = 2;

export type Outcome = 'right' | 'wrong' | 'shown';

/** Where a learner is in a walk back through a trace. Never changed: `answer` returns the next one. */
export interface Session {
  readonly trace: Trace;
  readonly steps: readonly BackwardStep[];
  /** One outcome for each question that is done. */
  readonly outcomes: readonly Outcome[];
  readonly tries: number;
  readonly hints: number;
  readonly isOver: boolean;
}

export interface Turn {
  readonly session: Session;
  readonly messages: readonly TutorMessage[];
  /** The step that is now done, to be shown worked out. */
  readonly worked?: BackwardStep;
}

/** The tutor over a trace: every dvar, in the lecture's order. */
export function startSession(trace: Trace): Session {
  const steps = askedSteps(trace);
  return { trace, steps, outcomes: [], tries: 0, hints: 0, isOver: steps.length === 0 };
}

export const currentStep = ({ steps, outcomes }: Session): BackwardStep | undefined => steps[outcomes.length];

export function question({ trace }: Session, step: BackwardStep): TutorMessage {
  return { key: 'ask', args: { dvar: `d${step.name}`, output: trace.output, name: step.name } };
}

/** What the learner typed, and what comes of it. Commands are `?` and words after a colon: names stay free. */
export function answer(session: Session, typed: string): Turn {
  const step = currentStep(session);
  if (!step || session.isOver) return { session, messages: [] };
  const text = typed.trim();
  if (text === '') return { session, messages: [{ key: 'empty', args: {} }] };
  if (text === '?' || text === '？') return giveHint(session, step);
  if (text.startsWith(':')) return command(session, step, text);
  return judgeAnswer(session, step, text);
}

function command(session: Session, step: BackwardStep, text: string): Turn {
  switch (text.toLowerCase()) {
    case ':s':
    case ':show':
      return finish(session, step, 'shown', []);
    case ':q':
    case ':quit':
      return { session: { ...session, isOver: true }, messages: [stopped(session)] };
    default:
      return { session, messages: [{ key: 'unknown-command', args: { text } }] };
  }
}

function judgeAnswer(session: Session, step: BackwardStep, text: string): Turn {
  const names = namesAtHand(session);
  const read = readAnswer(text, names);
  if (read.kind === 'unreadable') return { session, messages: [{ key: 'not-a-number', args: { text } }] };
  if (read.kind === 'unknown-name') {
    return {
      session,
      messages: [{ key: 'unknown-name', args: { name: read.name, names: [...names.keys()] } }],
    };
  }
  const comparison = compareAnswer(text, read.value, step.gradient);
  if (comparison === 'close') return { session, messages: [{ key: 'close', args: {} }] };
  const dvar = `d${step.name}`;
  if (comparison === 'right') {
    return finish(session, step, 'right', [
      { key: 'right', args: { dvar, value: formatValue(step.gradient) } },
    ]);
  }
  const tested = testAgainstNudge(session.trace, step, read.value);
  if (session.tries + 1 >= TRIES) return finish(session, step, 'wrong', [tested]);
  return {
    session: { ...session, tries: session.tries + 1 },
    messages: [tested, { key: 'again', args: {} }],
  };
}

/** Variables, and the dvars that are already known. */
function namesAtHand({ trace, steps, outcomes }: Session): Map<string, Value> {
  const names = new Map<string, Value>([[`d${trace.output}`, 1]]);
  for (const step of steps.slice(0, outcomes.length)) names.set(`d${step.name}`, step.gradient);
  for (const { name, value } of trace.forward) names.set(name, value);
  for (const [name, value] of Object.entries(trace.inputs)) names.set(name, value);
  return names;
}

/** The learner's own number, put to the test: where should the output go, and where does it go? */
function testAgainstNudge(trace: Trace, step: BackwardStep, value: Value): TutorMessage {
  const dvar = `d${step.name}`;
  const answered = formatValue(value);
  const nudged = trace.nudges.find((nudge) => nudge.name === step.name);
  if (!nudged || nudged.verdict !== 'agrees') return { key: 'wrong', args: { dvar, answer: answered } };
  const { from, to } = nudged.chain.at(-1) as NudgeStep['chain'][number];
  const [, reached] = formatChange(from, to);
  const [before, predicted] = formatChange(from, from + value * trace.nudge);
  const args = {
    name: step.name,
    dvar,
    output: trace.output,
    answer: answered,
    step: String(trace.nudge),
    from: before,
    predicted,
    reached,
  };
  return reached === predicted ? { key: 'wrong', args: { dvar, answer: answered } } : { key: 'tested', args };
}

/** Hints from small to large; after the last one the same is given again. */
function giveHint(session: Session, step: BackwardStep): Turn {
  const { trace } = session;
  const dvar = `d${step.name}`;
  const parts = step.contributions;
  const consumers = [...new Set(parts.map((part) => part.consumer))];
  const inSymbols = parts.map((part) => symbols(trace, step.name, part));
  const locals = parts.map((part) => `d${part.consumer}/d${step.name} = ${part.formula}`);
  const numbers = parts.map((part) => factors(trace, part).inNumbers).join(' + ');
  const ladder: TutorMessage[] = [
    { key: 'hint-rule', args: { dvar, consumers } },
    { key: 'hint-symbols', args: { dvar, symbols: inSymbols.join(' + ') } },
    { key: 'hint-local', args: { locals: [...new Set(locals)] } },
    { key: 'hint-numbers', args: { dvar, numbers } },
  ];
  const hint = ladder[Math.min(session.hints, ladder.length - 1)] as TutorMessage;
  return { session: { ...session, hints: session.hints + 1 }, messages: [hint] };
}

function finish(
  session: Session,
  worked: BackwardStep,
  outcome: Outcome,
  messages: readonly TutorMessage[],
): Turn {
  const outcomes = [...session.outcomes, outcome];
  const isOver = outcomes.length === session.steps.length;
  const next: Session = { ...session, outcomes, tries: 0, hints: 0, isOver };
  return { session: next, messages, worked };
}

/** How the walk went, once every question is done. */
export const score = ({ outcomes, steps }: Session): TutorMessage => ({
  key: 'score',
  args: { right: outcomes.filter((outcome) => outcome === 'right').length, total: steps.length },
});

const stopped = ({ outcomes }: Session): TutorMessage => ({
  key: 'stopped',
  args: { right: outcomes.filter((outcome) => outcome === 'right').length, asked: outcomes.length },
});
