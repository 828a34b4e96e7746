import { ruleOf } from '../chain.ts';
import type { Study } from '../core/trace.ts';
import { formatChange, formatValue } from '../core/value.ts';
import type { TutorMessage } from './messages.ts';
import type { Question } from './questions.ts';

/** How a question is put. */
export function ask({ trace }: Study, question: Question): TutorMessage {
  const { kind, name, label, consumer = '', slot = 0 } = question;
  const { output } = trace;
  const isRepeated =
    trace.backward
      .find((step) => step.name === name)
      ?.contributions.filter((part) => part.consumer === consumer).length !== 1;
  const place = isRepeated ? slot + 1 : 0;
  switch (kind) {
    case 'value': {
      const formula = trace.forward.find((step) => step.name === name)?.formula ?? name;
      return { key: 'ask-value', args: { name, formula } };
    }
    case 'nudge': {
      const first = trace.nudges.find((nudge) => nudge.name === name)?.chain[0] ?? { from: NaN, to: NaN };
      const [from, to] = formatChange(first.from, first.to);
      return { key: 'ask-nudge', args: { name, output, from, to, at: formatValue(trace.value) } };
    }
    case 'local':
      return { key: 'ask-local', args: { name, consumer, label, place } };
    case 'path':
      return { key: 'ask-path', args: { name, consumer, dvar: label, place } };
    case 'bug': {
      const lines = (question.bug?.lines ?? []).map((told) => {
        const step = trace.backward.find((candidate) => candidate.name === told.name);
        return `d${told.name} = ${ruleOf(trace, step)} = ${formatValue(told.value)}`;
      });
      return { key: 'ask-bug', args: { lines } };
    }
    case 'mend':
      return { key: 'ask-mend', args: { dvar: label } };
    case 'gradient':
      return { key: 'ask-gradient', args: { dvar: label, output, name } };
  }
}
