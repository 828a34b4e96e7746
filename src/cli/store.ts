import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, DataFiles, type Warn } from './data-files.ts';
import { removeQuietly } from './write-atomically.ts';

/** A session that was left: what was asked, and every line that was typed. Replaying the lines restores it. */
export interface Saved {
  readonly version: 1;
  /** What the session is about: the expression and its values, or the options of a series. */
  readonly about: unknown;
  readonly lines: readonly string[];
}

/** Sessions of a command that are kept; the oldest make room. */
const MOST_KEPT = 20;

/**
 * Keeps sessions in the user's data folder: a file for each thing that a session is about, so that two terminals do not
 * write over one another; one atomic write an answer.
 */
export class Store {
  readonly #command: string;
  readonly #folder: string;
  readonly #data: DataFiles;
  readonly #seen = new Set<string>();

  /** @param warn is told once when a file cannot be read or written */
  constructor(command: 'run' | 'quiz', warn: Warn, folder = dataFolder()) {
    this.#command = command;
    this.#folder = folder;
    this.#data = new DataFiles(warn);
  }

  /** The session about this. */
  load(about: unknown): Saved | undefined {
    const saved = this.#data.read(this.#fileFor(about), isSaved);
    return JSON.stringify(saved?.about) === JSON.stringify(about) ? saved : undefined;
  }

  /** The session that was saved last. */
  latest(): Saved | undefined {
    for (const file of this.#files()) {
      const saved = this.#data.read(file, isSaved);
      if (saved) return saved;
    }
    return undefined;
  }

  save(saved: Saved): void {
    const isKept = this.#data.write(this.#looked(saved.about), saved);
    if (isKept && saved.lines.length === 1)
      for (const old of this.#files().slice(MOST_KEPT)) removeQuietly(old);
  }

  /** Forgets the session about this. */
  clear(about: unknown): void {
    this.#data.remove(this.#looked(about));
  }

  /** The file about this. What else it may hold is set aside before it is written over for the first time. */
  #looked(about: unknown): string {
    const file = this.#fileFor(about);
    if (!this.#seen.has(file)) this.#data.read(file, isSaved);
    this.#seen.add(file);
    return file;
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
}

/** What another process may have removed meanwhile. */
function readQuietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function isSaved(value: unknown): value is Saved {
  if (typeof value !== 'object' || value === null) return false;
  const { version, about, lines } = value as Partial<Saved>;
  const isText = Array.isArray(lines) && lines.every((line) => typeof line === 'string');
  return version === 1 && isText && typeof about === 'object' && about !== null;
}
