import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { Messages } from '../i18n/en.ts';
import { UsageError } from './exit.ts';

/** The command that opens a file with the program the user has chosen for it, as the platform calls it. */
function opener(file: string): readonly [command: string, ...args: string[]] {
  if (process.platform === 'darwin') return ['open', file];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', file];
  return ['xdg-open', file];
}

/** A new file in the folder for temporary files, which nobody else can read. */
export const temporaryFile = (name: string): string => join(mkdtempSync(join(tmpdir(), 'gradtutor-')), name);

/**
 * Opens a file and does not wait for it to be closed.
 * @throws UsageError where the platform's opener is missing
 */
export async function openFile(file: string, t: Messages): Promise<void> {
  const [command, ...args] = opener(resolve(file));
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => reject(new UsageError(t.cli.cannotOpen(file, command))));
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
