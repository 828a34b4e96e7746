import { formatValue } from '../../src/core/value.ts';
import { readAnswer } from '../../src/tutor/answer.ts';
import { assessGradient } from '../../src/tutor/assess.ts';
import type { View } from '../../src/tutor/view.ts';
import type { Sheet } from './sheet.ts';

/** What became of a right answer in one form; `isError` unless it is right, or close where the form is coarse. */
export interface JudgedForm {
  readonly isError: boolean;
  readonly form: string;
  readonly source: string;
  readonly inputs: Readonly<Record<string, number>>;
  readonly name: string;
  readonly text: string;
  readonly t: number;
  readonly got: string;
}

/** A right answer in one of the forms that learners type; `close` where the form is coarse enough to be called so. */
interface Form {
  readonly form: string;
  readonly text: string;
}

const inBrackets = (value: number) => (value < 0 ? `(${value})` : String(value));

/** A value as the screen writes it, in brackets where it is negative. */
const asShown = (value: number) => (value < 0 ? `(${formatValue(value)})` : formatValue(value));

/** A value to four digits, in brackets; in full where that leaves no place after the point. */
const toFourDigits = (value: number) =>
  `(${Number.isInteger(value) || Math.abs(value) >= 1000 ? formatValue(value) : rounded(value, 4)})`;

/** p/q with a small q, for a value that is such a fraction. */
function fractionOf(value: number): string | undefined {
  for (let q = 2; q <= 1000; q++) {
    const p = Math.round(value * q);
    if (Math.abs(p / q - value) <= 1e-14 * Math.max(1, Math.abs(value))) return `${p}/${q}`;
  }
  return undefined;
}

/** The value with so many significant digits, written out without an exponent. */
function rounded(value: number, digits: number): string {
  const decimals = digits - 1 - Math.floor(Math.log10(Math.abs(value)));
  return decimals <= 0 ? String(Number(value.toPrecision(digits))) : value.toFixed(Math.min(100, decimals));
}

function formsOf(sheet: Sheet, name: string): Form[] {
  const t = sheet.gradient(name);
  const forms: Form[] = [{ form: 'in full', text: String(t) }];
  const add = (form: string, text: string | undefined) => {
    if (text !== undefined) forms.push({ form, text });
  };
  if (Number.isInteger(t)) {
    add('6.0', `${t}.0`);
    add('6.', `${t}.`);
    add('12/2', `${2 * t}/2`);
    add('+6', t < 0 ? undefined : `+${t}`);
    add('−6, a typographic minus', t < 0 ? `−${-t}` : undefined);
    add('spaces around it', ` ${t} `);
  } else {
    add('.5 for 0.5', String(t).replace(/^(-?)0\./u, '$1.'));
  }
  add('as the screen shows it', formatValue(t));
  add('a fraction', fractionOf(t));
  add('12 digits', t === 0 ? '0.000' : rounded(t, 12));
  if (t !== 0) {
    for (const digits of [3, 4, 5, 6, 8]) add(`rounded to ${digits} digits`, rounded(t, digits));
    add('3 digits and an exponent', t.toExponential(2));
    add('6 digits and an exponent', t.toExponential(5));
  }
  const step = sheet.trace.backward.find((each) => each.name === name);
  const parts = step?.contributions ?? [];
  add('names: du * c', parts.map(({ consumer, formula }) => `d${consumer} * (${formula})`).join(' + '));
  add(
    'names, the other way round: c * du',
    parts.map(({ consumer, formula }) => `(${formula})*d${consumer}`).join('+'),
  );
  add(
    'numbers: 2 * 3',
    parts.map(({ upstream, local }) => `${inBrackets(upstream)} * ${inBrackets(local)}`).join(' + '),
  );
  const [part, second] = parts;
  if (
    part &&
    !second &&
    /^[a-z]\d*$/u.test(part.formula) &&
    Number.isInteger(part.upstream) &&
    part.upstream !== 0
  )
    add('3c', `${part.upstream}${part.formula}`);
  add('numbers as shown', parts.map((each) => `${asShown(each.upstream)} * (${each.numbers})`).join(' + '));
  add(
    'numbers to 4 digits',
    parts.map(({ upstream, local }) => [upstream, local].map(toFourDigits).join(' * ')).join(' + '),
  );
  return forms;
}

/** Values, and the gradients of all that comes before this one in the order of asking. */
function namesAt(sheet: Sheet, name: string): Map<string, number> {
  const names = new Map<string, number>([[`d${sheet.trace.output}`, 1]]);
  for (const step of sheet.trace.backward) {
    if (step.name === name) break;
    names.set(`d${step.name}`, step.gradient);
  }
  for (const { name: node, value } of sheet.trace.forward) names.set(node, value);
  for (const [input, value] of Object.entries(sheet.trace.inputs)) names.set(input, value);
  return names;
}

/** Forms that may be too coarse to be right, but must not be called wrong. */
const MAY_BE_CLOSE = /exponent|as shown|to 4 digits/u;

export function judgeRight(sheet: Sheet, view: View): JudgedForm[] {
  const { name } = view;
  const { source, inputs } = sheet.trace;
  const t = sheet.gradient(name);
  const names = namesAt(sheet, name);
  return formsOf(sheet, name).map(({ form, text }) => {
    const answer = readAnswer(text, names);
    let got: string = answer.kind;
    if (answer.kind === 'value') {
      const { comparison, found } = assessGradient(view, answer);
      got = [comparison, ...found.map(({ id }) => id)].join(', ');
    }
    const isCoarse = MAY_BE_CLOSE.test(form) || (form.startsWith('rounded') && !text.includes('.'));
    const isError = got !== 'right' && !(got === 'close' && isCoarse);
    return { isError, form, source, inputs, name, text, t, got };
  });
}
