import type { Trace } from './core/trace.ts';
import { formatByEnding } from './ending.ts';
import type { Messages } from './i18n/en.ts';
import type { TextStyle } from './render/text.ts';

/** Writes one trace down: a pure function, ending with a line end. Most formats have no use for the style of text. */
export type Renderer = (trace: Trace, t: Messages, style: TextStyle) => string;

/** The same in pieces, in order: a story or trace of a large graph is longer than a string can be. */
export type PieceRenderer = (trace: Trace, t: Messages, style: TextStyle) => Iterable<string>;

interface Format {
  /** The endings of file names that choose it. */
  readonly endings: readonly string[];
  /** Each is loaded when it is asked for. */
  readonly load: (trace?: Trace) => Promise<Renderer | { readonly pieces: PieceRenderer }>;
  /** To be run, not looked at: some systems would run it when they are asked to open it. */
  readonly isProgram?: boolean;
}

/** The formats a trace can be written in. To add one: a file in `render/` or `code/`, and a line here. */
const formats = {
  text: {
    endings: ['txt'],
    load: async (trace) => ({ pieces: await (await import('./render/told.ts')).loadTold(trace) }),
  },
  json: {
    endings: ['json'],
    load: async () => ({ pieces: (await import('./render/json.ts')).jsonPieces }),
  },
  markdown: {
    endings: ['md', 'markdown'],
    load: async () => (await import('./render/markdown.ts')).toMarkdown,
  },
  latex: { endings: ['tex'], load: async () => (await import('./render/latex.ts')).toLatex },
  dot: { endings: ['dot', 'gv'], load: async () => (await import('./render/dot.ts')).toDot },
  mermaid: { endings: ['mmd', 'mermaid'], load: async () => (await import('./render/mermaid.ts')).toMermaid },
  svg: { endings: ['svg'], load: async () => (await import('./render/svg.ts')).toSvg },
  html: { endings: ['html', 'htm'], load: async () => (await import('./render/html.ts')).toHtml },
  python: { endings: ['py'], isProgram: true, load: async () => (await import('./code/python.ts')).toPython },
  numpy: { endings: ['py'], isProgram: true, load: async () => (await import('./code/numpy.ts')).toNumpy },
  pytorch: {
    endings: ['py'],
    isProgram: true,
    load: async () => (await import('./code/pytorch.ts')).toPytorch,
  },
  javascript: {
    endings: ['js', 'mjs'],
    isProgram: true,
    load: async () => (await import('./code/javascript.ts')).toJavascript,
  },
  typescript: {
    endings: ['ts'],
    isProgram: true,
    load: async () => (await import('./code/typescript.ts')).toTypescript,
  },
  julia: { endings: ['jl'], isProgram: true, load: async () => (await import('./code/julia.ts')).toJulia },
  c: { endings: ['c'], isProgram: true, load: async () => (await import('./code/c.ts')).toC },
} satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];

/** @param trace the one that will be written: nothing is loaded that it does not need */
export async function loadRenderer(name: FormatName, trace?: Trace): Promise<PieceRenderer> {
  const render = await (formats[name] as Format).load(trace);
  return typeof render === 'function' ? (...told) => [render(...told)] : render.pieces;
}

/** The format that the ending of a file's name stands for. */
export const formatOfFile = (file: string): FormatName | undefined => formatByEnding(formats, file);

/** The ending that a file of a format has. */
export const endingOf = (name: FormatName): string => (formats[name] as Format).endings[0] ?? 'txt';

export const isProgram = (name: FormatName): boolean => (formats[name] as Format).isProgram === true;
