import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type ExerciseSet, makeExercises } from '../../src/exercises/exercise.ts';
import { loadWriter } from '../../src/exercises/formats.ts';
import { toAnki } from '../../src/exercises/formats/anki.ts';
import type { Wording } from '../../src/exercises/tell.ts';
import { english, hostile, kept, korean, sets } from '../support/exercises.ts';
import { hasPython, readDatabase, resources, type Row } from '../support/sqlite.ts';

const write = await loadWriter('apkg', resources);
const filesOf = (set: ExerciseSet, words: Wording) => unzipSync(write(set, words) as Uint8Array);

/** Columns as Anki's schema 11 has them, in its order. */
const SCHEMA = {
  cards: 'id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data'.split(' '),
  col: 'id crt mod scm ver dty usn ls conf models decks dconf tags'.split(' '),
  graves: 'usn oid type'.split(' '),
  notes: 'id guid mid mod usn tags flds sfld csum flags data'.split(' '),
  revlog: 'id cid usn ease ivl lastIvl factor time type'.split(' '),
};

/** The only row of `col`, its JSON read. */
function collectionOf(
  row: Row | undefined,
): Record<'models' | 'decks' | 'dconf' | 'conf', Record<string, Row>> {
  const read = (name: string) => JSON.parse(String(row?.[name])) as Record<string, Row>;
  return { models: read('models'), decks: read('decks'), dconf: read('dconf'), conf: read('conf') };
}

function idsOf(set: ExerciseSet) {
  const read = readDatabase(filesOf(set, english)['collection.anki2'] as Uint8Array);
  return (read.rows['notes'] ?? []).map(({ id, guid }) => [id, guid]);
}

test('is a package of a collection without media', () => {
  const files = filesOf(kept, english);
  expect(Object.keys(files)).toEqual(['collection.anki2', 'media']);
  expect(new TextDecoder().decode(files['media'])).toBe('{}');
});

test('is the same in bytes from the same recipe', () => {
  expect(write(kept, english)).toEqual(write(makeExercises(kept.recipe), english));
  expect(write(kept, korean)).not.toEqual(write(kept, english));
});

describe.skipIf(!hasPython)('read by another SQLite', () => {
  const cases: readonly (readonly [ExerciseSet, Wording])[] = [
    [kept, english],
    [kept, korean],
    [sets[6] as ExerciseSet, english],
    [hostile, korean],
  ];
  const decks = cases.map(([set, words]) => {
    const read = readDatabase(filesOf(set, words)['collection.anki2'] as Uint8Array);
    return { set, words, read, ...collectionOf(read.rows['col']?.[0]) };
  });

  test("has the tables and columns of Anki's schema", () => {
    for (const { read } of decks) {
      expect(read.integrity).toBe('ok');
      expect(read.columns).toEqual(SCHEMA);
      expect(read.rows['col']).toHaveLength(1);
      expect(read.rows['col']?.[0]).toMatchObject({ id: 1, ver: 11, usn: 0 });
      expect([read.rows['revlog'], read.rows['graves']]).toEqual([[], []]);
    }
  });

  test('has a note a question, of a type that is there, with all its fields', () => {
    for (const { set, words, read, models } of decks) {
      const items = set.exercises.flatMap((exercise) => exercise.items);
      const notes = read.rows['notes'] ?? [];
      expect(notes.map(({ guid }) => guid)).toEqual(items.map(({ id }) => `${id}-${words.t.lang}`));
      for (const { mid, flds, sfld, tags } of notes) {
        const fields = String(flds).split('\u001f');
        const type = models[String(mid)] as unknown as { flds: { name: string; ord: number }[] };
        expect(type.flds.map(({ ord }) => ord)).toEqual(fields.map((_, i) => i));
        expect(sfld).toBe(fields[0]);
        expect(tags).toBe(` gradtutor level-${set.recipe.level} `);
      }
    }
  });

  test('says what the tab-separated file says', () => {
    for (const { set, words, read } of decks) {
      const lines = toAnki(set, words)
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'));
      const told = (read.rows['notes'] ?? []).map(({ guid, flds }) => {
        const [front, ...back] = String(flds)
          .split('\u001f')
          .map((field) => field.replaceAll(/\s+/gu, ' '));
        return [guid, front, back.join('')];
      });
      expect(told).toEqual(
        lines.map((line) => {
          const [guid, , front, back] = line.split('\t');
          return [guid, front, back];
        }),
      );
    }
  });

  test('has a new card for each, in the order of the exercises, in a deck of the level', () => {
    for (const { set, words, read, decks: there } of decks) {
      const cards = read.rows['cards'] ?? [];
      expect(cards.map(({ nid }) => nid)).toEqual((read.rows['notes'] ?? []).map(({ id }) => id));
      expect(cards.map(({ due }) => due)).toEqual(cards.map((_, i) => i + 1));
      expect(new Set(cards.map(({ type, queue, ord, ivl }) => [type, queue, ord, ivl].join()))).toEqual(
        new Set(['0,0,0,0']),
      );
      const [did, ...more] = new Set(cards.map((card) => card['did']));
      expect(more).toEqual([]);
      expect(there[String(did)]?.['name']).toBe(`gradtutor::${words.x.level(set.recipe.level)}`);
      expect(there['1']?.['name']).toBe('Default');
      for (const deck of Object.values(there)) expect(deck['conf']).toBe(1);
    }
  });

  test('has a template that shows every field', () => {
    for (const { models } of decks) {
      const [type] = Object.values(models) as unknown as [
        { flds: { name: string }[]; tmpls: { qfmt: string; afmt: string }[] },
      ];
      const [template, ...more] = type.tmpls;
      expect(more).toEqual([]);
      expect(template?.qfmt).toBe('{{Front}}');
      for (const { name } of type.flds.slice(1)) expect(template?.afmt).toContain(`{{${name}}}`);
      expect(template?.afmt).toContain('{{FrontSide}}');
    }
  });

  test('has other notes for another seed, and the same for a longer set', () => {
    const first = idsOf(kept);
    const longer = idsOf(makeExercises({ ...kept.recipe, count: 3 }));
    expect(longer.slice(0, first.length)).toEqual(first);
    expect(new Set(longer.map(([id]) => id)).size).toBe(longer.length);
    const other = idsOf(makeExercises({ ...kept.recipe, seed: 8 }));
    expect(new Set([...first, ...other].flat()).size).toBe(2 * (first.length + other.length));
  });
});
