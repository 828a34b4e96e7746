import type { TextStyle } from '../render/text.ts';

/** What a command writes to. */
export interface Output {
  readonly out: (content: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  readonly style: TextStyle;
  /** Plain lines only: no alignment, nothing redrawn. */
  readonly plain: boolean;
}
