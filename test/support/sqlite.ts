import { readFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What formats need from outside, from the package itself. */
export const resources = {
  sqlite: () => readFile(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')),
};

/** A Python whose SQLite is another one than that which writes. */
const python = ['python3', '/usr/bin/python3'].find(
  (command) => spawnSync(command, ['-c', 'import sqlite3']).status === 0,
);

export const hasPython = python !== undefined;

const SCRIPT = `
import json, sqlite3, sys
database = sqlite3.connect(sys.argv[1])
database.row_factory = sqlite3.Row
rows = lambda sql: [dict(row) for row in database.execute(sql)]
tables = [row["name"] for row in rows("select name from sqlite_master where type = 'table' order by name")]
print(json.dumps({
  "integrity": rows("pragma integrity_check")[0]["integrity_check"],
  "columns": {table: [row["name"] for row in rows(f"pragma table_info({table})")] for table in tables},
  "rows": {table: rows(f"select * from {table}") for table in tables},
}))
`;

export type Row = Readonly<Record<string, string | number>>;

export interface Read {
  /** `ok`, or what SQLite finds wrong with the file. */
  readonly integrity: string;
  /** Names of columns by table. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly rows: Readonly<Record<string, readonly Row[]>>;
}

/** All of a database, as Python reads it. */
export function readDatabase(bytes: Uint8Array): Read {
  const folder = mkdtempSync(join(tmpdir(), 'gradtutor-sqlite-'));
  try {
    const file = join(folder, 'collection.anki2');
    writeFileSync(file, bytes);
    const { status, stdout, stderr } = spawnSync(python as string, ['-c', SCRIPT, file], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Read;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
