import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
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
/** Sessions of a command that are kept; the oldest make room. */
const MOST_KEPT = 20;

/**
 * Keeps sessions in the user's data folder: a file for each thing that a session is about, so that two terminals do not
 * write over one another; one atomic write an answer.
 */
export class Store {
  readonly #command: string;
  readonly #folder: string;
  readonly #warn: (problem: string) => void;
  #hasWarned = false;

  /** @param warn is told once when a file cannot be read or written */
  constructor(
    command: 'run' | 'quiz',
    warn: (problem: string) => void,
    folder = join(dataFolder(), 'gradtutor'),
  ) {
    this.#command = command;
    this.#folder = folder;
    this.#warn = warn;
  }

  /** The session about this. */
  load(about: unknown): Saved | undefined {
    const saved = this.#read(this.#fileFor(about));
    return JSON.stringify(saved?.about) === JSON.stringify(about) ? saved : undefined;
  }

  /** The session that was saved last. */
  latest(): Saved | undefined {
    for (const file of this.#files()) {
      const saved = this.#read(file);
      if (saved) return saved;
    }
    return undefined;
  }

  save(saved: Saved): void {
    const file = this.#fileFor(saved.about);
    const fresh = `${file}.${process.pid}`;
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      writeFileSync(fresh, `${JSON.stringify(saved)}\n`, { mode: 0o600 });
      renameSync(fresh, file);
      if (saved.lines.length === 1) for (const old of this.#files().slice(MOST_KEPT)) removeQuietly(old);
    } catch (error) {
      this.#problem(file, error);
      removeQuietly(fresh);
    }
  }

  /** Forgets the session about this. */
  clear(about: unknown): void {
    const file = this.#fileFor(about);
    try {
      rmSync(file, { force: true });
    } catch (error) {
      this.#problem(file, error);
    }
  }

  #fileFor(about: unknown): string {
    const key = createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 16);
    return join(this.#folder, `${this.#command}-${key}.json`);
  }

  /** The files of this command, the newest first. */
  #files(): string[] {
    const names = readQuietly(() => readdirSync(this.#folder)) ?? [];
    const pattern = new RegExp(`^${this.#command}-[0-9a-f]+\\.json$`, 'u');
    return names
      .filter((name) => pattern.test(name))
      .map((name) => join(this.#folder, name))
      .map((file) => ({ file, changed: readQuietly(() => statSync(file).mtimeMs) ?? 0 }))
      .toSorted((a, b) => b.changed - a.changed)
      .map(({ file }) => file);
  }

  #read(file: string): Saved | undefined {
    try {
      const saved: unknown = JSON.parse(readFileSync(file, 'utf8'));
      if (!isSaved(saved)) throw new SyntaxError('unknown format');
      return saved;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      const isUnreadable = error instanceof SyntaxError;
      this.#problem(file, isUnreadable ? `${error.message} → ${file}${ASIDE}` : error);
      if (isUnreadable) this.#setAside(file);
      return undefined;
    }
  }

  /** A file that cannot be read is kept beside, never overwritten. */
  #setAside(file: string): void {
    try {
      renameSync(file, file + ASIDE);
    } catch (error) {
      this.#problem(file, error);
    }
  }

  #problem(file: string, error: unknown): void {
    if (!this.#hasWarned) this.#warn(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    this.#hasWarned = true;
  }
}

/** What another process may have removed meanwhile. */
function readQuietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
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
