import type { MistakeId } from '../tutor/mistakes.ts';

/** What can be shown of a problem. */
export const wholes = ['program', 'graph', 'kinks', 'gradient'] as const;
/** What can be shown of some variables only. */
export const rows = ['forward', 'nudges', 'backward'] as const;
/** What can be asked about variables. */
export const asks = ['value', 'nudge', 'local', 'path', 'gradient'] as const;

export type Show = (typeof wholes)[number] | (typeof rows)[number];

/** An expression or program with a value for every input. */
export interface LessonProblem {
  readonly program: string;
  /** Numbers, or texts such as `1/3`. */
  readonly at: Readonly<Record<string, number | string>>;
  readonly wrt?: readonly string[] | undefined;
  readonly nudge?: number | undefined;
}

/** One step of a lesson: words, something to see, or questions about a problem. */
export type LessonStep =
  | { readonly say: string }
  | { readonly show: (typeof wholes)[number]; readonly of: string }
  | {
      readonly show: (typeof rows)[number];
      readonly of: string;
      readonly only?: readonly string[] | undefined;
    }
  | {
      readonly ask: (typeof asks)[number];
      readonly of: string;
      readonly about: readonly string[];
      readonly hint?: string | undefined;
    }
  | { readonly bug: MistakeId; readonly of: string; readonly in: string };

/** What stands in a lesson.yaml. */
export interface LessonData {
  readonly format: 1;
  readonly trains: { readonly ops: readonly string[]; readonly mistakes: readonly MistakeId[] };
  readonly problems: Readonly<Record<string, LessonProblem>>;
  readonly steps: readonly LessonStep[];
}
