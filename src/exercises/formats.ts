import { formatByEnding } from '../ending.ts';
import type { ExerciseSet } from './exercise.ts';
import type { SheetName } from './sheets.ts';
import type { Wording } from './tell.ts';

/**
 * Writes a set of exercises down: a pure function. Text ends with a line end; a package is bytes.
 * @param sheets which sheets, for a format that has them
 */
export type ExerciseWriter = (
  set: ExerciseSet,
  words: Wording,
  sheets?: readonly SheetName[],
) => string | Uint8Array;

/** What a format may need from outside. */
export interface Resources {
  /** SQLite, compiled for WebAssembly: `sql-wasm.wasm` of the package sql.js. */
  readonly sqlite: () => Promise<Uint8Array<ArrayBuffer>>;
}

interface Format {
  /** The endings of file names that choose it; none where another format has the same. */
  readonly endings: readonly string[];
  /** Formats that one of these endings may be meant for as well. */
  readonly others?: readonly string[];
  readonly load: (resources: Resources) => Promise<ExerciseWriter>;
  /** Several files in a zip archive: nothing for a terminal. */
  readonly isPackage?: boolean;
  /** Sheets of paper, to be chosen from. */
  readonly hasSheets?: boolean;
}

/** The formats exercises can be written in. To add one: a file in `exercises/formats/`, and a line here. */
const formats = {
  markdown: {
    endings: ['md', 'markdown'],
    hasSheets: true,
    load: async () => (await import('./formats/markdown.ts')).toMarkdownSheets,
  },
  latex: {
    endings: ['tex'],
    hasSheets: true,
    load: async () => (await import('./formats/latex.ts')).toLatexSheets,
  },
  json: { endings: ['json'], load: async () => (await import('./formats/json.ts')).toJsonSet },
  csv: { endings: ['csv'], load: async () => (await import('./formats/csv.ts')).toCsv },
  anki: { endings: ['txt', 'tsv'], load: async () => (await import('./formats/anki.ts')).toAnki },
  apkg: {
    endings: ['apkg'],
    isPackage: true,
    load: async ({ sqlite }) => (await import('./formats/anki-deck.ts')).loadAnkiDeck(await sqlite()),
  },
  moodle: {
    endings: ['xml'],
    others: ['qti', 'canvas'],
    load: async () => (await import('./formats/moodle.ts')).toMoodle,
  },
  gift: { endings: ['gift'], load: async () => (await import('./formats/gift.ts')).toGift },
  qti: { endings: [], isPackage: true, load: async () => (await import('./formats/qti.ts')).toQti },
  canvas: { endings: [], isPackage: true, load: async () => (await import('./formats/canvas.ts')).toCanvas },
} satisfies Readonly<Record<string, Format>>;

export type ExerciseFormat = keyof typeof formats;

export const exerciseFormats = Object.keys(formats) as readonly ExerciseFormat[];

export const loadWriter = (name: ExerciseFormat, resources: Resources): Promise<ExerciseWriter> =>
  (formats[name] as Format).load(resources);

export const isPackage = (name: ExerciseFormat): boolean => (formats[name] as Format).isPackage === true;

/** Formats that a file may be meant for whose ending has chosen this one. */
export const mistakableFor = (name: ExerciseFormat): readonly string[] =>
  (formats[name] as Format).others ?? [];
export const hasSheets = (name: ExerciseFormat): boolean => (formats[name] as Format).hasSheets === true;

/** The format that the ending of a file's name stands for. */
export const exerciseFormatOf = (file: string): ExerciseFormat | undefined => formatByEnding(formats, file);
