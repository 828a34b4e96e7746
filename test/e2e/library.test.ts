import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/cli.ts';
import { outputOfExample, shownBy } from '../support/example.ts';
import { fences } from '../support/markdown.ts';

const programs = fences(readFileSync(join(root, 'docs/library.md'), 'utf8')).filter(
  ({ language }) => language === 'ts',
);

describe('docs/library.md', () => {
  it('has a program for the trace, its errors, the tutor, exercises, grading and lessons', () => {
    expect(programs).toHaveLength(6);
    expect(programs.every(({ text }) => shownBy(text).length > 0)).toBe(true);
  });

  it.each(programs)(
    'has a program at line $line that compiles, and prints what it says',
    async ({ text }) => {
      expect((await outputOfExample('ts', text)).trimEnd().split('\n')).toEqual(shownBy(text));
    },
  );
});
