import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isProgress, noProgress, type Progress } from '../learner/progress.ts';
import { dataFolder, DataFiles, type Warn } from './data-files.ts';
import { whileLocked } from './lock.ts';

/** Keeps what a learner has done in one file of their data folder. */
export class ProgressFile {
  readonly path: string;
  readonly #data: DataFiles;

  /** @param warn is told once when the file cannot be read or written */
  constructor(warn: Warn, folder = dataFolder()) {
    this.path = join(folder, 'progress.json');
    this.#data = new DataFiles(warn);
  }

  load(): Progress {
    return this.#data.read(this.path, isProgress) ?? noProgress;
  }

  get isThere(): boolean {
    return existsSync(this.path);
  }

  /** Reads what is there by now, so that what another terminal has added stays, and writes it back changed. Returns whether it could. */
  update(change: (progress: Progress) => Progress): boolean {
    return whileLocked(this.path, () => this.#data.write(this.path, change(this.load())));
  }

  /**
   * Begins anew. What was there is kept beside it.
   * @param mark tells this old file from others
   * @returns where it is kept; undefined where it could not be moved
   */
  reset(mark: string): string | undefined {
    const old = this.path.replace(/json$/u, `${mark}.json`);
    return whileLocked(this.path, () => this.#data.setAside(this.path, old)) ? old : undefined;
  }
}
