import { type Study, study, type Trace } from '../../src/core/trace.ts';

/** Names that a format could take for its own words, signs or objects. */
export const hostileNames: readonly string[] = [
  ...'constructor __proto__ prototype toString hasOwnProperty valueOf'.split(' '),
  ...'$ $$ a$b _ __ a_ _b x_1 x__2 _c_ e pi d dv end'.split(' '),
  ...'graph digraph subgraph node edge strict style class classDef click linkStyle default'.split(' '),
  ...'begin input def text frac left script font nbsp amp lt br'.split(' '),
  ...'alpha α Δx Ωmega köln x\u0304 цена 가격 값2 변수 値段'.split(' '),
];

/** A comment with what breaks out of HTML, Markdown, LaTeX, DOT and Mermaid. */
const COMMENT = '# <script>alert(1)</script> "; } ]--> ``` $`x`$ \\end{document} \\input{x} | %% \u202e';

/** A trace whose names are these, in pairs, with a fork at each. */
export const traceOf = (names: readonly string[]): Trace => studyOf(names).trace;

/** The same with the graph behind it. */
export function studyOf(names: readonly string[]): Study {
  const terms = names.map((name, i) => `${name}*${names[(i + 1) % names.length]}`);
  return study(`${terms.join(' + ')} ${COMMENT}`, { at: new Map(names.map((name, i) => [name, i + 1])) });
}

/** The same in graphs small enough to be drawn. */
export const hostileTraces: readonly Trace[] = Array.from(
  { length: Math.ceil(hostileNames.length / 12) },
  (_, i) => traceOf(hostileNames.slice(12 * i, 12 * (i + 1))),
);
