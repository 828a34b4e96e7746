import initSqlJs from 'sql.js';

/** A statement, and the rows that it is run with. */
export interface Insert {
  readonly sql: string;
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Makes an SQLite database: its tables, then their rows. The same makes the same bytes. */
export type MakeDatabase = (schema: string, inserts: readonly Insert[]) => Uint8Array;

/** @param wasm SQLite itself: `sql-wasm.wasm` of the package sql.js */
export async function loadSqlite(wasm: Uint8Array<ArrayBuffer>): Promise<MakeDatabase> {
  const { Database } = await initSqlJs({ wasmBinary: new Uint8Array(wasm).buffer });
  return (schema, inserts) => {
    const database = new Database();
    try {
      database.run(schema);
      for (const { sql, rows } of inserts) {
        const statement = database.prepare(sql);
        for (const row of rows) statement.run([...row]);
        statement.free();
      }
      return database.export();
    } finally {
      database.close();
    }
  };
}
