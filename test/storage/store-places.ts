import { join } from 'node:path';
import type { TestContext } from 'node:test';
import pg from 'pg';
import { openStore } from '#storage/opening/open-store.ts';
import type { Store } from '#storage/store.ts';
import type { NewPlace, Place } from '../contracts/place.ts';
import { startPostgres } from '../fixtures/start-postgres.ts';
import { makeFolder, noLog, parseAddress } from './store-address.ts';

/** What a `Store` is opened with, and the clock it reads. */
export interface StoreAndClock {
  readonly store: Store;
  readonly setNow: (nowMs: number) => void;
}

/** A new SQLite file for each test. */
export const newSqlitePlace: NewPlace<StoreAndClock> = async (t) =>
  makePlace(t, `sqlite:${join(makeFolder(t), 'bot.sqlite')}`);

/** A new database for each test, in the Postgres of this test process. */
export const newEmptyPostgresPlace: NewPlace<StoreAndClock> = async (t) =>
  makePlace(t, await (await startPostgres()).createDatabase());

/** The same with its tables made already, and empty. */
export const newPostgresPlace: NewPlace<StoreAndClock> = async (t) => {
  const url = cleanDatabases.pop() ?? (await (await startPostgres()).createDatabase());
  return makePlace(t, url, async () => {
    await emptyTables(url);
    cleanDatabases.push(url);
  });
};

/** Databases that a test is done with: making one takes far longer than emptying its tables. */
const cleanDatabases: string[] = [];

async function emptyTables(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`,
  );
  await client.query(rows.map(({ name }) => `delete from ${name};`).join(' '));
  await client.end();
}

function makePlace(t: TestContext, url: string, tidyUp?: () => Promise<void>): Place<StoreAndClock> {
  const opened: Store[] = [];
  t.after(async () => {
    for (const store of opened) await store.close();
    await tidyUp?.();
  });
  return {
    async open() {
      let clockMs = 0;
      const store = await openStore(parseAddress(url), { log: noLog, now: () => clockMs });
      opened.push(store);
      return {
        store,
        setNow(nowMs) {
          clockMs = nowMs;
        },
      };
    },
  };
}
