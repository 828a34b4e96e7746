import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './folder.ts';
import { besideFor } from './left-behind.ts';

/**
 * Writes a file in one piece: whoever reads it meanwhile, or after a crash, finds all of the old text or all of the new.
 * @param mode its permissions, less the umask
 * @throws an error of node:fs that names the file; nothing is left behind
 */
export function writeAtomically(file: string, text: string, mode: number): void {
  const fresh = besideFor(file);
  try {
    makeFolder(dirname(file));
    writeFileSync(fresh, text, { mode, flush: true });
    renameSync(fresh, file);
  } catch (error) {
    removeQuietly(fresh);
    throw Object.assign(error as Error, { path: file });
  }
}

/** Where it cannot be removed it could not be written. */
export function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The problem has been told.
  }
}
