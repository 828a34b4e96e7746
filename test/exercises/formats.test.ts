import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { type Exercise, exerciseOf, type ExerciseSet, makeExercises } from '../../src/exercises/exercise.ts';
import { exerciseFormatOf, exerciseFormats, isPackage, loadWriter } from '../../src/exercises/formats.ts';
import { toAnki } from '../../src/exercises/formats/anki.ts';
import { toCanvas } from '../../src/exercises/formats/canvas.ts';
import { toCsv } from '../../src/exercises/formats/csv.ts';
import { toGift } from '../../src/exercises/formats/gift.ts';
import { toJsonSet } from '../../src/exercises/formats/json.ts';
import { toLatexSheets } from '../../src/exercises/formats/latex.ts';
import { toMarkdownSheets } from '../../src/exercises/formats/markdown.ts';
import { toMoodle } from '../../src/exercises/formats/moodle.ts';
import { toQti } from '../../src/exercises/formats/qti.ts';
import { inTexBrackets, toMarkup } from '../../src/exercises/markup.ts';
import { sheetNames, type SheetName } from '../../src/exercises/sheets.ts';
import { tellTask, type Wording } from '../../src/exercises/tell.ts';
import { study } from '../../src/core/trace.ts';
import {
  canvasQuiz,
  csvRows,
  english,
  filesIn,
  giftQuestions,
  hostile,
  kept,
  korean,
  qtiItems,
  sets,
} from '../support/exercises.ts';
import {
  CANVAS_GRAMMAR,
  MANIFEST_GRAMMAR,
  MARKUP_GRAMMAR,
  MOODLE_GRAMMAR,
  QTI_GRAMMAR,
  violations,
} from '../support/grammar.ts';
import { resources } from '../support/sqlite.ts';
import { complaint, complaints } from '../support/set-math.ts';
import { compile, hasPdflatex } from '../support/tex.ts';
import { attributeOf, type Element, elementIn, elementsIn, readMarkup, readXml } from '../support/xml.ts';

const wordings = [english, korean];
/** Every set, and some in Korean too. */
const cases: readonly (readonly [ExerciseSet, Wording])[] = [
  ...[...sets, hostile].map((set) => [set, english] as const),
  ...[kept, hostile].map((set) => [set, korean] as const),
];

/** What is wrong with HTML and the TeX in it. */
function complaintsAbout(markup: string): string[] {
  const root = readMarkup(markup);
  const math = Array.from(root.text.matchAll(/\\\((.*?)\\\)|\\\[(.*?)\\\]/gsu), ([, tex, display]) => ({
    tex: tex ?? display ?? '',
    displayMode: tex === undefined,
  }));
  return [...violations(root, MARKUP_GRAMMAR), ...math.flatMap((formula) => complaint(formula) ?? [])];
}

const titles = (text: string) => Array.from(text.matchAll(/^# (.*)$/gmu), ([, title]) => title);

const fileOf = (name: string): string =>
  fileURLToPath(new URL(`../snapshots/exercises/${name}`, import.meta.url));

/** All the files of a package in one text. */
const listed = (zip: Uint8Array): string =>
  Array.from(filesIn(zip), ([path, text]) => `=== ${path}\n${text}`).join('\n');

describe.each(exerciseFormats.filter((format) => format !== 'apkg'))('%s', (format) => {
  test.each(wordings.map((words) => [words.t.lang, words] as const))(
    'in %s as before',
    async (lang, words) => {
      const write = await loadWriter(format, resources);
      const content = write(kept, words);
      const text = typeof content === 'string' ? content : listed(content);
      await expect(text).toMatchFileSnapshot(fileOf(`${format}.${lang}.txt`));
      expect(typeof content === 'string').toBe(!isPackage(format));
      expect(write(kept, words)).toEqual(content);
    },
  );
});

test('the ending of a file chooses its format, unless two have the same', () => {
  expect(
    ['a.md', 'a.TEX', 'a.json', 'b/a.csv', 'a.txt', 'a.apkg', 'a.xml', 'a.gift'].map(exerciseFormatOf),
  ).toEqual(['markdown', 'latex', 'json', 'csv', 'anki', 'apkg', 'moodle', 'gift']);
  expect(['a.zip', 'md', 'a.'].map(exerciseFormatOf)).toEqual([undefined, undefined, undefined]);
});

describe('JSON', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../schema/exercises.json', import.meta.url), 'utf8'),
  ) as object;
  const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);

  test('follows the published schema', () => {
    for (const [set, words] of cases) {
      validate(JSON.parse(toJsonSet(set, words)));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  test('fails it when a key is missing or unknown', () => {
    const { seed: _, ...rest } = JSON.parse(toJsonSet(kept, english)) as Record<string, unknown>;
    expect(validate(rest)).toBe(false);
    expect(validate({ ...rest, seed: 7, extra: 1 })).toBe(false);
    expect(validate({ ...rest, seed: 7 })).toBe(true);
  });
});

describe('Markdown', () => {
  test('has math that GitHub sets', () => {
    for (const [set, words] of cases) expect(complaints(toMarkdownSheets(set, words))).toEqual([]);
  });

  test('has no sheet but those asked for, in the order of the paper', () => {
    const title = 'Backpropagation exercises, level 3';
    expect(titles(toMarkdownSheets(kept, english))).toEqual([title, 'Solutions']);
    expect(titles(toMarkdownSheets(kept, english, ['solutions']))).toEqual(['Solutions']);
    expect(titles(toMarkdownSheets(kept, english, sheetNames))).toEqual([
      title,
      'Solutions',
      'What wrong answers tell',
    ]);
  });

  test('tells no dvar on the sheet for the class, and leaves room to write each', () => {
    for (const set of sets) {
      const questions = toMarkdownSheets(set, english, ['questions']);
      const dvars = Array.from(
        questions.matchAll(/mathit\{d[^}]*\}(?:_\{\d+\})? ?(=[^\n]*)/gu),
        ([, rest]) => rest,
      );
      expect(dvars).toHaveLength(set.exercises.flatMap(({ items }) => items).length);
      for (const rest of dvars) expect(rest).toMatch(/^= ?`\$ \| (?:&emsp;)+ \| (?:&emsp;)+ \|$/u);
    }
  });

  test('has an answer key and a line of the backward pass for every dvar, at forks too', () => {
    const fork = exerciseOf(study('u = a*b; v = a+b; J = u*v', { at: { a: 2, b: -3 } }), 'fork-1', 1);
    const solutions = toMarkdownSheets({ ...kept, exercises: [fork] }, english, ['solutions']);
    expect(solutions).toContain(
      '\\mathit{da} &= \\mathit{du} \\cdot \\frac{\\partial u}{\\partial a} + \\mathit{dv} \\cdot \\frac{\\partial v}{\\partial a} = -1 \\cdot b + (-6) \\cdot 1 = -1 \\cdot (-3) + (-6) \\cdot 1 = 3 + (-6)',
    );
    expect(solutions).toMatch(/\$`\\mathit\{da\} = -3`\$/u);
  });

  test('has a row for every mistake behind a wrong answer, with its number', () => {
    const table = toMarkdownSheets(kept, english, ['mistakes']);
    const rows = table.split('\n').filter((row) => row.startsWith('| ') && !row.startsWith('| ---'));
    expect(table).not.toContain('•');
    for (const { question, wrong } of (kept.exercises[0] as Exercise).items) {
      const right = `$\`\\mathit{${question.label}} = ${question.expected}\`$`;
      const [first] = wrong;
      expect(
        rows.some((row) => row.startsWith(`| ${right} | $\`${first?.value}\`$ | ${first?.value} `)),
      ).toBe(true);
    }
  });

  test('says how to make it again', () => {
    expect(toMarkdownSheets(kept, korean)).toContain(
      'gradtutor generate --level 3 --count 1 --seed 7 --lang ko',
    );
  });

  test('speaks of rounding only where there is something to round', () => {
    const rounded = 'rounded to three digits';
    expect(toMarkdownSheets(kept, english)).not.toContain(rounded);
    expect(toMarkdownSheets(sets[5] as ExerciseSet, english)).toContain(rounded);
  });
});

test('LaTeX in English needs no more than pdflatex', () => {
  for (const set of sets) expect(toLatexSheets(set, english)).toMatch(/^% Compile with pdflatex\.\n/u);
});

describe.skipIf(!hasPdflatex)('LaTeX', () => {
  test('compiles, in every level', () => {
    for (const set of sets) {
      const { succeeded, problems, pages } = compile(toLatexSheets(set, english));
      expect({ level: set.recipe.level, succeeded, problems }).toMatchObject({
        succeeded: true,
        problems: [],
      });
      expect(pages).toBeGreaterThan(1);
    }
  });

  test('takes few pages, even for ten networks of two layers', () => {
    const long = makeExercises({ level: 7, count: 10, seed: 1 });
    const pagesOf = (sheet: SheetName) => compile(toLatexSheets(long, english, [sheet])).pages;
    expect(pagesOf('questions')).toBeLessThanOrEqual(4);
    expect(pagesOf('solutions')).toBeLessThanOrEqual(10);
    expect(compile(toLatexSheets(long, english, ['mistakes'])).problems).toEqual([]);
  });

  test('compiles hostile names, in every language', () => {
    for (const words of wordings) expect(compile(toLatexSheets(hostile, words)).succeeded).toBe(true);
  });
});

describe('CSV', () => {
  test('has as many cells in every row', () => {
    for (const [set, words] of cases) {
      const [header = [], ...rows] = csvRows(toCsv(set, words));
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(header.length);
    }
  });

  test('is no formula to a spreadsheet, and numbers stay numbers', () => {
    const made = exerciseOf(study('-x*y', { at: { x: 2, y: 3 } }), 'minus-1', 1);
    const rows = csvRows(toCsv({ ...hostile, exercises: [made] }, english));
    const column = (name: string) => rows.slice(1).map((row) => row[(rows[0] ?? []).indexOf(name)] ?? '');
    expect(new Set(column('expression'))).toEqual(new Set(["'-x*y"]));
    expect(column('answer')).toContain('-3');
  });
});

describe('Anki', () => {
  test('begins with what its import reads, then has three fields a line', () => {
    for (const [set, words] of cases) {
      const lines = toAnki(set, words).trimEnd().split('\n');
      const head = lines.filter((line) => line.startsWith('#'));
      expect(lines.slice(0, head.length)).toEqual(head);
      expect(head).toContain('#separator:tab');
      expect(head).toContain('#html:true');
      expect(head).toContain('#guid column:1');
      expect(head).toContain('#deck column:2');
      const notes = lines.slice(head.length).map((line) => line.split('\t'));
      expect(notes).toHaveLength(set.exercises.flatMap(({ items }) => items).length);
      expect(new Set(notes.map(([guid]) => guid)).size).toBe(notes.length);
      for (const [guid, deck, front = '', back = '', ...rest] of notes) {
        expect(rest).toEqual([]);
        expect(deck).toBe(`gradtutor::${words.x.level(set.recipe.level)}`);
        // A quotation mark at the beginning would quote the field.
        expect(guid).toMatch(/^[a-z][\w-]*-(en|ko)$/u);
        expect(front).toMatch(/^<p>/u);
        expect(complaintsAbout(front)).toEqual([]);
        const plain = back.replaceAll(/<details><summary>[^<]*<\/summary>|<\/details>/gu, '');
        expect(complaintsAbout(plain)).toEqual([]);
      }
    }
  });
});

describe('Moodle XML', () => {
  test('follows its grammar, in itself and in its HTML', () => {
    for (const [set, words] of cases) {
      const quiz = readXml(toMoodle(set, words));
      expect(violations(quiz, MOODLE_GRAMMAR)).toEqual([]);
      for (const name of ['questiontext', 'generalfeedback', 'feedback', 'hint'])
        for (const { text } of elementsIn(quiz, name)) expect(complaintsAbout(text)).toEqual([]);
    }
  });

  test('has a category, names and ids that differ, and an answer to any other number', () => {
    const quiz = readXml(toMoodle(kept, english));
    expect(elementIn(quiz, 'category').text).toBe('$course$/top/gradtutor/Level 3');
    const ids = elementsIn(quiz, 'idnumber').map(({ text }) => text);
    expect(ids).toEqual([1, 2, 3, 4, 5].map((i) => `gradtutor-l3-s7-1-${i}`));
    for (const question of elementsIn(quiz, 'question').slice(1)) {
      const [unknown, ...more] = elementsIn(question, 'answer').filter(
        (answer) => answer.children[0]?.text === '*',
      );
      const said = [unknown as Element, ...elementsIn(question, 'hint')].map(({ text }) =>
        text.replace('*', ''),
      );
      expect(more).toEqual([]);
      expect(said).toHaveLength(3);
      expect(new Set(said).size).toBe(3);
    }
  });
});

describe('GIFT', () => {
  test('says the same to a parser of its own as the HTML it was made from', () => {
    for (const [set, words] of cases) {
      const tasks = set.exercises.flatMap((exercise) =>
        exercise.items.map((item) => toMarkup(tellTask(exercise, item, words), words.t, inTexBrackets)),
      );
      const questions = giftQuestions(toGift(set, words));
      expect(questions).toHaveLength(tasks.length);
      const ids = set.exercises.flatMap(({ items }) => items.map(({ id }) => id));
      for (const [i, { id, stem, globalFeedback }] of questions.entries()) {
        expect(id).toBe(ids[i]);
        expect(stem.format).toBe('html');
        expect(stem.text).toBe(tasks[i]?.replaceAll(/\s+/gu, ' '));
        expect(complaintsAbout(stem.text)).toEqual([]);
        expect(complaintsAbout(globalFeedback?.text ?? '')).toEqual([]);
      }
    }
  });
});

/** Every reference in a manifest must lead to a file, and every file must be there for a reason. */
function expectWhole(files: ReadonlyMap<string, string>): void {
  const manifest = readXml(files.get('imsmanifest.xml') ?? '');
  expect(violations(manifest, MANIFEST_GRAMMAR)).toEqual([]);
  const named = elementsIn(manifest, 'file').map((file) => attributeOf(file, 'href'));
  expect([...named, 'imsmanifest.xml'].toSorted()).toEqual([...files.keys()].toSorted());
  const ids = elementsIn(manifest, 'resource').map((resource) => attributeOf(resource, 'identifier'));
  expect(new Set(ids).size).toBe(ids.length);
  for (const dependency of elementsIn(manifest, 'dependency'))
    expect(ids).toContain(attributeOf(dependency, 'identifierref'));
}

const isNcName = (text: string) => /^[\p{L}_][\p{L}\p{N}._-]*$/u.test(text);

describe('QTI 2.1', () => {
  test('follows its grammar, with math as MathML', () => {
    for (const [set, words] of cases) {
      const zip = toQti(set, words);
      expect(violations(readXml(filesIn(zip).get('test.xml') ?? ''), QTI_GRAMMAR)).toEqual([]);
      for (const item of qtiItems(zip)) {
        expect(violations(item, QTI_GRAMMAR)).toEqual([]);
        expect(elementsIn(item, 'math').length).toBeGreaterThan(0);
        expect(item.text).not.toMatch(/\\[a-z([]/u);
      }
    }
  });

  test('is a whole package, whose identifiers are declared once and used', () => {
    for (const [set, words] of cases) {
      const zip = toQti(set, words);
      expectWhole(filesIn(zip));
      const identifiers = qtiItems(zip).map((item) => attributeOf(item, 'identifier'));
      expect(new Set(identifiers).size).toBe(identifiers.length);
      for (const item of qtiItems(zip)) {
        const said = elementsIn(item, 'modalFeedback').map((told) => attributeOf(told, 'identifier'));
        const set = elementsIn(item, 'setOutcomeValue')
          .filter((outcome) => attributeOf(outcome, 'identifier') === 'FEEDBACK')
          .map(({ text }) => text);
        expect(said).toEqual(set);
        for (const id of [...said, attributeOf(item, 'identifier')]) expect(id).toSatisfy(isNcName);
        expect(attributeOf(elementIn(item, 'textEntryInteraction'), 'responseIdentifier')).toBe('RESPONSE');
      }
    }
  });
});

describe('QTI 1.2 for Canvas', () => {
  test('follows its grammar, in itself and in its HTML', () => {
    for (const [set, words] of cases) {
      const zip = toCanvas(set, words);
      expectWhole(filesIn(zip));
      const quiz = canvasQuiz(zip);
      expect(violations(quiz, CANVAS_GRAMMAR)).toEqual([]);
      for (const { text } of elementsIn(quiz, 'mattext')) expect(complaintsAbout(text)).toEqual([]);
    }
  });

  test('shows every feedback, each once', () => {
    for (const item of elementsIn(canvasQuiz(toCanvas(kept, english)), 'item')) {
      const there = elementsIn(item, 'itemfeedback').map((told) => attributeOf(told, 'ident'));
      const shown = elementsIn(item, 'displayfeedback').map((told) => attributeOf(told, 'linkrefid'));
      expect(shown).toEqual(there);
    }
  });

  test('has a range and a score for the right answer only: Canvas takes each for one', () => {
    for (const item of elementsIn(canvasQuiz(toCanvas(kept, english)), 'item')) {
      const [ranged, ...more] = elementsIn(item, 'respcondition').filter(
        (condition) => elementsIn(condition, 'or').length + elementsIn(condition, 'and').length > 0,
      );
      expect(more).toEqual([]);
      expect(elementIn(ranged as Element, 'setvar').text).toBe('100');
      expect(elementsIn(item, 'setvar')).toHaveLength(1);
    }
  });
});

test('what is against a grammar is found', () => {
  const moodle = toMoodle(kept, english);
  const wrong = (from: string, to: string) => violations(readXml(moodle.replace(from, to)), MOODLE_GRAMMAR);
  expect(wrong('<hidden>0</hidden>', '')).toHaveLength(1);
  expect(wrong('<hidden>0</hidden>', '<hidden><b/></hidden>')).toHaveLength(2);
  expect(wrong('<penalty>', '<penalty of="a">')).toHaveLength(1);
  expect(wrong('fraction="100" ', '')).toHaveLength(1);
  expect(wrong('<quiz>', '<quiz>text')).toHaveLength(1);
  expect(() => wrong('</quiz>', '')).toThrow('unclosed tag');
  expect(() => readXml('<m:math/>')).toThrow('unbound namespace prefix');
});
