import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { describe, test } from 'node:test';
import { Kysely, sql } from 'kysely';
import { adaptNodeSqlite } from '#storage/engines/node-sqlite-database.ts';
import { PatientSqliteDialect } from '#storage/engines/patient-sqlite-dialect.ts';

/** A real database whose statements fail so many times first, with one of SQLite's extended codes. */
function openFailing(errcode: number, times: number, lockWaitMs: number) {
  const adapted = adaptNodeSqlite(new DatabaseSync(':memory:'));
  let failed = 0;
  const database = {
    ...adapted,
    prepare(text: string) {
      if (failed >= times) return adapted.prepare(text);
      failed++;
      throw Object.assign(new Error('SQLite says no'), { errcode });
    },
  };
  const db = new Kysely<unknown>({ dialect: new PatientSqliteDialect({ database }, lockWaitMs) });
  return {
    failures: () => failed,
    ask: () => sql<{ one: number }>`select 1 as one`.execute(db),
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}

const FOREVER_MS = 3_600_000;

describe('a statement waits while others have the file', () => {
  // Busy, and its kinds: another process repairs the file after a crash, holds a snapshot, or a lock that timed out.
  for (const errcode of [5, 261, 517, 773])
    test(`code ${errcode}`, async () => {
      await using file = openFailing(errcode, 3, FOREVER_MS);
      assert.equal((await file.ask()).rows[0]?.one, 1);
      assert.equal(file.failures(), 3);
    });
});

describe('a statement fails at once for what no waiting mends', () => {
  // Locked by this very connection, read-only, a full disk, and an error that is none of SQLite's.
  for (const errcode of [6, 8, 13, Number.NaN])
    test(`code ${errcode}`, async () => {
      await using file = openFailing(errcode, 3, FOREVER_MS);
      await assert.rejects(file.ask(), /SQLite says no/);
      assert.equal(file.failures(), 1);
    });
});

test('and when it has waited long enough', async () => {
  await using file = openFailing(5, Number.POSITIVE_INFINITY, 500);
  await assert.rejects(file.ask(), /SQLite says no/);
  assert.ok(file.failures() > 1);
});
