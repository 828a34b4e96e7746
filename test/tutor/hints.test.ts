import { describe, expect, test } from 'vitest';
import { study } from '../../src/core/trace.ts';
import { en } from '../../src/i18n/en.ts';
import type { Kind } from '../../src/tutor/kinds.ts';
import { hintsFor } from '../../src/tutor/hints.ts';
import { questionsFor } from '../../src/tutor/questions.ts';
import { sentenceOf } from '../../src/index.ts';

/** All hints to the first question of a kind about a variable, as they are read. */
function hints(source: string, at: Record<string, number>, kind: Kind, name: string): string[] {
  const studied = study(source, { at });
  const question = questionsFor(studied, [kind]).find((each) => each.kind === kind && each.name === name);
  if (!question) throw new Error(`no question of kind ${kind} about ${name}`);
  return hintsFor(studied, question).map((hint) => sentenceOf(hint, en));
}

const LECTURE = { a: 5, b: 3, c: 2 };

describe('hints to a nudge', () => {
  test('go along its way, and leave the output to be worked out', () => {
    expect(hints('3*(a+b*c)', LECTURE, 'nudge', 'b')).toEqual([
      'Put the new b in, and go right step by step until you reach J.',
      'u goes from 6 to 6.002. And then?',
      'v goes from 11 to 11.002. And then?',
      'Work out 3 * 11.002.',
    ]);
  });

  test('put no numbers in where six digits do not show what has moved', () => {
    expect(hints('x*1000000', { x: 123456.789 }, 'nudge', 'x')).toHaveLength(1);
  });
});

describe('hints to a local derivative', () => {
  test('begin with the one step that it is about', () => {
    expect(hints('3*(a+b*c)', LECTURE, 'local', 'b')).toEqual([
      'Look at this step alone: u = b * c. How fast does u move with b while all else stays put?',
      'The local derivative: du/db = c.',
    ]);
  });
});
