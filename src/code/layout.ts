import { textWidth } from '../render/layout.ts';

/** Columns that a line of code may take. */
const WIDTH = 88;
/** Comments stand in one column behind code that is not longer. */
const LONGEST_ALIGNED = 56;

/** Items between brackets. */
export interface List {
  readonly items: readonly string[];
  readonly brackets: readonly [open: string, close: string];
  /** Other brackets, where the items do not fit on one line. */
  readonly whenBroken?: readonly [open: string, close: string];
}

/** A line with lists in it; where it would be too long, the lists' items stand on lines of their own. */
export function fitted(parts: readonly (string | List)[], indent: string, step: string): string {
  const flat = parts.map((part) => {
    if (typeof part === 'string') return part;
    const [open, close] = part.brackets;
    return open + part.items.join(', ') + close;
  });
  const line = indent + flat.join('');
  if (textWidth(line) <= WIDTH) return line;
  const broken = parts.map((part, i) => {
    if (typeof part === 'string' || part.items.length <= 1) return flat[i] as string;
    const [open, close] = part.whenBroken ?? part.brackets;
    return [open.trimEnd(), ...filled(part.items, indent + step), indent + close.trimStart()].join('\n');
  });
  return indent + broken.join('');
}

/** Items with commas, as many on a line as fit. */
function filled(items: readonly string[], indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const [i, item] of items.entries()) {
    const text = i === items.length - 1 ? item : `${item},`;
    const added = textWidth(text) + 1;
    if (line !== '' && width + added > WIDTH) {
      lines.push(line);
      line = '';
    }
    width = line === '' ? indent.length + added - 1 : width + added;
    line = line === '' ? indent + text : `${line} ${text}`;
  }
  return line === '' ? lines : [...lines, line];
}

/**
 * Lines of code with their comments in one column.
 * @param mark what begins a comment, with the space before it
 */
export function commented(
  lines: readonly { readonly code: string; readonly comment?: string | undefined }[],
  mark: string,
): string[] {
  const column = lines.reduce((widest, { code, comment }) => {
    const width = comment === undefined ? 0 : textWidth(code);
    return width > LONGEST_ALIGNED ? widest : Math.max(widest, width);
  }, 0);
  return lines.map(({ code, comment }) =>
    comment === undefined
      ? code
      : `${code}${' '.repeat(Math.max(0, column - textWidth(code)))}${mark} ${comment}`,
  );
}

/** Blocks of lines with empty lines between them; blocks without a line are left out. */
export const spaced = (blocks: readonly (readonly string[])[], empty = 1): string[] =>
  blocks
    .filter((block) => block.length > 0)
    .flatMap((block, i) => (i === 0 ? block : [...Array.from({ length: empty }, () => ''), ...block]));

/** A number with a point or an exponent, so that no language takes it for a whole number. */
export const withPoint = (text: string): string => (/^-?\d+$/u.test(text) ? `${text}.0` : text);
