import { asksGradient } from './kinds.ts';
import { localName, ruleOf, symbols } from '../chain.ts';
import type { BackwardStep, Contribution, Study, Trace } from '../core/trace.ts';
import { formatChange, formatValue, type Value } from '../core/value.ts';
import { compareAnswer, type TypedNumber } from './answer.ts';
import type { Diagnosis } from './diagnose.ts';
import type { SaidMistake, TutorArgs, TutorMessage } from './messages.ts';
import type { Remedy } from './mistake.ts';
import { remedyFor } from './mistakes.ts';
import { isNear } from './near.ts';
import type { Question } from './questions.ts';

/** Mistakes that are told of at once when several fit; more would be a wall of text. */
const LONGEST_TIE = 2;

/** What a wrong answer gets: the learner's own number put to the test, then what it is the sign of. */
export function explainWrong(
  study: Study,
  question: Question,
  value: Value,
  found: readonly Diagnosis[],
): TutorMessage[] {
  const answer = formatValue(value);
  const messages = [testOf(study, question, value)];
  const [first, second] = found;
  if (first && !second) messages.push({ key: 'diagnosis', args: said(study, question, answer, first) });
  if (second) messages.push({ key: 'tie', args: tie(study, question, answer, found) });
  if (!first) messages.push(...unnamed(study, question, value));
  return messages;
}

/** Why a planted line is wrong: its number put to the test, and what was done there. */
export function explainBug(study: Study, { name, expected, bug }: Question): TutorMessage[] {
  const value = bug?.lines.find((told) => told.name === name)?.value;
  if (!bug || value === undefined) return [];
  const line: Question = { kind: 'mend', name, label: `d${name}`, expected };
  return explainWrong(study, line, value, [{ id: bug.mistake, args: bug.args }]);
}

function testOf(study: Study, question: Question, value: Value): TutorMessage {
  const { kind, label, consumer = '' } = question;
  const answer = formatValue(value);
  if (asksGradient(kind)) return testAgainstNudge(study, question, value);
  if (kind === 'path') return { key: 'wrong-part', args: { label, consumer, answer } };
  return { key: 'wrong', args: { label, answer } };
}

/** A value may be off by this part of it, or by a whole number that someone miscounts by, and be a slip of arithmetic. */
const NEARLY = 0.1;
const MISCOUNTED: readonly Value[] = [1, 10];

/** So many times the slope is still a prediction of where the output goes. */
const FAR = 100;

/** What can be said of a number that no mistake gives. */
function unnamed({ trace }: Study, { kind, name, label, expected }: Question, value: Value): TutorMessage[] {
  const off = Math.abs(value - expected);
  if (kind === 'value') {
    const isMiscounted = off < Math.abs(expected) && MISCOUNTED.some((step) => isNear(off, step));
    const isNearly = isMiscounted || off <= NEARLY * Math.abs(expected);
    const numbers = trace.forward.find((step) => step.name === name)?.numbers;
    return isNearly && numbers !== undefined ? [{ key: 'nearly', args: { label, numbers } }] : [];
  }
  const nudge = kind === 'nudge' ? trace.nudges.find((step) => step.name === name) : undefined;
  const slope = (value - trace.value) / trace.nudge;
  if (!nudge || Math.abs(slope) > FAR * Math.max(1, Math.abs(nudge.slope))) return [];
  const way = nudge.chain.map((moved) => moved.name);
  const args = {
    name,
    output: trace.output,
    answer: formatValue(value),
    step: String(trace.nudge),
    change: formatValue(value - trace.value),
    slope: formatValue(slope),
    way: nudge.omitted > 0 ? way.toSpliced(-1, 0, '…') : way,
  };
  return [{ key: 'moved-by', args }];
}

/** Mistakes that are mended in the same way are told of as one. */
function tie(
  study: Study,
  question: Question,
  answer: string,
  found: readonly Diagnosis[],
): TutorArgs['tie'] {
  const byRemedy = new Map<Remedy, Diagnosis>();
  for (const mistake of found) {
    const remedy = remedyFor(mistake.id);
    if (!byRemedy.has(remedy)) byRemedy.set(remedy, mistake);
  }
  const [remedy] = byRemedy.keys();
  return {
    answer,
    mistakes: [...byRemedy.values()]
      .slice(0, LONGEST_TIE)
      .map((mistake) => said(study, question, answer, mistake)),
    remedy: byRemedy.size === 1 ? remedy : undefined,
  };
}

function said(study: Study, question: Question, answer: string, { id, args }: Diagnosis): SaidMistake {
  const { trace } = study;
  const { name, label } = question;
  const stepOf = (variable: string) => trace.backward.find((candidate) => candidate.name === variable);
  const from = id === 'link-skipped' ? args.other : name;
  const isFork = (stepOf(from)?.contributions.length ?? 0) > 1;
  return {
    ...args,
    id,
    answer,
    said: typeof args.inPart === 'number' ? formatValue(args.inPart) : answer,
    dvar: label,
    local: localName(from, args, isFork),
    rule: ruleFor(trace, question),
    operands: asksGradient(question.kind) ? operandsOf(stepOf(name)) : [],
    step: String(trace.nudge),
    // A local derivative ends at the node that uses the variable.
    output: question.kind === 'local' ? (question.consumer ?? trace.output) : trace.output,
  };
}

/** Which operand of its node each part of a rule comes through: 0 where the node takes the variable once. */
const operandsOf = (step: BackwardStep | undefined): number[] =>
  (step?.contributions ?? []).map(({ consumer, slot }, _, parts) =>
    parts.filter((part) => part.consumer === consumer).length > 1 ? slot + 1 : 0,
  );

/** What stands behind the label: the rule of a dvar, of a part of it, of a local derivative, or the formula of a value. */
function ruleFor(trace: Trace, { kind, name, consumer, slot }: Question): string {
  const step = trace.backward.find((candidate) => candidate.name === name);
  const part = step?.contributions.find((other) => other.consumer === consumer && other.slot === slot);
  switch (kind) {
    case 'value':
      return trace.forward.find((told) => told.name === name)?.formula ?? '';
    case 'local':
      return part?.formula ?? '';
    case 'path':
      return step && part ? `${symbols(trace, step, part)} + …` : '';
    default:
      return ruleOf(trace, step);
  }
}

/** Where the output should go if the answer were right, and where it goes. */
function testAgainstNudge({ trace }: Study, { name, label }: Question, value: Value): TutorMessage {
  const answer = formatValue(value);
  const nudge = trace.nudges.find((candidate) => candidate.name === name);
  const last = nudge?.chain.at(-1);
  const [from, predicted] = formatChange(trace.value, trace.value + value * trace.nudge);
  const reached = last && formatChange(last.from, last.to)[1];
  if (nudge?.verdict !== 'agrees' || reached === undefined || reached === predicted) {
    return { key: 'wrong', args: { label, answer } };
  }
  const { output } = trace;
  const step = String(trace.nudge);
  return { key: 'tested', args: { name, dvar: label, output, answer, step, from, predicted, reached } };
}

/** A gradient that was answered wrongly, or rightly from a wrong one. */
export interface Slip {
  readonly label: string;
  readonly value: Value;
  readonly follows: boolean;
  /** The right value, where it was shown since and the next steps are to be taken from it. */
  readonly mended?: Value;
}

/**
 * Right, had the learner's own wrong values further right been right. Names the first of those it comes from; where they
 * were mended since, the one to take in its place.
 */
export function followsFrom(
  { trace }: Study,
  { name, label }: Question,
  typed: TypedNumber,
  slips: ReadonlyMap<string, Slip>,
): TutorMessage | undefined {
  const parts = partsOf(trace, name);
  if (!parts.some(({ consumer }) => slips.has(consumer))) return undefined;
  const expected = parts.reduce(
    (sum, { consumer, upstream, local }) => sum + (slips.get(consumer)?.value ?? upstream) * local,
    0,
  );
  if (compareAnswer(typed, expected) !== 'right') return undefined;
  const answer = formatValue(typed.value);
  const direct = parts.flatMap(({ consumer }) => slips.get(consumer) ?? []);
  for (const { label: earlier, value, mended } of direct) {
    if (mended === undefined) continue;
    const args = { dvar: label, answer, earlier, answered: formatValue(value), now: formatValue(mended) };
    return { key: 'follows-earlier', args };
  }
  const first = firstSlipBehind(trace, name, slips);
  if (!first) return undefined;
  const answered = formatValue(first.value);
  return { key: 'follows-from', args: { dvar: label, answer, first: first.label, answered } };
}

const partsOf = (trace: Trace, name: string): readonly Contribution[] =>
  trace.backward.find((candidate) => candidate.name === name)?.contributions ?? [];

/** Of the wrong gradients that a gradient is made of, at first or second hand, the first in the order of telling. */
function firstSlipBehind(trace: Trace, name: string, slips: ReadonlyMap<string, Slip>): Slip | undefined {
  const behind = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { consumer } of partsOf(trace, next)) {
      const slip = slips.get(consumer);
      if (!slip || behind.has(consumer)) continue;
      behind.add(consumer);
      if (slip.follows) open.push(consumer);
    }
  }
  for (const [consumer, slip] of slips) if (behind.has(consumer) && !slip.follows) return slip;
  return undefined;
}
