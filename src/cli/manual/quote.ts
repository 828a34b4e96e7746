/** One word for a POSIX shell, whatever is in it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** One word for fish: within single quotes the backslash is a sign too. */
export const quotedForFish = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** One word for PowerShell. */
export const quotedForPowerShell = (text: string): string => `'${text.replaceAll(/['‘’‚‛]/gu, '$&$&')}'`;
