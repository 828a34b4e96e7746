/** What can be asked, in the order in which the kinds come up for a variable. */
export const kinds = ['value', 'nudge', 'local', 'path', 'gradient', 'bug'] as const;

export type Kind = (typeof kinds)[number];

/** Whether a question is answered with a whole gradient: one of its own, or of a line to mend. */
export const asksGradient = (kind: Kind | 'mend'): boolean => kind === 'gradient' || kind === 'mend';

/** Problems are made for the levels 1 to this. */
export const HIGHEST_LEVEL = 7;
