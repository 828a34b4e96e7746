import { lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ProgressFile } from '../../src/cli/progress-file.ts';
import { noProgress, withLesson } from '../../src/learner/progress.ts';
import { temporaryFolder } from '../support/cli.ts';

const place = { lines: ['3'], done: 1, total: 2, finished: 0 };

function opened() {
  const warnings: string[] = [];
  const file = new ProgressFile((problem) => warnings.push(problem), temporaryFolder());
  return { file, warnings };
}

describe('the progress file', () => {
  it('keeps what another terminal has written meanwhile', () => {
    const { file } = opened();
    file.update((progress) => withLesson(progress, '01-slope', place));
    file.update((progress) => withLesson(progress, '02-other', place));
    expect(file.load().recent).toEqual(['01-slope', '02-other']);
  });

  it('is never written over where it is there but cannot be read', () => {
    const { file, warnings } = opened();
    symlinkSync(file.path, file.path); // a circle: no ENOENT, and no permission that root would pass by
    expect(file.load()).toEqual(noProgress);
    file.update((progress) => withLesson(progress, '01-slope', place));
    expect(lstatSync(file.path).isSymbolicLink()).toBe(true);
    expect(warnings).toHaveLength(1);
  });

  it('is set aside where it holds something else, and begun anew', () => {
    const { file, warnings } = opened();
    writeFileSync(file.path, '[]');
    file.update((progress) => withLesson(progress, '01-slope', place));
    expect(readFileSync(`${file.path}.unreadable`, 'utf8')).toBe('[]');
    expect(file.load().lessons).toEqual({ '01-slope': place });
    expect(warnings).toHaveLength(1);
  });
});
