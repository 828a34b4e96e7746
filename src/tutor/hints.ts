import { factors, localName, symbols } from '../chain.ts';
import { numbersOf } from '../core/formula.ts';
import { Nudger } from '../core/nudge.ts';
import type { BackwardStep, Contribution, Study, Trace } from '../core/trace.ts';
import { formatChange, formatValue } from '../core/value.ts';
import type { TutorMessage } from './messages.ts';
import type { Question } from './questions.ts';

/**
 * A hint: the first is the smallest; after the largest there are none.
 * @param given how many hints this question has had
 */
export function hintFor(study: Study, question: Question, given: number): TutorMessage {
  const ladder = hintsFor(study, question);
  return ladder[given] ?? { key: 'no-more-hints', args: {} };
}

/** All the hints to a question, the smallest first. */
export function hintsFor(study: Study, question: Question): TutorMessage[] {
  const { ownHint } = question;
  const own: TutorMessage[] = ownHint === undefined ? [] : [{ key: 'own-hint', args: { text: ownHint } }];
  return [...own, ...ladderFor(study, question)];
}

function ladderFor(study: Study, question: Question): TutorMessage[] {
  const { trace } = study;
  const { name } = question;
  if (question.kind === 'value') {
    const step = trace.forward.find((candidate) => candidate.name === name);
    const formulas = new Set([step?.formula ?? name, step?.numbers ?? name]);
    return [...formulas].map((formula) => ({ key: 'hint-value', args: { formula } }));
  }
  if (question.kind === 'nudge') return nudgeHints(study, name);
  const step = trace.backward.find((candidate) => candidate.name === name) as BackwardStep;
  if (question.kind === 'bug') return bugHints(trace, question);
  const parts = step.contributions.filter((part) => isAsked(part, question));
  const dvar = question.label;
  const inSymbols = parts.map((part) => symbols(trace, step, part)).join(' + ');
  const isFork = step.contributions.length > 1;
  const local = [...new Set(parts.map((part) => `${localName(name, part, isFork)} = ${part.formula}`))];
  const numbers = parts.map((part) => factors(trace, part).inNumbers).join(' + ');
  const localHint: TutorMessage = { key: 'hint-local', args: { locals: local } };
  if (question.kind === 'local') return [...parts.map((part) => stepHint(trace, name, part)), localHint];
  const isSolved = numbers === formatValue(question.expected);
  return [
    {
      key: 'hint-rule',
      args: { name, consumers: [...new Set(parts.map((part) => part.consumer))], output: trace.output },
    },
    { key: 'hint-symbols', args: { dvar, symbols: inSymbols } },
    localHint,
    ...(isSolved ? [] : [{ key: 'hint-numbers', args: { dvar, numbers } } as const]),
  ];
}

/** The way of the nudge, a value at a time; the output's is for the learner to work out. */
function nudgeHints({ trace, evaluation }: Study, name: string): TutorMessage[] {
  const { nudges, nudge, output } = trace;
  const { graph, values } = evaluation;
  const chain = nudges.find((step) => step.name === name)?.chain ?? [];
  const moved = new Nudger(graph, values, graph.names.indexOf(name)).moved(nudge);
  const formula = numbersOf(graph, graph.output, moved);
  const between = chain.slice(1).filter((step) => step.name !== output);
  return [
    { key: 'hint-nudge', args: { name, output } },
    ...between.map((step): TutorMessage => {
      const [from, to] = formatChange(step.from, step.to);
      return { key: 'hint-moved', args: { name: step.name, from, to } };
    }),
    // Six digits may hide what has moved.
    ...(formula === numbersOf(graph, graph.output, values)
      ? []
      : [{ key: 'hint-value', args: { formula } } as const]),
  ];
}

/** The one step that a local derivative is about. */
const stepHint = ({ forward }: Trace, name: string, { consumer }: Contribution): TutorMessage => ({
  key: 'hint-step',
  args: { name, consumer, formula: forward.find((step) => step.name === consumer)?.formula ?? '' },
});

/** Checks the lines one by one: the right ones first, the wrong one last. */
function bugHints(trace: Trace, { bug, name }: Question): TutorMessage[] {
  const checked = (bug?.lines ?? []).map((told) => told.name);
  return checked.slice(0, checked.indexOf(name) + 1).map((line) => {
    const parts = trace.backward.find((candidate) => candidate.name === line)?.contributions ?? [];
    const rule = parts.map((part) => factors(trace, part).inNames).join(' + ');
    return { key: 'hint-bug', args: { dvar: `d${line}`, rule } };
  });
}

const isAsked = (part: Contribution, { consumer, slot }: Question): boolean =>
  consumer === undefined || (part.consumer === consumer && part.slot === slot);
