import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { homeFolder } from './home.ts';
import { sweep } from './left-behind.ts';
import { whileLocked } from './lock.ts';
import { writeAtomically } from './write-atomically.ts';

/** What an unreadable file is called from then on; the next one gets a number too. */
const ASIDE = '.unreadable';

/** Is told what keeps a file from being used, as a code of node:fs; or that it was set aside, and its new name. */
export type Warn = (file: string, problem: { readonly code: string } | { readonly aside: string }) => void;

/** JSON in files of the user's own: written in one piece, and never overwritten when it cannot be read. */
export class DataFiles {
  readonly #warn: Warn;
  /** What could neither be read nor set aside; it is left as it is. */
  readonly #untouchable = new Set<string>();
  #hasWarned = false;
  #hasSwept = false;

  /** @param warn is told once when a file cannot be read or written, and of every file that is set aside */
  constructor(warn: Warn) {
    this.#warn = warn;
  }

  /** The data of a file that is there and can be used; one that cannot is set aside. */
  read<T>(file: string, isUsable: (data: unknown) => data is T): T | undefined {
    const found = this.#look(file, isUsable);
    if (!(found instanceof SyntaxError)) return found;
    // Another process may have set it aside by now, and begun anew.
    return whileLocked(file, () => {
      const still = this.#look(file, isUsable);
      if (!(still instanceof SyntaxError)) return still;
      const aside = freeName(file + ASIDE);
      try {
        renameSync(file, aside);
        this.#warn(file, { aside });
      } catch {
        this.#giveUp(file, still);
      }
      return undefined;
    });
  }

  /** One atomic write. Returns whether it could be done. */
  write(file: string, data: unknown): boolean {
    if (this.#untouchable.has(file)) return false;
    if (!this.#hasSwept) sweep(dirname(file));
    this.#hasSwept = true;
    return this.#attempt(file, () => writeAtomically(file, `${JSON.stringify(data)}\n`, 0o600));
  }

  /** Moves a file away, where it is kept under another name. Returns whether it could be done. */
  setAside(file: string, to: string): boolean {
    return this.#attempt(file, () => renameSync(file, to));
  }

  remove(file: string): void {
    if (!this.#untouchable.has(file)) this.#attempt(file, () => rmSync(file, { force: true }));
  }

  /** The data; undefined where there is none that may be touched; an error where the file holds something else. */
  #look<T>(file: string, isUsable: (data: unknown) => data is T): T | SyntaxError | undefined {
    try {
      const data: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''));
      return isUsable(data) ? data : new SyntaxError('unknown format');
    } catch (error) {
      if (error instanceof SyntaxError) return error;
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.#giveUp(file, error);
      return undefined;
    }
  }

  #giveUp(file: string, error: unknown): void {
    this.#untouchable.add(file);
    this.#problem(file, error);
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
    const isFirst = !this.#hasWarned;
    this.#hasWarned = true;
    if (isFirst) this.#warn(file, { code: codeOf(error) });
  }
}

/** `not-json` for a file that holds something else than data of ours. */
const codeOf = (error: unknown): string =>
  error instanceof SyntaxError ? 'not-json' : ((error as NodeJS.ErrnoException).code ?? String(error));

/** The name, or the name with the first number from 2 on that no file has yet. */
function freeName(name: string): string {
  let free = name;
  for (let i = 2; existsSync(free); i++) free = `${name}-${i}`;
  return free;
}

/** Where the platform keeps a user's data, and gradtutor's folder there: XDG, macOS or Windows. */
export function dataFolder(): string {
  const { XDG_DATA_HOME, LOCALAPPDATA } = process.env;
  if (XDG_DATA_HOME) return join(XDG_DATA_HOME, 'gradtutor');
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'gradtutor');
  return process.platform === 'darwin'
    ? join(homeFolder(), 'Library', 'Application Support', 'gradtutor')
    : join(homeFolder(), '.local', 'share', 'gradtutor');
}
