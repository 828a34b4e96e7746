/**
 * What a spreadsheet would take for a formula and run: a cell that begins with one of these signs (OWASP, “CSV Injection”),
 * full-width ones among them.
 */
const FORMULA = /^[-=+@\t\r\n－＝＋＠]/u;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/iu;

/** A row of a table in CSV as RFC 4180 has it, with a line feed. What looks like a formula is made text; numbers stay. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\n`;

function cell(content: string): string {
  const text = FORMULA.test(content) && !NUMBER.test(content) ? `'${content}` : content;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
