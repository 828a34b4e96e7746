/**
 * A collection as Anki's packages have had it since version 2.1: tables and columns by the names that Anki's own schema
 * 11 gives them. Anki brings it up to its newest schema, and counts what is zero here, when it imports it.
 */
import type { Insert, MakeDatabase } from './sqlite.ts';

/** A note, with one card. Ids are unique in the collection, and look like milliseconds since 1970. */
export interface Note {
  readonly id: number;
  /** What Anki knows it by when it is imported again. */
  readonly guid: string;
  /** HTML, one for each of `FIELDS`. */
  readonly fields: readonly string[];
}

export interface Deck {
  readonly id: number;
  /** Names of decks within one another, joined by `::`. */
  readonly name: string;
  readonly tags: readonly string[];
  readonly notes: readonly Note[];
  /** Seconds since 1970: what is imported again is brought up to date where this is later than before. */
  readonly modified: number;
}

/** The fields of the note type. Anki takes another list of names for another type, so they are never translated. */
const FIELDS: readonly string[] = ['Front', 'Back', 'Wrong answers'];

const SCHEMA_VERSION = 11;
const NOTE_TYPE = 1_400_000_000_011;
const DEFAULT = 1;
/** It has not been synchronised. */
const UNSYNCED = -1;
/** Separates fields. */
const UNIT = '\u001f';

const SCHEMA = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
  models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
  ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL,
  left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
  ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
  type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_notes_csum ON notes (csum);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_revlog_cid ON revlog (cid);
`;

/** The collection as an SQLite database. */
export const toCollection = (deck: Deck, makeDatabase: MakeDatabase): Uint8Array =>
  makeDatabase(SCHEMA, [collectionRow(deck), noteRows(deck), cardRows(deck)]);

function collectionRow(deck: Deck): Insert {
  const { modified } = deck;
  const values: Readonly<Record<string, string | number>> = {
    id: 1,
    crt: modified,
    mod: modified * 1000,
    scm: modified * 1000,
    ver: SCHEMA_VERSION,
    dty: 0,
    usn: 0,
    ls: 0,
    conf: JSON.stringify({ activeDecks: [DEFAULT], curDeck: DEFAULT, nextPos: deck.notes.length + 1 }),
    models: JSON.stringify({ [NOTE_TYPE]: noteType(modified) }),
    decks: JSON.stringify({
      [DEFAULT]: deckData(DEFAULT, 'Default', modified),
      [deck.id]: deckData(deck.id, deck.name, modified),
    }),
    dconf: JSON.stringify({ [DEFAULT]: deckOptions(modified) }),
    tags: '{}',
  };
  return insert('col', [values]);
}

const noteRows = ({ notes, tags, modified }: Deck): Insert =>
  insert(
    'notes',
    notes.map(({ id, guid, fields }) => ({
      id,
      guid,
      mid: NOTE_TYPE,
      mod: modified,
      usn: UNSYNCED,
      tags: ` ${tags.join(' ')} `,
      flds: fields.join(UNIT),
      sfld: fields[0] ?? '',
      // Anki works it out when it imports the note.
      csum: 0,
      flags: 0,
      data: '',
    })),
  );

/** New cards, in the order of the notes; each has the id of its note. */
const cardRows = ({ id: did, notes, modified }: Deck): Insert =>
  insert(
    'cards',
    notes.map(({ id }, i) => ({
      id,
      nid: id,
      did,
      ord: 0,
      mod: modified,
      usn: UNSYNCED,
      type: 0,
      queue: 0,
      due: i + 1,
      ivl: 0,
      factor: 0,
      reps: 0,
      lapses: 0,
      left: 0,
      odue: 0,
      odid: 0,
      flags: 0,
      data: '',
    })),
  );

function insert(table: string, rows: readonly Readonly<Record<string, string | number>>[]): Insert {
  const columns = Object.keys(rows[0] ?? {});
  const places = columns.map(() => '?').join(', ');
  return {
    sql: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`,
    rows: rows.map((row) => Object.values(row)),
  };
}

const STYLE = `.card { font-family: system-ui, sans-serif; font-size: 18px; line-height: 1.5; text-align: left; max-width: 46em; margin: 0 auto; }
summary { cursor: pointer; margin-top: 1em; }`;

function noteType(modified: number): object {
  const [front, back, wrong] = FIELDS;
  return {
    id: NOTE_TYPE,
    name: 'gradtutor',
    type: 0,
    mod: modified,
    usn: UNSYNCED,
    sortf: 0,
    did: null,
    flds: FIELDS.map((name, ord) => ({
      name,
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
      media: [],
    })),
    tmpls: [
      {
        name: 'Card 1',
        ord: 0,
        qfmt: `{{${front}}}`,
        afmt: `{{FrontSide}}\n<hr id="answer">\n{{${back}}}\n{{${wrong}}}`,
        bqfmt: '',
        bafmt: '',
        did: null,
      },
    ],
    css: STYLE,
    latexPre: '',
    latexPost: '',
    req: [[0, 'any', [0]]],
    tags: [],
    vers: [],
  };
}

function deckData(id: number, name: string, modified: number): object {
  const today = [0, 0];
  return {
    id,
    name,
    mod: modified,
    usn: UNSYNCED,
    conf: DEFAULT,
    desc: '',
    dyn: 0,
    collapsed: false,
    extendNew: 0,
    extendRev: 0,
    newToday: today,
    revToday: today,
    lrnToday: today,
    timeToday: today,
  };
}

/** Anki's own defaults; a deck that is imported takes those of the collection that it comes into. */
const deckOptions = (modified: number): object => ({
  id: DEFAULT,
  name: 'Default',
  mod: modified,
  usn: UNSYNCED,
  autoplay: true,
  replayq: true,
  timer: 0,
  maxTaken: 60,
  new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
  rev: { bury: false, ease4: 1.3, hardFactor: 1.2, ivlFct: 1, maxIvl: 36_500, perDay: 200 },
  lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
});
