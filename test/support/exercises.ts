import { strFromU8, unzipSync } from 'fflate';
import { type GIFTQuestion, parse as parseGift } from 'gift-pegjs';
import { type ExerciseSet, exerciseOf, makeExercises } from '../../src/exercises/exercise.ts';
import type { Wording } from '../../src/exercises/tell.ts';
import { study } from '../../src/core/trace.ts';
import { en } from '../../src/i18n/en.ts';
import { exerciseWords } from '../../src/i18n/exercises/index.ts';
import { ko } from '../../src/i18n/ko.ts';
import { HIGHEST_LEVEL } from '../../src/tutor/kinds.ts';
import { hostileNames, studyOf } from './hostile.ts';
import { attributeOf, childrenOf, type Element, elementIn, elementsIn, readXml } from './xml.ts';

export const english: Wording = { t: en, x: exerciseWords.en };
export const korean: Wording = { t: ko, x: exerciseWords.ko };

/** Two exercises of every level. */
export const sets: readonly ExerciseSet[] = Array.from({ length: HIGHEST_LEVEL }, (_, i) =>
  makeExercises({ level: i + 1, count: 2, seed: 40 + i }),
);

/** A small set that is kept in every format. */
export const kept = makeExercises({ level: 3, count: 1, seed: 7 });

/** A set whose names are taken for anything else by some format. */
export const hostile: ExerciseSet = {
  id: 'hostile',
  recipe: { level: 1, count: 3, seed: 1 },
  exercises: [
    studyOf(hostileNames.slice(0, 4)),
    studyOf(hostileNames.slice(6, 12)),
    study('가격 * x̄ + $*$$ < 3 ? 가격 : 가격^2', {
      at: new Map([
        ['가격', 2],
        ['x̄', 3],
        ['$', 4],
        ['$$', 5],
      ]),
    }),
  ].map((made, i) => exerciseOf(made, `hostile-${i + 1}`, i + 1)),
};

/** An answer as a format holds it. */
export interface ReadAnswer {
  readonly value: number;
  readonly tolerance: number;
  readonly isRight: boolean;
  readonly feedback: string;
}

/** A question with its answers, the right one first. */
export type ReadQuestion = readonly ReadAnswer[];

interface JsonQuestion {
  readonly expected: number;
  readonly tolerance: number;
  readonly right: string;
  readonly wrong: readonly {
    readonly value: number;
    readonly tolerance: number;
    readonly feedback: string;
  }[];
}

export function readJson(text: string): ReadQuestion[] {
  const { exercises } = JSON.parse(text) as { exercises: { questions: JsonQuestion[] }[] };
  return exercises
    .flatMap(({ questions }) => questions)
    .map(({ expected, tolerance, right, wrong }) => [
      { value: expected, tolerance, isRight: true, feedback: right },
      ...wrong.map((answer) => ({ ...answer, isRight: false })),
    ]);
}

/** Rows of cells, as RFC 4180 has them. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/gu)) {
    row.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

export function readCsv(text: string): ReadQuestion[] {
  const [header = [], ...rows] = csvRows(text);
  const cell = (row: readonly string[], name: string) => row[header.indexOf(name)] ?? '';
  const byId = new Map<string, ReadAnswer[]>();
  for (const row of rows) {
    const answers = byId.get(cell(row, 'id')) ?? [];
    byId.set(cell(row, 'id'), answers);
    answers.push({
      value: Number(cell(row, 'answer')),
      tolerance: Number(cell(row, 'tolerance')),
      isRight: cell(row, 'right') === '1',
      feedback: cell(row, 'feedback'),
    });
  }
  return [...byId.values()];
}

export function readMoodle(text: string): ReadQuestion[] {
  return childrenOf(readXml(text), 'question')
    .filter((question) => attributeOf(question, 'type') === 'numerical')
    .map((question) =>
      childrenOf(question, 'answer')
        .map((answer) => ({
          value: Number((childrenOf(answer, 'text')[0] as Element).text),
          tolerance: Number(elementIn(answer, 'tolerance').text),
          isRight: attributeOf(answer, 'fraction') === '100',
          feedback: elementIn(answer, 'feedback').text,
        }))
        .filter(({ value }) => !Number.isNaN(value)),
    );
}

export const giftQuestions = (text: string): (GIFTQuestion & { type: 'Numerical' })[] =>
  parseGift(text).filter((question) => question.type === 'Numerical');

interface GiftChoice {
  readonly isCorrect: boolean;
  readonly weight: number | null;
  readonly text: { readonly type?: string; readonly number?: number; readonly range?: number };
  readonly feedback: { readonly text: string } | null;
}

export const readGift = (text: string): ReadQuestion[] =>
  giftQuestions(text).map(({ choices }) =>
    (choices as unknown as GiftChoice[])
      .filter(({ text: answer }) => answer.type === 'range')
      .map(({ weight, text: answer, feedback }) => ({
        value: answer.number ?? NaN,
        tolerance: answer.range ?? NaN,
        isRight: weight === null,
        feedback: feedback?.text ?? '',
      })),
  );

/** The files of a package, by their paths. */
export const filesIn = (zip: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]));

/** The items of a QTI 2.1 package in the order of its test. */
export function qtiItems(zip: Uint8Array): Element[] {
  const files = filesIn(zip);
  return elementsIn(readXml(files.get('test.xml') ?? ''), 'assessmentItemRef').map((ref) =>
    readXml(files.get(attributeOf(ref, 'href')) ?? ''),
  );
}

export function readQti(zip: Uint8Array): ReadQuestion[] {
  return qtiItems(zip).map((item) => {
    const feedback = new Map(
      elementsIn(item, 'modalFeedback').map((told) => [attributeOf(told, 'identifier'), told.text]),
    );
    const correct = Number(elementIn(elementIn(item, 'correctResponse'), 'value').text);
    return elementsIn(item, 'equal').map((test, i) => {
      const branch = elementIn(item, 'responseCondition').children[i] as Element;
      const [score, said] = childrenOf(branch, 'setOutcomeValue').map(({ text }) => text);
      const [target] = childrenOf(test, 'baseValue');
      return {
        value: target ? Number(target.text) : correct,
        tolerance: Number(attributeOf(test, 'tolerance').split(' ')[0]),
        isRight: score === '1',
        feedback: feedback.get(said ?? '') ?? '',
      };
    });
  });
}

/** The quiz in a package for Canvas. */
export function canvasQuiz(zip: Uint8Array): Element {
  const quiz = [...filesIn(zip)].find(([path]) => path !== 'imsmanifest.xml');
  return readXml(quiz?.[1] ?? '');
}

export function readCanvas(zip: Uint8Array): ReadQuestion[] {
  return elementsIn(canvasQuiz(zip), 'item').map((item) => {
    const feedback = new Map(
      elementsIn(item, 'itemfeedback').map((told) => [attributeOf(told, 'ident'), told.text]),
    );
    return elementsIn(item, 'respcondition').flatMap((condition): ReadAnswer[] => {
      const [equal] = elementsIn(condition, 'varequal');
      if (!equal) return [];
      const value = Number(equal.text);
      const [most] = elementsIn(condition, 'varlte');
      return [
        {
          value,
          tolerance: most ? Number(most.text) - value : 0,
          isRight: elementsIn(condition, 'setvar').some(({ text }) => text === '100'),
          feedback: feedback.get(attributeOf(elementIn(condition, 'displayfeedback'), 'linkrefid')) ?? '',
        },
      ];
    });
  });
}
