import type { Messages } from '../i18n/en.ts';
import type { PageWords } from '../i18n/page/en.ts';
import type { View } from './figure.ts';
import type { Model } from './model.ts';

/** What a panel may use: the state of the page, its words, and a way to show what has changed. */
export interface Desk {
  readonly model: Model;
  readonly t: Messages;
  readonly words: PageWords;
  /** Shows the picture and the panel anew. */
  readonly refresh: () => void;
}

/** One of the things to do on the page, in the language it was made for. */
export interface Panel {
  readonly element: HTMLElement;
  /** Brings the panel up to date. */
  readonly show: () => void;
  /** What the picture shows meanwhile. */
  readonly view: () => View;
  /** A key that no control has used; true if the panel does. */
  readonly key?: (key: string) => boolean;
}
