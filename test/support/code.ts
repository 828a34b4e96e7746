/** Generated code, and what it must print. */
import type { Trace } from '../../src/core/trace.ts';
import { type FormatName, loadRenderer } from '../../src/formats.ts';
import { en, type Messages } from '../../src/i18n/en.ts';
import { type Language, printedBy } from './runners.ts';

/** A trace in a format. */
export async function codeIn(format: FormatName, trace: Trace, t: Messages = en): Promise<string> {
  const render = await loadRenderer(format);
  return [...render(trace, t, { width: 80, ascii: false, plain: false, paint: (_, text) => text })].join('');
}

const SPECIAL = new Map([
  ['inf', Infinity],
  ['nan', NaN],
  ['infinity', Infinity],
]);

function numberIn(text: string): number {
  const [, sign, size = ''] = /^(-?)(.*)$/u.exec(text.toLowerCase()) ?? [];
  const number = SPECIAL.get(size) ?? (/^\d/u.test(size) ? Number(size) : undefined);
  return number === undefined ? Number(`not a number: ${text}`) : sign === '-' ? -number : number;
}

/** The numbers a program printed, by name, in order: lines such as `da = 3`, each perhaps with more behind it. */
const numbersIn = (printed: string): [name: string, number: number][] =>
  printed
    .trim()
    .split('\n')
    .map((line) => {
      const [, name = line, number = ''] = /^(\S+) = (\S+)/u.exec(line) ?? [];
      return [name, numberIn(number)];
    });

/** The value and the gradients that were asked for, as a trace tells them. */
const toldBy = ({ output, value, wrt, gradients }: Trace): [name: string, number: number][] => [
  [output, value],
  ...wrt.map((name): [string, number] => [`d${name}`, gradients[name] as number]),
];

/** What is wrong with what a program printed: nothing, when it is the value and the gradients of a trace, in order. */
function wrongWith(printed: string, trace: Trace, relative: number, absolute: number): string[] {
  const [got, expected] = [numbersIn(printed), toldBy(trace)];
  const names = (list: typeof got) => list.map(([name]) => name).join(' ');
  if (names(got) !== names(expected)) return [`printed ${printed.slice(-500)}`];
  return expected.flatMap(([name, number], i) => {
    const found = got[i]?.[1] as number;
    const isRight =
      Object.is(found, number) || Math.abs(found - number) <= Math.max(absolute, relative * Math.abs(number));
    return isRight ? [] : [`${name} = ${found}, not ${number}`];
  });
}

/**
 * Runs the programs of traces in a language. Empty when each prints the value and the gradients of its trace, in order;
 * otherwise the first things that are wrong.
 * @param write makes the program of a trace; by default the format does
 */
export async function wrongIn(
  language: Language,
  traces: readonly Trace[],
  {
    relative = 1e-12,
    absolute = 1e-14,
    write = (trace: Trace) => codeIn(language, trace),
  }: {
    readonly relative?: number;
    readonly absolute?: number;
    readonly write?: (trace: Trace) => Promise<string>;
  } = {},
): Promise<string[]> {
  const printed = await printedBy(language, await Promise.all(traces.map(write)));
  const wrong = traces.flatMap((trace, i) =>
    wrongWith(printed[i] ?? '', trace, relative, absolute).map(
      (what) => `${trace.source.slice(0, 300)} at ${JSON.stringify(trace.inputs).slice(0, 300)}: ${what}`,
    ),
  );
  return wrong.slice(0, 5);
}
