import { textWidth } from '../layout.ts';

/** Widths in em, on the generous side of what common sans-serif fonts have. */
const WIDE = 1.02;
const BROAD = 0.92;
const USUAL = 0.61;
const THIN = 0.36;

/**
 * About how wide a text is in a proportional font, where no font can be asked: a Hangul syllable takes a full em, a
 * combining mark nothing.
 * @param size of the font
 * @returns the width in the units of `size`, rather too large than too small
 */
export function proportionalWidth(text: string, size: number): number {
  let em = 0;
  for (const c of text) {
    const known = ems.get(c) ?? emOf(c);
    ems.set(c, known);
    em += known;
  }
  return em * size;
}

/** What has been measured: the characters of a picture are few. */
const ems = new Map<string, number>();

function emOf(c: string): number {
  const columns = textWidth(c);
  if (columns > 1) return WIDE;
  if (columns === 0) return 0;
  if (/[mwMW@%∞—]/u.test(c)) return BROAD;
  return /[ijlI.,:;'|()[\]]/u.test(c) ? THIN : USUAL;
}
