/** The fenced blocks of a Markdown text. */
interface Fence {
  readonly language: string;
  readonly text: string;
  /** The line of its first line, from 1. */
  readonly line: number;
}

export function fences(markdown: string): Fence[] {
  const found: Fence[] = [];
  for (const match of markdown.matchAll(/^```(\w*)[^\n]*\n(.*?)^```\s*$/gmsu)) {
    const line = markdown.slice(0, match.index).split('\n').length + 1;
    found.push({ language: match[1] as string, text: match[2] as string, line });
  }
  return found;
}

interface Command {
  readonly command: string;
  readonly output: string;
}

/** The commands of a `console` block, each with the output shown below it. */
export function commands(text: string): Command[] {
  const [before, ...parts] = text.split(/^\$ /mu);
  if (before !== '') throw new Error(`A console block begins with output: ${before}`);
  return parts.map((part) => {
    const [, command = '', output = ''] = /^((?:[^\n]*\\\n)*[^\n]*)\n?(.*)$/su.exec(part) ?? [];
    return { command, output };
  });
}
