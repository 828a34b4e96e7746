type Nothing = Readonly<Record<string, never>>;

/** What the tutor says, without words: `i18n/` has the sentences. Numbers are written as they are shown. */
export interface TutorArgs {
  ask: { dvar: string; output: string; name: string };
  right: { dvar: string; value: string };
  close: Nothing;
  tested: {
    name: string;
    dvar: string;
    output: string;
    answer: string;
    step: string;
    from: string;
    predicted: string;
    reached: string;
  };
  wrong: { dvar: string; answer: string };
  again: Nothing;
  'not-a-number': { text: string };
  'unknown-name': { name: string; names: readonly string[] };
  empty: Nothing;
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
