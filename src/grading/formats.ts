export const inputFormats = ['ndjson', 'csv'] as const;

/** How hand-ins are written down. */
export type InputFormat = (typeof inputFormats)[number];
