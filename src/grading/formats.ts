export const inputFormats = ['ndjson', 'csv'] as const;

/** How hand-ins are written down. */
export type InputFormat = (typeof inputFormats)[number];

export const reportFormats = ['ndjson', 'csv'] as const;

/** How reports are written down. */
export type ReportFormat = (typeof reportFormats)[number];

export const summaryFormats = ['text', 'json'] as const;

/** How the summary of a class is written down. */
export type SummaryFormat = (typeof summaryFormats)[number];
