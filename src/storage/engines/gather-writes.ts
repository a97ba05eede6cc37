import type { CompiledQuery, SqliteDatabase } from 'kysely';
import type { QuickStatements } from '#storage/store-connection.ts';
import { tryWhileBusy } from './patient-sqlite-dialect.ts';

interface PutOff {
  readonly query: CompiledQuery<unknown>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Statements on one connection of SQLite, past Kysely's own layers. What is put off goes into one transaction with what is
 * run next: a transaction costs more than its statements, as each writes whole pages of the file.
 *
 * A transaction begins and ends without Node doing anything else, so no other statement of this connection is ever in it.
 */
export function gatherWrites(database: SqliteDatabase, lockWaitMs: number): QuickStatements {
  let waiting: PutOff[] = [];
  let timer: NodeJS.Timeout | undefined;
  let dueMs = Number.POSITIVE_INFINITY;

  return {
    run: (query) => tryWhileBusy(() => write(query), lockWaitMs),
    runWithin: (ms, query) =>
      new Promise((resolve, reject) => {
        waiting.push({ query, resolve, reject });
        writeWithin(ms);
      }),
    settle: writeWaiting,
  };

  function writeWithin(ms: number): void {
    const atMs = performance.now() + ms;
    if (atMs >= dueMs) return;
    clearTimeout(timer);
    dueMs = atMs;
    timer = setTimeout(writeWaiting, ms);
  }

  async function writeWaiting(): Promise<void> {
    try {
      await tryWhileBusy(() => write(undefined), lockWaitMs);
    } catch (error) {
      for (const { reject } of takeWaiting()) reject(error);
    }
  }

  function takeWaiting(): readonly PutOff[] {
    const taken = waiting;
    waiting = [];
    clearTimeout(timer);
    dueMs = Number.POSITIVE_INFINITY;
    return taken;
  }

  /** Writes all that waits, and runs the query after it; throws for the query alone, or when the file is another process's. */
  function write<Row>(query: CompiledQuery<Row> | undefined): readonly Row[] {
    const runQuery = () => (query === undefined ? [] : execute(query));
    if (waiting.length === 0) return runQuery();
    // Refused as busy it has done nothing, and all goes on waiting.
    database.prepare('begin').run([]);
    const batch = takeWaiting();
    let rows: readonly Row[];
    try {
      for (const one of batch) execute(one.query);
      rows = runQuery();
      database.prepare('commit').run([]);
    } catch {
      database.prepare('rollback').run([]);
      // One that fails must not take the others along: each by itself, and whoever has given it hears of it.
      for (const one of batch) executeAlone(one);
      return runQuery();
    }
    for (const { resolve } of batch) resolve();
    return rows;
  }

  function executeAlone({ query, resolve, reject }: PutOff): void {
    try {
      execute(query);
      resolve();
    } catch (error) {
      reject(error);
    }
  }

  function execute<Row>({ sql, parameters }: CompiledQuery<Row>): readonly Row[] {
    const statement = database.prepare(sql);
    if (statement.reader) return statement.all(parameters) as Row[];
    statement.run(parameters);
    return [];
  }
}
