import { written } from './core/notation.ts';
import type { BackwardStep, Contribution, Trace } from './core/trace.ts';
import { formatValue } from './core/value.ts';
import { derivative, dvarSpan, formula, type MathSpan, sign } from './document.ts';

/** The code name of d(output)/d(name). */
export const dvar = (name: string): string => `d${name}`;

/** The steps a learner can be asked for: everything but the output's own 1. */
export const askedSteps = (trace: Trace): readonly BackwardStep[] =>
  trace.backward.filter((step) => step.contributions.length > 0);

/**
 * The name of a local derivative: `du/db`. Where the variable has several paths it is ∂u/∂b, this path alone, so that
 * it is not taken for the whole.
 */
export const localName = (name: string, part: Pick<Contribution, 'consumer'>, isFork: boolean): string =>
  isFork ? `∂${part.consumer}/∂${name}` : `d${part.consumer}/d${name}`;

/** `du · du/db`, or `dJ/dv` straight from the output, whose own gradient is 1. */
function symbolSpans(trace: Trace, step: BackwardStep, part: Contribution): MathSpan[] {
  const local = derivative(localName(step.name, part, step.contributions.length > 1));
  return part.consumer === trace.output ? [local] : [dvarSpan(part.consumer), sign(' · '), local];
}

export const symbols = (trace: Trace, step: BackwardStep, part: Contribution): string =>
  textOf(symbolSpans(trace, step, part));

/** The whole rule of a dvar: `du · du/db`, or a sum of such. */
export const ruleSpans = (trace: Trace, step: BackwardStep): MathSpan[] =>
  step.contributions.flatMap((part, i) => [
    ...(i === 0 ? [] : [sign(' + ')]),
    ...symbolSpans(trace, step, part),
  ]);

export const ruleOf = (trace: Trace, step: BackwardStep | undefined): string =>
  step ? textOf(ruleSpans(trace, step)) : '';

/** `3 · c` and `3 · 2`; without the factor 1 of the output. */
function factorSpans(trace: Trace, part: Contribution): { inNames: MathSpan[]; inNumbers: MathSpan[] } {
  if (part.consumer === trace.output)
    return { inNames: [formula(part.formula)], inNumbers: [formula(part.numbers)] };
  const times = (factor: string) => [
    formula(formatValue(part.upstream)),
    sign(' · '),
    formula(inProduct(factor)),
  ];
  return { inNames: times(part.formula), inNumbers: times(formatValue(part.local)) };
}

export function factors(trace: Trace, part: Contribution): { inNames: string; inNumbers: string } {
  const { inNames, inNumbers } = factorSpans(trace, part);
  return { inNames: textOf(inNames), inNumbers: textOf(inNumbers) };
}

/** A factor of a product, bracketed unless it stands alone. */
export const inProduct = (text: string): string => (written(text).precedence < 10 ? `(${text})` : text);

/** The steps from symbols to numbers, each once, without the result. */
export function chain(trace: Trace, step: BackwardStep, part: Contribution): MathSpan[][] {
  const { inNames, inNumbers } = factorSpans(trace, part);
  const told = [symbolSpans(trace, step, part), inNames];
  if (part.formula !== part.numbers && part.numbers !== formatValue(part.local)) {
    const inPlace = (text: string) => text.replace(part.formula, () => part.numbers);
    told.push(inNames.map((span, i) => (i === inNames.length - 1 ? formula(inPlace(span.text)) : span)));
  }
  told.push(inNumbers);
  const texts = told.map(textOf);
  const result = formatValue(part.product);
  return told.filter((_, i) => texts[i] !== result && texts.indexOf(texts[i] as string) === i);
}

/** The same of a whole dvar, over all its paths at once: `du · ∂u/∂b + dv · ∂v/∂b`, `3 · c + 3 · 1`, `3 · 2 + 3 · 1`, `6 + 3`. */
export function sumChain(trace: Trace, step: BackwardStep): MathSpan[][] {
  const [only, ...more] = step.contributions;
  if (only && more.length === 0) return chain(trace, step, only);
  const told = step.contributions.map((part) => factorSpans(trace, part));
  const steps = [
    ruleSpans(trace, step),
    sum(told.map(({ inNames }) => inNames)),
    sum(told.map(({ inNumbers }) => inNumbers)),
    sum(step.contributions.map(({ product }) => [formula(formatValue(product))])),
  ];
  const texts = steps.map(textOf);
  return steps.filter((_, i) => texts.indexOf(texts[i] as string) === i);
}

const sum = (parts: readonly (readonly MathSpan[])[]): MathSpan[] =>
  parts.flatMap((spans, i) => (i === 0 ? spans : [sign(' + '), ...asSummand(spans)]));

/** What begins with a minus is bracketed there. */
const asSummand = ([first, ...rest]: readonly MathSpan[]): MathSpan[] =>
  first === undefined
    ? []
    : [{ ...first, text: first.text.startsWith('-') ? `(${first.text})` : first.text }, ...rest];

const textOf = (spans: readonly MathSpan[]): string => spans.map(({ text }) => text).join('');
