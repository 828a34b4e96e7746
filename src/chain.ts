import { written } from './core/notation.ts';
import type { BackwardStep, Contribution, Trace } from './core/trace.ts';
import { formatValue } from './core/value.ts';

/** The code name of d(output)/d(name). */
export const dvar = (name: string): string => `d${name}`;

/** The steps a learner can be asked for: everything but the output's own 1. */
export const askedSteps = (trace: Trace): readonly BackwardStep[] =>
  trace.backward.filter((step) => step.contributions.length > 0);

/**
 * The name of a local derivative: `du/db`. Where the variable has several paths it is ∂u/∂b, this path alone, so that
 * it is not taken for the whole.
 */
export const localName = (name: string, part: Contribution, isFork: boolean): string =>
  isFork ? `∂${part.consumer}/∂${name}` : `d${part.consumer}/d${name}`;

/** `du · du/db`, or `dJ/dv` straight from the output, whose own gradient is 1. */
export const symbols = (trace: Trace, step: BackwardStep, part: Contribution): string => {
  const local = localName(step.name, part, step.contributions.length > 1);
  return part.consumer === trace.output ? local : `${dvar(part.consumer)} · ${local}`;
};

/** The whole rule of a dvar: `du · du/db`, or a sum of such. */
export const ruleOf = (trace: Trace, step: BackwardStep | undefined): string =>
  step?.contributions.map((part) => symbols(trace, step, part)).join(' + ') ?? '';

/** `3 · c` and `3 · 2`; without the factor 1 of the output. */
export function factors(trace: Trace, part: Contribution): { inNames: string; inNumbers: string } {
  if (part.consumer === trace.output) return { inNames: part.formula, inNumbers: part.numbers };
  const upstream = formatValue(part.upstream);
  return {
    inNames: `${upstream} · ${inProduct(part.formula)}`,
    inNumbers: `${upstream} · ${inProduct(formatValue(part.local))}`,
  };
}

/** A factor of a product, bracketed unless it stands alone. */
export const inProduct = (text: string): string => (written(text).precedence < 10 ? `(${text})` : text);

/** The steps from symbols to numbers, each once, without the result. */
export function chain(trace: Trace, step: BackwardStep, part: Contribution): string[] {
  const { inNames, inNumbers } = factors(trace, part);
  const result = formatValue(part.product);
  const told = [symbols(trace, step, part), inNames];
  if (part.formula !== part.numbers && part.numbers !== formatValue(part.local)) {
    told.push(inNames.replace(part.formula, () => part.numbers));
  }
  told.push(inNumbers);
  return told.filter((text, i) => text !== result && told.indexOf(text) === i);
}
