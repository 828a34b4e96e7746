import { join } from 'node:path';
import { isProgress, noProgress, type Progress } from '../learner/progress.ts';
import { dataFolder, DataFiles } from './data-files.ts';

/** Keeps what a learner has done in one file of their data folder. */
export class ProgressFile {
  readonly path: string;
  readonly #data: DataFiles;

  /** @param warn is told once when the file cannot be read or written */
  constructor(warn: (problem: string) => void, folder = dataFolder()) {
    this.path = join(folder, 'progress.json');
    this.#data = new DataFiles(warn);
  }

  load(): Progress {
    return this.#data.read(this.path, isProgress) ?? noProgress;
  }

  /** Reads what is there by now, so that what another terminal has added stays, and writes it back changed. */
  update(change: (progress: Progress) => Progress): void {
    this.#data.write(this.path, change(this.load()));
  }
}
