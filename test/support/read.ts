import { GradtutorError } from '../../src/core/errors.ts';
import { trace } from '../../src/core/trace.ts';

export interface Refusal {
  readonly code: string;
  readonly args: unknown;
  /** Offset into the text as given, if the error points at a place. */
  readonly index: number | undefined;
}

/** How an expression is refused; fails when it is accepted, or when anything but a GradtutorError is thrown. */
export function refusal(text: string, at?: Readonly<Record<string, number | string>>): Refusal {
  try {
    trace(text, at === undefined ? {} : { at });
  } catch (error) {
    if (!(error instanceof GradtutorError)) throw error;
    return { code: error.code, args: error.args, index: error.position?.index };
  }
  throw new Error(`accepted: ${text}`);
}

/** The statements of a program as gradtutor understood them. */
export const echo = (text: string): readonly string[] => trace(text).statements;

/** Value of an expression at given inputs. */
export const valueOf = (text: string, at: Readonly<Record<string, number | string>> = {}): number =>
  trace(text, { at }).value;
