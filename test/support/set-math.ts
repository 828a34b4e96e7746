import { renderToString } from 'katex';
import { fences } from './markdown.ts';

export interface SetMath {
  readonly tex: string;
  readonly displayMode: boolean;
}

/** Every formula of a Markdown text as GitHub finds them: math fences, and $`…`$ behind a space or a line's begin. */
export function mathIn(markdown: string): SetMath[] {
  const display = fences(markdown)
    .filter(({ language }) => language === 'math')
    .map(({ text }) => ({ tex: text, displayMode: true }));
  const inline = Array.from(outsideFences(markdown).matchAll(/(?<=^|\s)\$`([^`]*)`\$/gmu), ([, tex]) => ({
    tex: tex as string,
    displayMode: false,
  }));
  return [...display, ...inline];
}

export const outsideFences = (markdown: string): string => markdown.replaceAll(/^```.*?^```$/gmsu, '');

/** What KaTeX, at its strictest, has against a formula; nothing when it is as it should be. */
export function complaint({ tex, displayMode }: SetMath): string | undefined {
  try {
    renderToString(tex, { displayMode, strict: 'error', throwOnError: true });
    return undefined;
  } catch (error) {
    return `${tex}: ${String(error)}`;
  }
}

export const complaints = (markdown: string): string[] =>
  mathIn(markdown).flatMap((math) => complaint(math) ?? []);
