import type { Block } from '../document.ts';
import type { Messages } from '../i18n/en.ts';

type Entry =
  { readonly heading: string } | { readonly blocks: readonly Block[] } | { readonly typed: string };

/** A session as it went, to be written down. */
export class Transcript {
  readonly #entries: Entry[] = [];

  heading(text: string): void {
    this.#entries.push({ heading: text });
  }

  add(blocks: readonly Block[]): void {
    this.#entries.push({ blocks: blocks.flatMap(readOut) });
  }

  /** What the learner typed after a label. */
  typed(label: string, text: string): void {
    this.#entries.push({ typed: `${label} ${text.trim().replaceAll(/\s+/gu, ' ')}` });
  }

  /** The session in GitHub's Markdown: a heading for each problem, and what the learner typed as quotations. */
  async toMarkdown(t: Messages): Promise<string> {
    const { markdownBody } = await import('../render/markdown.ts');
    const headings = this.#entries.some((entry) => 'heading' in entry) ? 3 : 2;
    const options = { words: t, headings };
    const body = this.#entries.map((entry) => {
      if ('heading' in entry) return `## ${entry.heading}`;
      return 'typed' in entry ? `> ${code(entry.typed)}` : markdownBody(entry.blocks, options);
    });
    return [`# ${t.quiz.transcript}`, ...body.filter((part) => part !== '')].join('\n\n') + '\n';
  }
}

/** A picture in sentences: a transcript is made of words. */
const readOut = (block: Block): Block[] =>
  block.kind === 'drawing'
    ? block.sentences().map((text): Block => ({ kind: 'prose', indent: 0, spans: [text] }))
    : [block];

/** Text that Markdown shows as it stands: between more backquotes than it has in a row. */
function code(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/gu), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}
