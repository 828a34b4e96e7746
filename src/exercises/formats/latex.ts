import type { Block } from '../../document.ts';
import { latexBody, latexDocument, latexSpans, latexTitle } from '../../render/latex.ts';
import { escapeTex } from '../../render/math/escape.ts';
import { piecesOf, widthOf } from '../../render/story.ts';
import type { ExerciseSet } from '../exercise.ts';
import { type SheetName, USUAL_SHEETS } from '../sheets.ts';
import type { Wording } from '../tell.ts';
import { type Task, type Worksheet, worksheetOf } from '../worksheet.ts';

/** Letters that a line holds, and that may stand left of the forward pass. */
const WIDEST = 74;
const WIDEST_LEFT = 30;

/** Questions side by side, and the height of a row: all the room to write that leaves an exercise a third of a page. */
const COLUMNS: readonly { readonly most: number; readonly columns: number; readonly height: number }[] = [
  { most: 6, columns: 1, height: 2.6 },
  { most: 9, columns: 3, height: 2.4 },
  { most: Infinity, columns: 5, height: 2.1 },
];

const MISTAKE_COLUMNS = [0.18, 0.15, 0.62];

const SETUP = [
  '\\geometry{margin=1.8cm, bottom=2cm}',
  '\\setlength{\\jot}{1pt}',
  '\\setlength{\\parskip}{0.4em}',
  // on the next page, unless this one has room for more than a heading
  '\\newcommand{\\exercise}[1]{\\par\\vspace{0pt plus 8\\baselineskip}\\pagebreak[2]\\vspace{0pt plus -8\\baselineskip}\\addvspace{1em}{\\large\\bfseries #1\\par}\\nopagebreak}',
  // the height, the part of the line that it is, and what stands before the room to write
  '\\newcommand{\\blank}[3]{\\hbox to #2\\linewidth{\\rule{0pt}{#1em}#3\\enspace\\hrulefill\\quad}}',
  '\\newcommand{\\byhand}[2]{\\hbox to \\linewidth{\\rule{0pt}{2.2em}#1\\enspace\\hrulefill\\quad\\hbox to 0.3\\linewidth{#2\\enspace\\hrulefill}}}',
];

/** Worksheets as a LaTeX document that compiles alone; each begins on a page of its own. */
export function toLatexSheets(
  set: ExerciseSet,
  words: Wording,
  sheets: readonly SheetName[] = USUAL_SHEETS,
): string {
  const worksheet = worksheetOf(set, words);
  const parts = sheets.map((sheet) => sheetTex(sheet, worksheet, words));
  return latexDocument(parts.join('\n\n\\clearpage\n\n'), SETUP);
}

function sheetTex(sheet: SheetName, { title, tasks, notes }: Worksheet, words: Wording): string {
  switch (sheet) {
    case 'questions': {
      const { name, date } = words.x.byHand;
      return [
        latexTitle(title),
        `\\byhand{${escapeTex(name)}}{${escapeTex(date)}}`,
        ...tasks.map((task) => questionsTex(task, words)),
        `\\bigskip\n${latexBody(notes, words.t)}`,
      ].join('\n\n');
    }
    case 'solutions':
      return [
        latexTitle(words.x.sheets.solutions),
        ...tasks.map((task) =>
          [
            heading(task),
            latexBody(task.header, words.t, { widest: WIDEST, isBoxed: true }),
            latexBody([task.key, ...task.backward], words.t, { widest: WIDEST }),
          ].join('\n\n'),
        ),
      ].join('\n\n');
    case 'mistakes':
      return [
        latexTitle(words.x.sheets.mistakes),
        '\\small',
        ...tasks.map((task) =>
          [heading(task), latexBody(task.mistakes, words.t, { columns: MISTAKE_COLUMNS })].join('\n\n'),
        ),
      ].join('\n\n');
  }
}

const heading = ({ title }: Task): string => `\\exercise{${escapeTex(title)}}`;

/** An exercise that no page break goes through; what is left of the page is room to write below each. */
const questionsTex = (task: Task, words: Wording): string =>
  [
    heading(task),
    '\\begin{minipage}{\\linewidth}\n\\setlength{\\parskip}{0.4em}',
    problemTex(task, words),
    latexBody([task.find], words.t),
    blanksTex(task, words),
    '\\end{minipage}',
    '\\vspace*{0pt plus 1fill}',
  ].join('\n\n');

/** The expression beside its forward pass, where the line has room for both. */
function problemTex({ header, forward }: Task, words: Wording): string {
  const left = Math.min(widest(header), WIDEST_LEFT);
  const right = widest(forward);
  const isBeside = forward.length > 0 && left + right <= WIDEST && widest(header) <= WIDEST_LEFT;
  if (!isBeside) return latexBody([...header, ...forward], words.t, { widest: WIDEST, isBoxed: true });
  const share = Math.max(0.3, left / (left + right));
  const column = (width: number, blocks: readonly Block[]) =>
    `\\begin{minipage}[t]{${width.toFixed(2)}\\linewidth}\n\\raggedright\\setlength{\\parskip}{0.4em}\n${latexBody(blocks, words.t, { widest: WIDEST, isBoxed: true })}\n\\end{minipage}`;
  return `${column(share, header)}\\hfill${column(0.97 - share, forward)}`;
}

/** Letters in the widest line of its equations. */
const widest = (blocks: readonly Block[]): number =>
  Math.max(
    0,
    ...piecesOf(blocks).flatMap((piece) =>
      piece.kind === 'equations' ? piece.equations.map(({ left, steps }) => widthOf(left, ...steps)) : [],
    ),
  );

function blanksTex({ blanks }: Task, { t }: Wording): string {
  const { columns, height } = COLUMNS.find(({ most }) => blanks.length <= most) as (typeof COLUMNS)[number];
  const share = (Math.floor(1000 / columns) / 1000).toFixed(3);
  const cells = blanks.map((name) => `\\blank{${height}}{${share}}{${latexSpans(name, t)}}`);
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, i) =>
    cells.slice(i * columns, (i + 1) * columns),
  );
  return rows.map((row) => `\\hbox{${row.join('')}}`).join('\n\\nointerlineskip\n');
}
