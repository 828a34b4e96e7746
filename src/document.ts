import type { Drawing } from './picture/diagram.ts';

/** What a piece of text is, so that a renderer may colour it. Colour never carries meaning alone. */
export type Role = 'title' | 'forward' | 'backward' | 'muted' | 'good' | 'bad' | 'mark' | 'code';

/**
 * How the text of a piece of mathematics is to be read: a formula of gradtutor's own language, which a name and a
 * number are too; the dvar `dv`; the derivative `du/db` or `∂u/∂b`; or a sign between such, as ` = `.
 */
export type MathKind = 'formula' | 'dvar' | 'derivative' | 'sign';

export interface MathSpan {
  readonly math: MathKind;
  readonly text: string;
  readonly role?: Role;
}

/** Mathematics is text like any other, unless a renderer knows how to set it. */
export type Span = string | { readonly role: Role; readonly text: string } | MathSpan;

/** The cells of a row. */
export type Row = readonly (readonly Span[])[];

/** A story in blocks, without layout: a renderer decides about width, colour and alphabet. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  /** A sentence, wrapped. */
  | { readonly kind: 'prose'; readonly spans: readonly Span[]; readonly indent: number }
  /** A formula, wrapped so that continued lines hang to the right of the first. */
  | { readonly kind: 'line'; readonly spans: readonly Span[]; readonly indent: number }
  /** Rows of cells that line up where the page is wide enough. */
  | {
      readonly kind: 'table';
      /** May be gone through more than once; rows of a large graph are made anew each time, and not kept. */
      readonly rows: Iterable<Row>;
      readonly indent: number;
      /** Spaces between columns. */
      readonly gap: number;
      /** What the columns show, for a renderer that writes it over them. */
      readonly head?: readonly (readonly Span[])[];
    }
  /** The computation graph; where pictures are read out, its sentences, which are made on demand. */
  | { readonly kind: 'drawing'; readonly drawing: Drawing; readonly sentences: () => readonly string[] }
  | { readonly kind: 'gap' };

/** Holds the parts of `b: 3 → 3.001` together; printed as a space. */
export const NO_BREAK_SPACE = '\u00a0';

export const unbreakable = (text: string): string => text.replaceAll(' ', NO_BREAK_SPACE);

export const line = (indent: number, ...spans: Span[]): Block => ({ kind: 'line', indent, spans });
/** The same of any number of spans. */
export const lineOf = (indent: number, spans: readonly Span[]): Block => ({ kind: 'line', indent, spans });
export const proseOf = (indent: number, spans: readonly Span[]): Block => ({ kind: 'prose', indent, spans });
export const prose = (indent: number, ...spans: Span[]): Block => ({ kind: 'prose', indent, spans });
export const gap: Block = { kind: 'gap' };
export const span = (role: Role, text: string): Span => ({ role, text });
export const title = (text: string): Block => ({ kind: 'title', text });
export const spanText = (span: Span): string => (typeof span === 'string' ? span : span.text);

const math = (kind: MathKind, text: string, role?: Role): MathSpan =>
  role === undefined ? { math: kind, text } : { math: kind, text, role };

export const formula = (text: string, role?: Role): MathSpan => math('formula', text, role);
export const dvarSpan = (name: string, role?: Role): MathSpan => math('dvar', `d${name}`, role);
export const derivative = (text: string): MathSpan => math('derivative', text);
export const sign = (text: string, role?: Role): MathSpan => math('sign', text, role);

/** Mathematics that is held together, in a role of its own if it has one. */
export const formed = (part: MathSpan, role = part.role): MathSpan =>
  math(part.math, unbreakable(part.text), role);

/** Marks a name, a number or a formula that goes into a sentence: between two characters that no text has. */
export const marked = (text: string): string => `\ufdd0${text}\ufdd1`;

export const withoutMarks = (text: string): string => text.replaceAll(/[\ufdd0\ufdd1]/gu, '');

/** `d⟨J⟩/d⟨v⟩`, `d⟨J⟩` or `⟨J⟩`, and ` = 1` behind one. */
const MATH_IN_SENTENCE =
  /(d\ufdd0[^\ufdd1]*\ufdd1\/d\ufdd0[^\ufdd1]*\ufdd1|d?\ufdd0[^\ufdd1]*\ufdd1|(?<=\ufdd1) = (?=\ufdd0|d\ufdd0)|(?<=\ufdd1) = \d+)/u;

/** A sentence with its marked parts as mathematics; a sentence writes `d` before a marked name for its dvar. */
export function sentence(text: string, role?: Role): Span[] {
  return text.split(MATH_IN_SENTENCE).flatMap((part, i): Span[] => {
    const plain = withoutMarks(part);
    if (plain === '') return [];
    if (i % 2 === 0) return [role === undefined ? plain : { role, text: plain }];
    if (plain.startsWith(' = '))
      return [sign(' = ', role), ...(plain === ' = ' ? [] : [formula(plain.slice(3), role)])];
    const kind = part.startsWith('\ufdd0') ? 'formula' : part.includes('\ufdd1/') ? 'derivative' : 'dvar';
    return [math(kind, plain, role)];
  });
}

/** The same, with mathematics as plain text: neighbours of one role are one span. */
export function asText(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  let role: Role | undefined;
  let text: string | undefined;
  const put = (last: string) => merged.push(role === undefined ? last : { role, text: last });
  for (const span of spans) {
    const own = typeof span === 'string' ? undefined : span.role;
    if (text !== undefined && own === role) text += spanText(span);
    else {
      if (text !== undefined) put(text);
      role = own;
      text = spanText(span);
    }
  }
  if (text !== undefined) put(text);
  return merged;
}
