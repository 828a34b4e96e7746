import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

/** A session that was left: what was asked, and every line that was typed. Replaying the lines restores it. */
export interface Saved {
  readonly version: 1;
  /** What the session is about: the expression and its values, or the options of a series. */
  readonly about: unknown;
  readonly lines: readonly string[];
}

/** What an unreadable file is called from then on. */
const ASIDE = '.unreadable';

/** Keeps the session at hand in the user's data folder: one file a command, one atomic write an answer. */
export class Store {
  readonly #file: string;
  readonly #warn: (problem: string) => void;
  #hasWarned = false;

  /** @param warn is told once when the file cannot be read or written */
  constructor(
    command: 'run' | 'quiz',
    warn: (problem: string) => void,
    folder = join(dataFolder(), 'gradtutor'),
  ) {
    this.#file = join(folder, `${command}.json`);
    this.#warn = warn;
  }

  load(): Saved | undefined {
    try {
      const saved: unknown = JSON.parse(readFileSync(this.#file, 'utf8'));
      if (!isSaved(saved)) throw new SyntaxError('unknown format');
      return saved;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      const isUnreadable = error instanceof SyntaxError;
      this.#problem(isUnreadable ? `${error.message} → ${this.#file}${ASIDE}` : error);
      if (isUnreadable) this.#setAside();
      return undefined;
    }
  }

  save(saved: Saved): void {
    const fresh = `${this.#file}.${process.pid}`;
    try {
      mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
      writeFileSync(fresh, `${JSON.stringify(saved)}\n`, { mode: 0o600 });
      renameSync(fresh, this.#file);
    } catch (error) {
      this.#problem(error);
      removeQuietly(fresh);
    }
  }

  clear(): void {
    try {
      rmSync(this.#file, { force: true });
    } catch (error) {
      this.#problem(error);
    }
  }

  /** A file that cannot be read is kept beside, never overwritten. */
  #setAside(): void {
    try {
      renameSync(this.#file, this.#file + ASIDE);
    } catch (error) {
      this.#problem(error);
    }
  }

  #problem(error: unknown): void {
    if (!this.#hasWarned)
      this.#warn(`${this.#file}: ${error instanceof Error ? error.message : String(error)}`);
    this.#hasWarned = true;
  }
}

/** Where it cannot be removed it could not be written. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The problem has been told.
  }
}

function isSaved(value: unknown): value is Saved {
  if (typeof value !== 'object' || value === null) return false;
  const { version, about, lines } = value as Partial<Saved>;
  const isText = Array.isArray(lines) && lines.every((line) => typeof line === 'string');
  return version === 1 && isText && typeof about === 'object' && about !== null;
}

/** Where the platform keeps a user's data: XDG, macOS or Windows. */
function dataFolder(): string {
  const { XDG_DATA_HOME, LOCALAPPDATA } = process.env;
  if (XDG_DATA_HOME) return XDG_DATA_HOME;
  if (process.platform === 'win32' && LOCALAPPDATA) return LOCALAPPDATA;
  return process.platform === 'darwin'
    ? join(homedir(), 'Library', 'Application Support')
    : join(homedir(), '.local', 'share');
}
