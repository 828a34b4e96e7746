import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

/** What an unreadable file is called from then on. */
const ASIDE = '.unreadable';

/** JSON in files of the user's own: written in one piece, and never overwritten when it cannot be read. */
export class DataFiles {
  readonly #warn: (problem: string) => void;
  /** What could neither be read nor set aside; it is left as it is. */
  readonly #untouchable = new Set<string>();
  #hasWarned = false;

  /** @param warn is told once when a file cannot be read or written */
  constructor(warn: (problem: string) => void) {
    this.#warn = warn;
  }

  /** The data of a file that is there and can be used; one that cannot is set aside. */
  read<T>(file: string, isUsable: (data: unknown) => data is T): T | undefined {
    try {
      const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
      if (!isUsable(data)) throw new SyntaxError('unknown format');
      return data;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      const isUnreadable = error instanceof SyntaxError;
      this.#problem(file, isUnreadable ? `${error.message} → ${file}${ASIDE}` : error);
      const isAside = isUnreadable && this.#attempt(file, () => renameSync(file, file + ASIDE));
      if (!isAside) this.#untouchable.add(file);
      return undefined;
    }
  }

  /** One atomic write. Returns whether it could be done. */
  write(file: string, data: unknown): boolean {
    if (this.#untouchable.has(file)) return false;
    const fresh = `${file}.${process.pid}`;
    const isDone = this.#attempt(file, () => {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(fresh, `${JSON.stringify(data)}\n`, { mode: 0o600, flush: true });
      renameSync(fresh, file);
    });
    if (!isDone) removeQuietly(fresh);
    return isDone;
  }

  /** Moves a file away, where it is kept under another name. Returns whether it could be done. */
  setAside(file: string, to: string): boolean {
    return existsSync(file) && this.#attempt(file, () => renameSync(file, to));
  }

  remove(file: string): void {
    this.#attempt(file, () => rmSync(file, { force: true }));
  }

  #attempt(file: string, action: () => void): boolean {
    try {
      action();
      return true;
    } catch (error) {
      this.#problem(file, error);
      return false;
    }
  }

  #problem(file: string, error: unknown): void {
    if (!this.#hasWarned) this.#warn(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    this.#hasWarned = true;
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

/** Where the platform keeps a user's data, and gradtutor's folder there: XDG, macOS or Windows. */
export function dataFolder(): string {
  const { XDG_DATA_HOME, LOCALAPPDATA } = process.env;
  if (XDG_DATA_HOME) return join(XDG_DATA_HOME, 'gradtutor');
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'gradtutor');
  return process.platform === 'darwin'
    ? join(homedir(), 'Library', 'Application Support', 'gradtutor')
    : join(homedir(), '.local', 'share', 'gradtutor');
}
