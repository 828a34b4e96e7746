import { describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { formatValue } from '../../src/core/value.ts';
import type { ExerciseSet } from '../../src/exercises/exercise.ts';
import { toAnki } from '../../src/exercises/formats/anki.ts';
import { toCanvas } from '../../src/exercises/formats/canvas.ts';
import { toCsv } from '../../src/exercises/formats/csv.ts';
import { toGift } from '../../src/exercises/formats/gift.ts';
import { toJsonSet } from '../../src/exercises/formats/json.ts';
import { toLatexSheets } from '../../src/exercises/formats/latex.ts';
import { toMarkdownSheets } from '../../src/exercises/formats/markdown.ts';
import { toMoodle } from '../../src/exercises/formats/moodle.ts';
import { toQti } from '../../src/exercises/formats/qti.ts';
import type { Wording } from '../../src/exercises/tell.ts';
import {
  english,
  hostile,
  kept,
  korean,
  readCanvas,
  readCsv,
  readGift,
  readJson,
  readMoodle,
  type ReadQuestion,
  readQti,
  sets,
} from '../support/exercises.ts';

type Reader = (set: ExerciseSet, words: Wording) => ReadQuestion[];

/** Every format that a machine grades by, written and read back. */
const formats: readonly (readonly [string, Reader])[] = [
  ['JSON', (set, words) => readJson(toJsonSet(set, words))],
  ['CSV', (set, words) => readCsv(toCsv(set, words))],
  ['Moodle XML', (set, words) => readMoodle(toMoodle(set, words))],
  ['GIFT', (set, words) => readGift(toGift(set, words))],
  ['QTI 2.1', (set, words) => readQti(toQti(set, words))],
  ['QTI 1.2', (set, words) => readCanvas(toCanvas(set, words))],
];

/** The gradients, worked out afresh from what the exercises say of themselves. */
const gradientsOf = ({ exercises }: ExerciseSet): number[] =>
  exercises.flatMap(({ study, items }) => {
    const { source, inputs } = study.trace;
    const { gradients } = trace(source, { at: new Map(Object.entries(inputs)) });
    return items.map(({ question }) => gradients[question.name] as number);
  });

describe.each(formats)('%s', (_, read) => {
  const all = [
    ...[...sets, hostile].map((set) => [set, read(set, english)] as const),
    ...[kept, hostile].map((set) => [set, read(set, korean)] as const),
  ];

  test('has the gradient as the right answer to every question, first and alone', () => {
    for (const [set, questions] of all) {
      const gradients = gradientsOf(set);
      expect(questions).toHaveLength(gradients.length);
      for (const [i, [right, ...wrong]] of questions.entries()) {
        expect(right).toMatchObject({ isRight: true });
        expect(right?.value).toBeCloseTo(gradients[i] as number, 9);
        expect(wrong.filter(({ isRight }) => isRight)).toEqual([]);
      }
    }
  });

  test('tells every wrong answer from the right one, and from every other', () => {
    for (const [, questions] of all) {
      for (const answers of questions) {
        const ends = answers
          .map(({ value, tolerance }) => [value - tolerance, value + tolerance] as const)
          .toSorted(([a], [b]) => a - b);
        const overlaps = ends.filter(([least], i) => i > 0 && least <= (ends[i - 1]?.[1] as number));
        expect(overlaps).toEqual([]);
      }
    }
  });

  test('says something of its own to each', () => {
    for (const [set, questions] of all) {
      expect(questions.flat().every(({ feedback }) => feedback.length > 10)).toBe(true);
      const wrong = set.exercises.flatMap(({ items }) => items.map((item) => item.wrong.length));
      expect(questions.map((answers) => answers.length - 1)).toEqual(wrong);
    }
  });
});

/** The number that each derivation ends with: of the chain rule, or of the sum over paths. */
const results = (text: string, dvar: RegExp) =>
  Array.from(text.matchAll(dvar), ([found]) => Number(/(-?[\d.]+)\}?[ \]]*$/u.exec(found)?.[1]));

describe('on paper', () => {
  test.each(sets.map((set) => [set.recipe.level, set] as const))(
    'the solutions of level %i end with the gradients',
    (_, set) => {
      const expected = gradientsOf(set).map((value) => Number(formatValue(value)));
      const markdown = toMarkdownSheets(set, english).split('\n# Solutions\n')[1] ?? '';
      const fences = Array.from(markdown.matchAll(/```math\n(.*?)\n```/gsu), ([, tex = '']) =>
        tex.replaceAll(/ \\\\(?:\[0\.4em\])?$/gmu, ''),
      );
      const told = new Set(fences.flatMap((tex) => results(tex, /[^\n&]*$/gmu)));
      const latex = toLatexSheets(set, english).split('\\clearpage')[1] ?? '';
      const inLatex = new Set(results(latex, /\\textcolor\{dvar\}\{-?[\d.]+\}/gu));
      for (const value of expected) {
        expect(told).toContain(value);
        expect(inLatex).toContain(value);
      }
    },
  );

  test.each(sets.map((set) => [set.recipe.level, set] as const))(
    'every card of level %i has its gradient on the back',
    (_, set) => {
      const notes = toAnki(set, english)
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'));
      const backs = notes.map((note) => note.split('\t')[3] ?? '');
      const values = backs.map((back) => Number(/^<p>\\\([^=]*= (-?[\d.]+) \\\)<\/p>/u.exec(back)?.[1]));
      expect(values).toEqual(gradientsOf(set).map((value) => Number(formatValue(value))));
    },
  );
});
