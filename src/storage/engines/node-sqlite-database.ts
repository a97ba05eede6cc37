import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** More than there are different statements, lists of some lengths included. */
const MAX_PREPARED = 200;

/** Node's SQLite in the shape that Kysely's dialect knows. A statement that comes again is not prepared again. */
export function adaptNodeSqlite(database: DatabaseSync): SqliteDatabase {
  const nothing = { reader: false, all: () => [], run: () => ({ changes: 0, lastInsertRowid: 0 }), iterate: noRows };
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      // A full disk has rolled back already; failing on that again would hide the reason.
      if (sql === 'rollback' && !database.isTransaction) return nothing;
      const known = prepared.get(sql) ?? prepare(sql);
      if (prepared.size >= MAX_PREPARED) prepared.clear();
      prepared.set(sql, known);
      return known;
    },
  };

  function prepare(sql: string): SqliteStatement {
    // A plain "begin" reads first, and is then refused at once, without waiting, if another process wrote meanwhile.
    const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
      run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
      iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
    };
  }
}

function* noRows() {}
