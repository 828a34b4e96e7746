import { lexer, type Token, type Tokens, walkTokens } from 'marked';
import { type Block, gap, NO_BREAK_SPACE, prose, type Span, spanText, unbreakable } from '../document.ts';

/** Code of more letters may be broken at the end of a line. */
const LONGEST_UNBROKEN = 40;
const INDENT = 2;

/** The prose of a lesson: paragraphs and lists, with bold, code and links. What is more than that stays text. */
export function tellMarkdown(markdown: string): Block[] {
  const blocks: Block[] = [];
  for (const token of lexer(markdown)) {
    const told = tellToken(token);
    if (told.length > 0) blocks.push(...(blocks.length > 0 ? [gap] : []), ...told);
  }
  return blocks;
}

/** The same as one line of text, without marks. */
export const plainText = (markdown: string): string =>
  tellMarkdown(markdown)
    .flatMap((block) => (block.kind === 'prose' ? [block.spans.map(spanText).join('')] : []))
    .join(' ')
    .replaceAll(NO_BREAK_SPACE, ' ');

/** Where the links of a text lead. */
export function linksIn(markdown: string): string[] {
  const targets: string[] = [];
  void walkTokens(lexer(markdown), (token) => {
    if (token.type === 'link') targets.push((token as Tokens.Link).href);
  });
  return targets;
}

/** The lesson that a link leads to: `../04-backward`. */
export const lessonIn = (target: string): string | undefined => /^\.\.\/([^/]+)\/?$/u.exec(target)?.[1];

/** A link is followed by where it leads, for a terminal shows text only. */
function linkIn({ text, href }: Tokens.Link): string {
  const lesson = lessonIn(href);
  const target = lesson === undefined ? href : `gradtutor learn ${lesson}`;
  return text === href ? text : `${text} (${unbreakable(target)})`;
}

function tellToken(token: Token): Block[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'paragraph':
      return [prose(INDENT, ...spansOf((token as Tokens.Paragraph).tokens))];
    case 'list':
      return (token as Tokens.List).items.map((item) =>
        prose(
          INDENT,
          '• ',
          ...item.tokens.flatMap((inner) => spansOf('tokens' in inner ? inner.tokens : [inner])),
        ),
      );
    default:
      return [prose(INDENT, token.raw.trim())];
  }
}

function spansOf(tokens: readonly Token[] = []): Span[] {
  return tokens.map((token): Span => {
    switch (token.type) {
      case 'codespan': {
        const { text } = token as Tokens.Codespan;
        return { role: 'code', text: text.length < LONGEST_UNBROKEN ? unbreakable(text) : text };
      }
      case 'link':
        return linkIn(token as Tokens.Link);
      case 'strong':
        return { role: 'title', text: (token as Tokens.Strong).text };
      case 'text':
      case 'escape':
        return (token as Tokens.Text).text.replaceAll('\n', ' ');
      default:
        return token.raw.replaceAll('\n', ' ');
    }
  });
}
