/** A card may be asked for so many milliseconds early: who studied in the evening may go on the next morning. */
export const EARLY = 12 * 60 * 60 * 1000;

/** The end of time as ECMAScript counts it. */
export const LATEST = 8.64e15;
