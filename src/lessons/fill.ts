import type { Study } from '../core/trace.ts';
import { formatValue } from '../core/value.ts';

/** `{{v}}`, `{{dv}}`, `{{lecture.v}}`, and in Korean `{{v|은/는}}`. */
const PLACEHOLDER = /\{\{([^{}]*)\}\}/gu;

export interface Placeholder {
  readonly text: string;
  /** The problem and the name in it; the name is `dv` for a dvar. */
  readonly problem: string | undefined;
  readonly name: string;
  readonly particle: string | undefined;
}

/** What stands in double braces in a text. */
export const placeholdersIn = (text: string): Placeholder[] =>
  [...text.matchAll(PLACEHOLDER)].map(([whole, inner = '']) => read(whole, inner));

function read(text: string, inner: string): Placeholder {
  const [path = '', particle] = inner.split('|').map((part) => part.trim());
  const dot = path.indexOf('.');
  return {
    text,
    problem: dot < 0 ? undefined : path.slice(0, dot),
    name: path.slice(dot + 1),
    particle,
  };
}

/**
 * The number a placeholder stands for, as it is shown.
 * @param current the problem that was shown or asked last
 */
export function numberFor(
  { problem = '', name }: Placeholder,
  studies: ReadonlyMap<string, Study>,
  current: string | undefined,
): string | undefined {
  const trace = studies.get(problem === '' ? (current ?? '') : problem)?.trace;
  if (!trace) return undefined;
  const value =
    new Map(Object.entries(trace.inputs)).get(name) ??
    trace.forward.find((step) => step.name === name)?.value;
  const gradient = name.startsWith('d')
    ? new Map(Object.entries(trace.gradients)).get(name.slice(1))
    : undefined;
  const found = value ?? gradient;
  return found === undefined ? undefined : formatValue(found);
}

/**
 * A text with its numbers.
 * @param attach puts a particle behind a number
 */
export const fill = (
  text: string,
  studies: ReadonlyMap<string, Study>,
  current: string | undefined,
  attach: (number: string, particle: string) => string,
): string =>
  text.replaceAll(PLACEHOLDER, (whole, inner: string) => {
    const placeholder = read(whole, inner);
    const number = numberFor(placeholder, studies, current) ?? whole;
    return placeholder.particle === undefined ? number : attach(number, placeholder.particle);
  });
