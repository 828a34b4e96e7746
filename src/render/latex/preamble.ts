import { LIGHT } from '../svg/style.ts';
import { TIKZ_STYLES } from '../tikz.ts';

/** Characters that pdflatex' own fonts have; Greek letters are commands by now. */
const LATIN =
  /^[\n -~\u00a1-\u00ff\u0100-\u0125\u0128-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u0165\u0168-\u017e]*$/u;
const CJK = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Fonts with many alphabets, the first that is there first. */
const WIDE_FONTS = ['CMU Serif', 'Noto Serif', 'FreeSerif', 'DejaVu Serif', 'Times New Roman'];

const COLOURS = { value: LIGHT.value, dvar: LIGHT.dvar, edge: LIGHT.forward };

/** The preamble that a text needs, its colours and styles included; a comment on top says what compiles it. */
export function preamble(text: string): string {
  const { compiler, fonts } = alphabetOf(text);
  return [
    `% Compile with ${compiler}.`,
    '\\documentclass[11pt, a4paper, fleqn]{article}',
    '\\usepackage[margin=2.2cm]{geometry}',
    '\\usepackage{amsmath, array, booktabs, longtable, tikz}',
    ...fonts,
    ...Object.entries(COLOURS).map(
      ([name, colour]) => `\\definecolor{${name}}{HTML}{${colour.slice(1).toUpperCase()}}`,
    ),
    TIKZ_STYLES,
    '\\setlength{\\parindent}{0pt}',
    '\\setlength{\\parskip}{0.6em}',
    '\\setlength{\\mathindent}{1.5em}',
    '\\setlength{\\LTleft}{0pt}',
    '% every formula begins a paragraph: its empty line is space enough',
    '\\AtBeginDocument{\\setlength{\\abovedisplayskip}{-0.7em}\\setlength{\\abovedisplayshortskip}{-0.7em}}',
    '\\allowdisplaybreaks',
    '\\raggedright',
  ].join('\n');
}

/** Latin and Greek letters are in TeX's own fonts; Hangul, Han and Kana come by kotex, other letters by a wide font. */
function alphabetOf(text: string): { readonly compiler: string; readonly fonts: readonly string[] } {
  if (LATIN.test(text)) {
    const fonts = ['\\usepackage[T1]{fontenc}', '\\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}'];
    return { compiler: 'pdflatex', fonts };
  }
  const isWide = Array.from(text).some((c) => !LATIN.test(c) && !CJK.test(c));
  const kotex = CJK.test(text) ? ['\\usepackage{kotex}'] : [];
  return {
    compiler: `lualatex or xelatex${kotex.length > 0 ? '; it needs the package kotex' : ''}`,
    fonts: [...(isWide ? wideFont() : []), ...kotex],
  };
}

const wideFont = (): string[] => [
  '\\usepackage{fontspec}',
  WIDE_FONTS.reduceRight((rest, font) => `\\IfFontExistsTF{${font}}{\\setmainfont{${font}}}{${rest}}`, ''),
];
