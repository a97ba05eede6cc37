import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { StoreConnection } from '#storage/store-connection.ts';
import { StoreError } from '#storage/store-error.ts';
import type { Tables } from '#storage/tables.ts';
import { explainSqliteError } from './explain-sqlite-error.ts';
import { gatherWrites } from './gather-writes.ts';
import { adaptNodeSqlite } from './node-sqlite-database.ts';
import type { SqliteUrl } from './parse-database-url.ts';
import { PatientSqliteDialect } from './patient-sqlite-dialect.ts';
import { createProcessLocks } from './process-locks.ts';

/** Other processes, such as a command beside the bot, hold the file for milliseconds. */
const DEFAULT_LOCK_WAIT_MS = 5_000;
/**
 * Pages of the log (16 MB) after which it is written into the file. Meanwhile Node stands still, and waits for the disk: at
 * SQLite's own thousand that is every hundred messages or so.
 */
const CHECKPOINT_PAGES = 4_000;

/** Opens the file, made with its folder if need be, so that what is reported as stored survives a power cut. */
export function openSqlite({ path, place }: SqliteUrl, lockWaitMs = DEFAULT_LOCK_WAIT_MS): StoreConnection {
  const explain = (error: unknown) => explainSqliteError(error, place);
  const opened: DatabaseSync[] = [];
  const connect = (synchronous: 'full' | 'normal') => {
    const database = new DatabaseSync(path, { timeout: lockWaitMs });
    opened.push(database);
    database.exec('pragma journal_mode = wal');
    database.exec(`pragma synchronous = ${synchronous}`);
    database.exec(`pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    if (opened.length === 1) refuseDamaged(database);
    // From here on Node must not stand still; the dialect waits instead.
    database.exec('pragma busy_timeout = 0');
    const adapted = adaptNodeSqlite(database);
    return {
      db: new Kysely<Tables>({ dialect: new PatientSqliteDialect({ database: adapted }, lockWaitMs) }),
      statements: gatherWrites(adapted, lockWaitMs),
    };
  };
  // Kysely closes the file only if it was used.
  const closeAll = () => {
    for (const database of opened) if (database.isOpen) database.close();
  };
  try {
    mkdirSync(dirname(path), { recursive: true });
    const { db } = connect('full');
    // Waiting for the disk stops Node, several times for each message: too dear for what may be lost with the power.
    const { db: quickDb, statements: quick } = connect('normal');
    return {
      engine: 'sqlite',
      db,
      quickDb,
      quick,
      locks: createProcessLocks(),
      explain,
      async close() {
        await quick.settle();
        await Promise.all([db.destroy(), quickDb.destroy()]);
        closeAll();
      },
    };
  } catch (error) {
    closeAll();
    throw explain(error);
  }
}

/** A damaged page may otherwise be met weeks later, in the middle of an announcement. */
function refuseDamaged(database: DatabaseSync): void {
  const result = database.prepare('pragma quick_check(1)').get()?.quick_check;
  if (result === 'ok') return;
  throw new StoreError(
    'corrupt',
    `it is damaged (${result}). The file is left as it is: move it away and put a backup in its place`,
  );
}
