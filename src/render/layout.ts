import { eastAsianWidth } from 'get-east-asian-width';
import { type Role, type Span, spanText } from '../document.ts';

/** Anything but Latin, Greek, Cyrillic, arrows, signs and the lines of drawings, which take one column each. */
const NOT_NARROW =
  /[^\u0020-\u007e\u00a0-\u02ff\u0370-\u0482\u048a-\u0556\u2010-\u2027\u2030-\u205e\u2190-\u2319\u2320-\u2328\u232b-\u23e8\u2500-\u259f]/u;

/** Columns that text takes in a terminal: two for Hangul and its like, none for combining marks. */
export function textWidth(text: string): number {
  if (!NOT_NARROW.test(text)) return text.length;
  let width = 0;
  for (const c of text) if (!/\p{M}/u.test(c)) width += eastAsianWidth(c.codePointAt(0) as number);
  return width;
}

export function spansWidth(spans: readonly Span[]): number {
  let width = 0;
  for (const span of spans) width += textWidth(spanText(span));
  return width;
}

interface Word {
  readonly text: string;
  readonly role: Role | undefined;
}

/**
 * Breaks spans into lines at spaces; a word longer than a line is cut.
 * @param first columns of the first line
 * @param rest columns of every other line
 */
export function* wrapSpans(
  spans: readonly Span[],
  first: number,
  rest: number,
): Generator<Span[], void, void> {
  if (spansWidth(spans) <= first) {
    yield [...spans];
    return;
  }
  let line: Span[] = [];
  let room = first;
  let left = first;
  const put = ({ text, role }: Word) => {
    line.push(role === undefined ? text : { role, text });
    left -= textWidth(text);
  };
  const endLine = (): Span[] => {
    const ended = trimEnd(line);
    line = [];
    room = rest;
    left = rest;
    return ended;
  };
  for (const unit of unbreakable(spans)) {
    const isSpace = unit.every((word) => word.text.startsWith(' '));
    const width = unit.reduce((sum, word) => sum + textWidth(word.text), 0);
    if (width > left && left < room) yield endLine();
    if (isSpace && line.length === 0) continue;
    for (const word of unit) {
      let piece = '';
      let taken = 0;
      for (const c of word.text) {
        const more = textWidth(c);
        if (taken + more > left) {
          if (piece !== '') put({ text: piece, role: word.role });
          yield endLine();
          [piece, taken] = ['', 0];
        }
        piece += c;
        taken += more;
      }
      put({ text: piece, role: word.role });
    }
  }
  yield endLine();
}

/** Runs of spaces, and the runs between them, which may cross from one span to the next. */
function* unbreakable(spans: readonly Span[]): Generator<Word[], void, void> {
  let unit: Word[] = [];
  let wasSpace: boolean | undefined;
  for (const span of spans) {
    const role = typeof span === 'string' ? undefined : span.role;
    for (const [text] of spanText(span).matchAll(/ +|[^ ]+/gu)) {
      const isSpace = text.startsWith(' ');
      if (isSpace !== wasSpace && unit.length > 0) {
        yield unit;
        unit = [];
      }
      unit.push({ text, role });
      wasSpace = isSpace;
    }
  }
  if (unit.length > 0) yield unit;
}

function trimEnd(spans: Span[]): Span[] {
  const end = spans.findLastIndex((span) => spanText(span).trim() !== '');
  return spans.slice(0, end + 1);
}
