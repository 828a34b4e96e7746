/** What the tutor says, without words: `i18n/` has the sentences. Numbers are written as they are shown. */
export interface TutorArgs {
  ask: { dvar: string; output: string; name: string };
  right: { dvar: string; value: string };
  close: Record<never, never>;
  tested: {
    name: string;
    dvar: string;
    answer: string;
    step: string;
    from: string;
    predicted: string;
    reached: string;
  };
  wrong: { dvar: string; answer: string };
  again: Record<never, never>;
  'not-a-number': { text: string };
  'unknown-name': { name: string; names: readonly string[] };
  empty: Record<never, never>;
  'unknown-command': { text: string };
  'hint-rule': { dvar: string; consumers: readonly string[] };
  'hint-symbols': { dvar: string; symbols: string };
  'hint-local': { locals: readonly string[] };
  'hint-numbers': { dvar: string; numbers: string };
  score: { right: number; total: number };
  stopped: { right: number; asked: number };
}

export type TutorKey = keyof TutorArgs;

/** One message: a key, and what fills its sentence. */
export type TutorMessage = {
  readonly [K in TutorKey]: { readonly key: K; readonly args: TutorArgs[K] };
}[TutorKey];
