import type { Findings } from './finding.ts';

/** The words of a lesson in one language. */
export interface Prose {
  readonly title: string;
  /** One sentence: what one can do after the lesson. */
  readonly purpose: string;
  /** Markdown by section, in the order of the file. */
  readonly sections: ReadonlyMap<string, Section>;
}

export interface Section {
  readonly text: string;
  /** The line of its heading, from 1. */
  readonly line: number;
}

/** Is shown at the end of every lesson, and stands in no step. */
export const SUMMARY = 'summary';

/** Reads `# Title`, the purpose below it, and a section for each `## name`. */
export function readProse(file: string, markdown: string, findings: Findings): Prose {
  const sections = new Map<string, Section>();
  let title = '';
  let purpose = '';
  let open: { name: string; line: number; lines: string[] } | undefined;
  const close = () => {
    if (open) sections.set(open.name, { text: open.lines.join('\n').trim(), line: open.line });
  };
  for (const [i, line] of markdown.split(/\r?\n/u).entries()) {
    const name = /^## +(\S.*?) *$/u.exec(line)?.[1];
    if (name !== undefined) {
      close();
      if (sections.has(name)) findings.add(file, 'section-twice', { section: name }, i + 1);
      open = { name, line: i + 1, lines: [] };
    } else if (open) open.lines.push(line);
    else if (line.startsWith('# ')) title = line.slice(2).trim();
    else purpose = `${purpose} ${line}`.trim();
  }
  close();
  if (title === '') findings.add(file, 'title-missing', {}, 1);
  if (purpose === '') findings.add(file, 'purpose-missing', {}, 1);
  return { title, purpose, sections };
}
