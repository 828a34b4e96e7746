/** Control characters made visible, so that no input can send the terminal a command. */
export const printable = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (c) =>
    c === '\t' ? ' ' : '�',
  );
