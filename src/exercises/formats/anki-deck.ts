import { type Deck, toCollection } from '../anki/collection.ts';
import { loadSqlite } from '../anki/sqlite.ts';
import type { ExerciseSet } from '../exercise.ts';
import type { ExerciseWriter } from '../formats.ts';
import { toZip } from '../package.ts';
import type { Wording } from '../tell.ts';
import { backOf, deckName, frontOf, guidOf, tagsOf, wrongOf } from './anki.ts';

/** Notes of a set are numbered from an id of its own on: there are at most 1000 exercises in it. */
const MOST_NOTES = 2 ** 15;
const FIRST_NOTE = 1_400_000_000_000;
const FIRST_DECK = 1_399_000_000_000;

/**
 * A deck as a package that Anki imports. Ids come from the recipe, and the time of change from the version of gradtutor:
 * what is imported again is the same note, brought up to date by a newer gradtutor.
 */
export async function loadAnkiDeck(wasm: Uint8Array<ArrayBuffer>): Promise<ExerciseWriter> {
  const makeDatabase = await loadSqlite(wasm);
  return (set, words) => {
    const collection = toCollection(deckOf(set, words), makeDatabase);
    return toZip(
      new Map<string, string | Uint8Array>([
        ['collection.anki2', collection],
        ['media', '{}'],
      ]),
    );
  };
}

function deckOf(set: ExerciseSet, words: Wording): Deck {
  const name = deckName(set, words);
  const first = FIRST_NOTE + (hash(`${set.id}-${words.t.lang}`) % 2 ** 23) * MOST_NOTES;
  const items = set.exercises.flatMap((exercise) => exercise.items.map((item) => [exercise, item] as const));
  return {
    id: FIRST_DECK + (hash(name) % 1e9),
    name,
    tags: tagsOf(set),
    modified: secondsOf(__VERSION__),
    notes: items.map(([exercise, item], i) => ({
      id: first + i,
      guid: guidOf(item, words),
      fields: [frontOf(exercise, item, words), backOf(exercise, item, words), wrongOf(item, words)],
    })),
  };
}

/** A moment for each version, a later one for a later one. */
function secondsOf(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.split(/[.-]/u).map(Number);
  return 1_400_000_000 + major * 1_000_000 + minor * 1000 + patch;
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}
