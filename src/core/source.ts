/** Text as typed or pasted, and the same in the characters the parser knows. */
export interface Source {
  /** What the user gave, in NFC, with plain line ends. Error positions point into it. */
  readonly text: string;
  readonly normalised: string;
  /** For each character of `normalised` (and one past its end), its offset in `text`. */
  readonly offsets: readonly number[];
}

const REPLACED = new Map<string, string>([
  ...['×', '·', '⋅', '∙', '∗', '＊', '•'].map((c) => [c, '*'] as const),
  ...['÷', '∕', '⁄', '／'].map((c) => [c, '/'] as const),
  ...['−', '–', '—', '－', '﹣'].map((c) => [c, '-'] as const),
  ...['\u2002', '\u2003', '\u2009', '\u202f', '\u3000', '\u200b', '\u2060', '\ufeff'].map(
    (c) => [c, ' '] as const,
  ),
  ['＋', '+'],
  ['＾', '^'],
  ['（', '('],
  ['）', ')'],
  ['，', ','],
  ['；', ';'],
  ['＝', '='],
  ['．', '.'],
  ['＜', '<'],
  ['＞', '>'],
  ['？', '?'],
  ['：', ':'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ...Array.from('₀₁₂₃₄₅₆₇₈₉', (c, i) => [c, String(i)] as const),
  ['π', 'pi'],
  ['𝜋', 'pi'],
  ['∞', 'Infinity'],
]);

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const ROOTS = new Map([
  ['√', 'sqrt'],
  ['∛', 'cbrt'],
]);

/** Whether the parser knows every character, and nothing stands for something else. */
const isPlain = (text: string): boolean => !/[^\n\t -~]|\*\*|mod/u.test(text);

/** Rewrites what people paste (× ÷ − ² √ π, full-width forms, CRLF, a byte order mark) as plain operators. */
export function readSource(raw: string): Source {
  if (isPlain(raw)) return { text: raw, normalised: raw, offsets: [] };
  const text = raw
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
    .normalize('NFC');
  if (isPlain(text)) return { text, normalised: text, offsets: [] };
  const out: string[] = [];
  const offsets: number[] = [];
  const put = (piece: string, offset: number) => {
    for (const unit of piece.split('')) {
      out.push(unit);
      offsets.push(offset);
    }
  };
  const characters = Array.from(text);
  let offset = 0;
  /** Where an unbracketed root ends, as an index of `characters`. */
  const rootEnds: number[] = [];
  for (let i = 0; i < characters.length; i++) {
    const c = characters[i] as string;
    const code = c.codePointAt(0) as number;
    const root = ROOTS.get(c);
    if (root !== undefined) {
      put(root, offset);
      if (characters[afterSpaces(characters, i + 1)] !== '(') {
        put('(', offset);
        rootEnds.push(wordEnd(characters, i + 1));
      }
    } else if (c === 'm' && isModCall(characters, i)) {
      put('modulo', offset);
      offset += 2;
      i += 2;
    } else if (c === '*' && characters[i + 1] === '*') {
      put('^', offset);
      offset++;
      i++;
    } else if (SUPERSCRIPTS.includes(c) || (c === '⁻' && SUPERSCRIPTS.includes(characters[i + 1] ?? ' '))) {
      let exponent = '';
      const at = offset;
      for (; SUPERSCRIPTS.includes(characters[i] ?? ' ') || characters[i] === '⁻'; i++, offset++) {
        exponent += characters[i] === '⁻' ? '-' : String(SUPERSCRIPTS.indexOf(characters[i] as string));
      }
      put(exponent.startsWith('-') ? `^(${exponent})` : `^${exponent}`, at);
      i--;
      offset--;
    } else if (code >= 0xff10 && code <= 0xff19) {
      put(String(code - 0xff10), offset);
    } else {
      const replaced = REPLACED.get(c) ?? c;
      const isWord = replaced !== c && /^\p{L}/u.test(replaced);
      put(isWord ? ` ${replaced} ` : replaced, offset);
    }
    offset += c.length;
    while (rootEnds.at(-1) === i + 1) {
      put(')', offset);
      rootEnds.pop();
    }
  }
  offsets.push(text.length);
  return { text, normalised: out.join(''), offsets };
}

/** mathjs knows `mod` as an operator only: true where it begins a call, `mod(a, b)`. */
function isModCall(characters: readonly string[], at: number): boolean {
  const before = characters.slice(Math.max(0, at - 20), at).join('');
  const after = characters.slice(at, at + 20).join('');
  return /^mod\s*\(/u.test(after) && /(^|[-+*/^=<>?:;,(\n])\s*$/u.test(before);
}

const isOfWord = (c: string): boolean => /[\p{L}\p{M}\p{N}_$.]/u.test(c);

function afterSpaces(characters: readonly string[], from: number): number {
  let i = from;
  while (characters[i] === ' ') i++;
  return i;
}

/** The end of the name or number that starts at `from`, with a call's brackets if it has any. */
function wordEnd(characters: readonly string[], from: number): number {
  let i = afterSpaces(characters, from);
  while (i < characters.length && (isOfWord(characters[i] as string) || ROOTS.has(characters[i] as string)))
    i++;
  if (characters[i] !== '(' || i === from) return Math.max(i, from + 1);
  for (let depth = 0; i < characters.length; i++) {
    if (characters[i] === '(') depth++;
    if (characters[i] === ')' && --depth === 0) return i + 1;
  }
  return i;
}

/** The offset in the user's text of an index into the normalised one. */
export const originalOffset = (source: Source, index: number): number =>
  source.offsets.length === 0
    ? Math.min(index, source.text.length)
    : (source.offsets[index] ?? source.text.length);
