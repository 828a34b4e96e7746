import { chain, dvar } from './chain.ts';
import type { Study } from './core/trace.ts';
import { formatValue } from './core/value.ts';
import { type Block, line, NO_BREAK_SPACE, type Span, unbreakable } from './document.ts';
import { tellBackwardStep, tellNudge, tellVerdict } from './explain.ts';
import type { Messages } from './i18n/en.ts';
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
      return part ? [line(2, `${question.label} = ${part.formula} = `, backward(part.local))] : [];
    case 'path':
      return step && part
        ? [line(2, [...chain(trace, step, part), ''].join(' = '), backward(part.product))]
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

const forward = (value: number): Span => ({ role: 'forward', text: formatValue(value) });
const backward = (value: number): Span => ({ role: 'backward', text: formatValue(value) });
const nudgeSpans = (cells: readonly (readonly Span[])[]): Span[] =>
  cells.flatMap((cell, i) => (i === 0 ? cell : ['   ', ...cell]));

/** The graph as a board: every node with its value, and the dvars found so far; the node in question is marked. */
export function tellBoard({ study, questions, results, isOver }: Session, t: Messages): Block[] {
  const { trace } = study;
  const current = isOver ? undefined : questions[results.length];
  const found = new Map(
    results.flatMap(({ question }) =>
      question.kind === 'gradient' ? [[question.name, formatValue(question.expected)] as const] : [],
    ),
  );
  const open = new Set(
    questions.slice(results.length).flatMap(({ kind, name }) => (kind === 'value' ? [name] : [])),
  );
  const nodes = [
    ...Object.entries(trace.inputs).map(([name, value]) => ({ name, formula: '', value })),
    ...trace.forward,
  ];
  return [
    {
      kind: 'table',
      indent: 2,
      gap: 1,
      rows: nodes.map(({ name, formula, value }) => {
        const gradient = found.get(name) ?? (name === trace.output ? '1' : undefined);
        return [
          name === current?.name ? [{ role: 'mark', text: t.currentMark }] : [],
          [name],
          formula === '' ? [] : [`= ${formula}`],
          open.has(name) ? [] : ['= ', forward(value)],
          [
            NO_BREAK_SPACE,
            gradient === undefined ? '' : { role: 'backward', text: `${dvar(name)} = ${gradient}` },
          ],
        ];
      }),
    },
  ];
}

/** Every number that may be used in an answer, in one place. */
export function tellValues(session: Session): Block[] {
  const values = [...namesAtHand(session)].map(([name, value]) =>
    unbreakable(`${name} = ${formatValue(value)}`),
  );
  return [line(2, values.join(', '))];
}
