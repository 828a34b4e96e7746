/** What a piece of text is, so that a renderer may colour it. Colour never carries meaning alone. */
export type Role = 'title' | 'forward' | 'backward' | 'muted' | 'good' | 'bad' | 'mark';

export type Span = string | { readonly role: Role; readonly text: string };

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
      readonly rows: readonly (readonly (readonly Span[])[])[];
      readonly indent: number;
      /** Spaces between columns. */
      readonly gap: number;
    }
  | { readonly kind: 'gap' };

/** Holds the parts of `b: 3 → 3.001` together; printed as a space. */
export const NO_BREAK_SPACE = '\u00a0';

export const unbreakable = (text: string): string => text.replaceAll(' ', NO_BREAK_SPACE);

export const line = (indent: number, ...spans: Span[]): Block => ({ kind: 'line', indent, spans });
export const prose = (indent: number, ...spans: Span[]): Block => ({ kind: 'prose', indent, spans });
export const gap: Block = { kind: 'gap' };
export const title = (text: string): Block => ({ kind: 'title', text });
export const spanText = (span: Span): string => (typeof span === 'string' ? span : span.text);
