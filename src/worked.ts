import { asksGradient } from './tutor/kinds.ts';
import { chain } from './chain.ts';
import type { Contribution, Study } from './core/trace.ts';
import { formatValue } from './core/value.ts';
import { type Block, line, sign, type Span, unbreakable } from './document.ts';
import { tellNudge, tellVerdict } from './checks.ts';
import { tellBackwardStep } from './explain.ts';
import type { Messages } from './i18n/en.ts';
import { around } from './picture/diagram.ts';
import { tellPicture } from './picture/tell.ts';
import type { Question } from './tutor/questions.ts';
import { namesAtHand, type Session } from './tutor/session.ts';

/** The worked step of a question, once it is done. */
export function tellWorked({ trace }: Study, question: Question, t: Messages): Block[] {
  const { kind, name } = question;
  const nudge = trace.nudges.find((candidate) => candidate.name === name);
  const step = trace.backward.find((candidate) => candidate.name === name);
  const part = step?.contributions.find(
    ({ consumer, slot }) => consumer === question.consumer && slot === question.slot,
  );
  switch (kind) {
    case 'value': {
      const told = trace.forward.find((candidate) => candidate.name === name);
      return told ? [line(2, `${name} = ${told.formula} = ${told.numbers} = `, forward(told.value))] : [];
    }
    case 'nudge':
      return nudge ? [line(4, ...nudgeSpans(tellNudge(nudge, t).slice(0, 2)))] : [];
    case 'local':
      return part ? [line(2, `${question.label} = ${worked(part)}`, backward(part.local))] : [];
    case 'path':
      return step && part
        ? [
            line(
              2,
              ...chain(trace, step, part).flatMap((spans) => [...spans, sign(' = ')]),
              backward(part.product),
            ),
          ]
        : [];
    case 'bug':
      return [];
    case 'mend':
    case 'gradient': {
      const nudged = nudge
        ? [
            line(4, { role: 'muted', text: `${t.walk.nudged} ` }, ...nudgeSpans(tellNudge(nudge, t))),
            ...tellVerdict(trace, nudge, t),
          ]
        : [];
      return step ? [...nudged, ...tellBackwardStep(trace, step, t)] : nudged;
    }
  }
}

/** The formula of a local derivative, where it says more than its value. */
const worked = ({ formula, local }: Contribution): string =>
  formula === formatValue(local) ? '' : `${formula} = `;

const forward = (value: number): Span => ({ role: 'forward', text: formatValue(value) });
const backward = (value: number): Span => ({ role: 'backward', text: formatValue(value) });
const nudgeSpans = (cells: readonly (readonly Span[])[]): Span[] =>
  cells.flatMap((cell, i) => (i === 0 ? cell : ['   ', ...cell]));

/**
 * The graph as a board: the dvars found so far, and the node in question marked.
 * @param isNear only what lies around that node
 */
export function tellBoard(
  { study, questions, results, known, isOver }: Session,
  t: Messages,
  isNear = false,
): Block {
  const { trace } = study;
  const question = isOver ? undefined : questions[results.length];
  // Which line is wrong is what the question about a planted mistake asks.
  const current = question?.kind === 'bug' ? undefined : question?.name;
  const isAsked = question !== undefined && asksGradient(question.kind);
  const found = results.flatMap(({ outcome, question: { kind, name, expected } }) =>
    kind === 'gradient' && outcome !== 'skipped' ? [[name, expected] as const] : [],
  );
  const open = questions.slice(results.length).flatMap(({ kind, name }) => (kind === 'value' ? [name] : []));
  // While values are found, the backward pass has not begun.
  const start = question?.kind === 'value' ? [] : [[trace.output, 1] as const];
  return tellPicture(trace, t, {
    gradients: new Map([...start, ...known, ...found]),
    hidden: new Set(open),
    isBoard: true,
    ...(current === undefined ? {} : { current }),
    ...(current !== undefined && isAsked ? { asked: current } : {}),
    ...(current !== undefined && isNear ? { only: around(trace, current) } : {}),
  });
}

/** Every number that may be used in an answer, in one place. */
export function tellValues(session: Session): Block[] {
  const values = [...namesAtHand(session)].map(([name, value]) =>
    unbreakable(`${name} = ${formatValue(value)}`),
  );
  return [line(2, values.join(', '))];
}
