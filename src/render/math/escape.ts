import { NO_BREAK_SPACE } from '../../document.ts';
import { GREEK } from './greek.ts';

/** What TeX would read as a command, or set as another character; and signs that its text fonts lack. */
const IN_TEXT: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '\\{'],
  ['}', '\\}'],
  ['$', '\\$'],
  ['&', '\\&'],
  ['#', '\\#'],
  ['%', '\\%'],
  ['_', '\\_'],
  ['^', '\\textasciicircum{}'],
  ['~', '\\textasciitilde{}'],
  ['<', '\\textless{}'],
  ['>', '\\textgreater{}'],
  ['|', '\\textbar{}'],
  ['`', '{}`{}'],
  ['"', "''"],
  ['-', '{-}'],
  [NO_BREAK_SPACE, '~'],
  ['…', '\\ldots{}'],
  ['•', '\\textbullet{}'],
  ['–', '\\textendash{}'],
  ['—', '\\textemdash{}'],
  ['−', '$-$'],
  ['×', '$\\times$'],
  ['·', '$\\cdot$'],
  ['≈', '$\\approx$'],
  ['→', '$\\to$'],
  ['∂', '$\\partial$'],
  ['∞', '$\\infty$'],
]);

/** Text as TeX sets it as it stands. */
export const escapeTex = (text: string): string =>
  text.replaceAll(/[^\p{L}\p{M}\p{N} ]|\p{Script=Greek}/gu, (c) => {
    const greek = GREEK.get(c);
    return IN_TEXT.get(c) ?? (greek === undefined ? c : `$${greek}$`);
  });
