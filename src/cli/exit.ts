/** How a command ends, for the shell. */
export const EXIT = {
  done: 0,
  /** A check or an answer was wrong. */
  wrong: 1,
  /** The command line, its input or its output could not be used. */
  usage: 2,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A mistake on the command line that only this command knows: in words already. */
export class UsageError extends Error {}

/** The learner pressed Ctrl+C. */
export class Interrupted extends Error {
  /** The command that goes on from there; undefined for the same once more. */
  readonly goOn: string | undefined;

  constructor(goOn?: string) {
    super();
    this.goOn = goOn;
  }
}
