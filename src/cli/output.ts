import process from 'node:process';
import type { TextStyle } from '../render/text.ts';

/** What a command writes to. */
export interface Output {
  readonly out: (content: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  readonly style: TextStyle;
  /** Plain lines only: no alignment, nothing redrawn. */
  readonly plain: boolean;
}

/** All of standard input, as text. */
export async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The same output, on which graphs are drawn. The layout engine is loaded here, for those who need it. */
export async function withDrawing(output: Output): Promise<Output> {
  if (output.plain) return output;
  const { draw } = await import('../picture/draw.ts');
  const { style } = output;
  return {
    ...output,
    style: {
      ...style,
      draw,
      get width() {
        return style.width;
      },
    },
  };
}
