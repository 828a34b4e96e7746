/**
 * The text in front of the first byte that is no UTF-8, without a byte order mark. A replacement character proves nothing:
 * the text may have some of its own.
 */
export function textBeforeError(bytes: Uint8Array): string {
  // So many bytes begin a text, as far as they go; one more, and they do not.
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (begin(bytes, middle) === undefined) bad = middle;
    else good = middle;
  }
  return begin(bytes, good) ?? '';
}

/** The text that so many bytes begin, less a character that is not whole yet. */
function begin(bytes: Uint8Array, count: number): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, count), { stream: true });
  } catch {
    return undefined;
  }
}
