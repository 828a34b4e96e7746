import type { Trace } from '../core/trace.ts';
import {
  endingOf,
  type FormatName,
  formatNames,
  formatOfFile,
  isProgram,
  loadRenderer,
  type Renderer,
} from '../formats.ts';
import type { Messages } from '../i18n/en.ts';
import { printable } from '../render/printable.ts';
import { UsageError } from './exit.ts';
import { writeWhole } from './files.ts';
import type { Output } from './output.ts';

/** In which format, and where to. */
export interface DeliveryOptions {
  readonly format?: FormatName;
  readonly output?: string;
  readonly open?: boolean;
}

/** The format asked for by name, else by the ending of the file, else the one that is opened, else text. */
function chosenFormat({ format, output, open }: DeliveryOptions, t: Messages): FormatName {
  if (format !== undefined) return format;
  if (output === undefined) return open ? 'html' : 'text';
  const byEnding = formatOfFile(output);
  if (byEnding === undefined) throw new UsageError(t.cli.unknownEnding(output, formatNames.join(', ')));
  return byEnding;
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
  { out, err, style }: Output,
  loadText: () => Promise<Renderer> = () => loadRenderer('text', trace),
): Promise<void> {
  const format = chosenFormat(options, t);
  const render = await (format === 'text' ? loadText() : loadRenderer(format, trace));
  const { output, open } = options;
  if (open && isProgram(format)) throw new UsageError(t.cli.notOpened(format));
  if (output === undefined && !open) {
    out(render(trace, t, style));
    return;
  }
  const content = render(trace, t, { ...style, width: style.width, paint: (_, words) => words });
  const { openFile, temporaryFile } = await import('./open.ts');
  const file = output ?? temporaryFile(`gradtutor.${endingOf(format)}`);
  writeWhole(file, content);
  err(`${printable(t.cli.written(file))}\n`);
  if (open) await openFile(file, t);
}
