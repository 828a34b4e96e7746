/** Where a text is nested most deeply: an index into it. One look at each character; depth costs memory only. */
export function deepestPlace(text: string): number {
  /** How deep each open bracket is. */
  const open: number[] = [];
  let depth = 0;
  let deepest = 0;
  let place = 0;
  let isAfterOperand = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (c === ' ' || c === '\t') continue;
    if (opening.has(c)) {
      open.push(depth++);
    } else if (closing.has(c)) {
      depth = open.pop() ?? 0;
    } else if (c === '^' || c === '?' || (signs.has(c) && !isAfterOperand)) {
      depth++;
    } else if (between.has(c)) {
      depth = open.length === 0 ? 0 : (open.at(-1) as number) + 1;
    }
    isAfterOperand = !opening.has(c) && !operators.has(c);
    if (depth > deepest) [deepest, place] = [depth, i];
  }
  return place;
}

const opening = new Set('([{');
const closing = new Set(')]}');
/** What begins an operand, and so is read with all that follows it; after an operand it stands between two. */
const signs = new Set('+-!~');
/** What ends all that powers, signs and conditions have begun, as far as the bracket. */
const between = new Set('+-*/,;\n');
const operators = new Set('+-!~*/^?:,;\n=<>&|%');
