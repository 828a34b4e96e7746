import { formatByEnding } from '../ending.ts';

const LINES = { endings: ['ndjson', 'jsonl'] };
const inputs = { ndjson: LINES, csv: { endings: ['csv', 'tsv'] } };
const reports = { ndjson: LINES, csv: { endings: ['csv'] } };

export const inputFormats = ['ndjson', 'csv'] as const;

/** How hand-ins are written down. */
export type InputFormat = (typeof inputFormats)[number];

export const reportFormats = ['ndjson', 'csv'] as const;

/** How reports are written down. */
export type ReportFormat = (typeof reportFormats)[number];

/** The format that the ending of a file's name stands for. */
export const inputFormatOf = (file: string): InputFormat | undefined => formatByEnding(inputs, file);
export const reportFormatOf = (file: string): ReportFormat | undefined => formatByEnding(reports, file);

export const summaryFormats = ['text', 'json'] as const;

/** How the summary of a class is written down. */
export type SummaryFormat = (typeof summaryFormats)[number];
