import type { Trace } from '../core/trace.ts';
import {
  endingOf,
  type FormatName,
  formatNames,
  formatOfFile,
  isProgram,
  loadRenderer,
  type PieceRenderer,
} from '../formats.ts';
import type { Messages } from '../i18n/en.ts';
import { printable } from '../render/printable.ts';
import { chosenFormat } from './chosen-format.ts';
import { UsageError } from './exit.ts';
import type { Output } from './output.ts';
import { sinkFor } from './sink.ts';
import { Writer } from './writer.ts';

/** In which format, and where to. */
export interface DeliveryOptions {
  readonly format?: FormatName;
  readonly output?: string;
  readonly open?: boolean;
}

/** Whether the text goes to someone who reads it here and now. */
export const isForScreen = ({ format, output, open }: DeliveryOptions): boolean =>
  (format ?? 'text') === 'text' && output === undefined && !open;

/**
 * Writes a trace to standard output, or to a file, which is opened when that is asked for.
 * @param loadText what the command says in place of the story where the format is text
 */
export async function deliver(
  trace: Trace,
  options: DeliveryOptions,
  t: Messages,
  { err, style }: Output,
  loadText: () => Promise<PieceRenderer> = () => loadRenderer('text', trace),
): Promise<void> {
  const usual = options.open ? 'html' : 'text';
  const format = chosenFormat(options, { names: formatNames, ofFile: formatOfFile, usual }, t);
  const render = await (format === 'text' ? loadText() : loadRenderer(format, trace));
  const { output, open } = options;
  if (open && isProgram(format)) throw new UsageError(t.cli.notOpened(format));
  if (output === undefined && !open) return writeAll(render(trace, t, style), undefined, t);
  const pieces = render(trace, t, { ...style, paint: (_, words) => words });
  const { openFile, temporaryFile } = await import('./open.ts');
  const file = output ?? temporaryFile(`gradtutor.${endingOf(format)}`);
  await writeAll(pieces, file, t);
  err(`${printable(t.cli.written(file))}\n`);
  if (open) await openFile(file, t);
}

/** What is wrong with the first piece is found before a file is opened, which empties it. */
async function writeAll(content: Iterable<string>, file: string | undefined, t: Messages): Promise<void> {
  const pieces = content[Symbol.iterator]();
  let piece = pieces.next();
  const writer = new Writer(await sinkFor(file, undefined, t));
  for (; !piece.done; piece = pieces.next()) await writer.write(piece.value);
  await writer.end();
}
