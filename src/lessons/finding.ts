/** What is wrong with a course, without words: `i18n/` has the sentences. */
export interface FindingArgs {
  'folder-name': { id: string };
  'file-missing': { name: string };
  yaml: { detail: string };
  schema: { path: string; detail: string };
  /** A word where only some can stand. */
  'unknown-word': { path: string; word: string; allowed: readonly string[]; suggestion?: string };
  /** What stands where a step should, by the keys that it has. */
  'no-step': { path: string; keys: readonly string[] };
  'title-missing': Readonly<Record<string, never>>;
  'purpose-missing': Readonly<Record<string, never>>;
  'section-missing': { section: string };
  'section-unused': { section: string };
  'section-twice': { section: string };
  'summary-long': { lines: number };
  'html-in-prose': { text: string };
  /** A link to no lesson of the course, and to no address. */
  link: { target: string };
  'reading-time': { minutes: number; most: number };
  'unknown-problem': { name: string };
  'problem-unused': { name: string };
  'unknown-variable': { name: string; problem: string };
  'unknown-op': { name: string };
  'op-untrained': { name: string };
  'mistake-untrained': { name: string };
  /** The reason is that of the expression's own error. */
  program: { problem: string; reason: string };
  kink: { problem: string; node: string };
  nudge: { problem: string; name: string };
  'no-question': { kind: string; name: string; problem: string };
  'no-bug': { mistake: string; name: string; problem: string };
  placeholder: { text: string };
  'answer-told': { text: string };
}

export type FindingCode = keyof FindingArgs;

/** One thing to mend: what, and where. */
export type Finding = {
  readonly [K in FindingCode]: {
    readonly code: K;
    readonly args: FindingArgs[K];
    /** The file, seen from the course's folder. */
    readonly file: string;
    /** From 1, where it is known. */
    readonly line?: number;
  };
}[FindingCode];

/** Collects what is wrong with one file. */
export class Findings {
  readonly list: Finding[] = [];

  add<K extends FindingCode>(file: string, code: K, args: FindingArgs[K], line?: number): void {
    this.list.push({ code, args, file, ...(line === undefined ? {} : { line }) } as Finding);
  }
}
