/** Sheets of paper, in the order in which they are written: for the class, for after the lesson, for the teacher. */
export const sheetNames = ['questions', 'solutions', 'mistakes'] as const;

export type SheetName = (typeof sheetNames)[number];

/** What a worksheet has unless its sheets are chosen. */
export const USUAL_SHEETS: readonly SheetName[] = ['questions', 'solutions'];
