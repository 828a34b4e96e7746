import { closeSync, openSync, writeFileSync } from 'node:fs';
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
import { onFile } from './files.ts';
import type { Output } from './output.ts';

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
  { out, ready, err, style }: Output,
  loadText: () => Promise<PieceRenderer> = () => loadRenderer('text', trace),
): Promise<void> {
  const usual = options.open ? 'html' : 'text';
  const format = chosenFormat(options, { names: formatNames, ofFile: formatOfFile, usual }, t);
  const render = await (format === 'text' ? loadText() : loadRenderer(format, trace));
  const { output, open } = options;
  if (open && isProgram(format)) throw new UsageError(t.cli.notOpened(format));
  if (output === undefined && !open) {
    for (const text of joined(render(trace, t, style))) {
      out(text);
      await ready();
    }
    return;
  }
  const content = joined(render(trace, t, { ...style, width: style.width, paint: (_, words) => words }));
  const { openFile, temporaryFile } = await import('./open.ts');
  const file = output ?? temporaryFile(`gradtutor.${endingOf(format)}`);
  onFile(file, () => writePieces(file, content));
  err(`${printable(t.cli.written(file))}\n`);
  if (open) await openFile(file, t);
}

/** Characters that are written together: a write for each line costs more than the line. */
const ENOUGH = 1 << 16;

function* joined(pieces: Iterable<string>): Generator<string, void, void> {
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < ENOUGH) continue;
    yield waiting;
    waiting = '';
  }
  yield waiting;
}

/** What is wrong with the first piece is found before the file is opened, which empties it. */
function writePieces(file: string, pieces: Generator<string, void, void>): void {
  const first = pieces.next();
  const descriptor = openSync(file, 'w');
  try {
    writeFileSync(descriptor, first.value ?? '');
    for (const piece of pieces) writeFileSync(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}
