import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { openStore } from '#storage/open-store.ts';
import type { DatabaseUrl } from '#storage/parse-database-url.ts';
import type { Store } from '#storage/store.ts';
import type { NewPlace, Place } from '../contracts/place.ts';
import { type PostgresServer, startPostgres } from '../fixtures/start-postgres.ts';
import { makeFolder, noLog, parseAddress } from './store-address.ts';

/** What a `Store` is opened with, and the clock it reads. */
export interface StoreAndClock {
  readonly store: Store;
  readonly setNow: (nowMs: number) => void;
}

/** A new SQLite file for each test. */
export const newSqlitePlace: NewPlace<StoreAndClock> = async (t) => {
  const folder = makeFolder(t);
  return openAt(t, parseAddress(`sqlite:${join(folder, 'bot.sqlite')}`));
};

/** A new database for each test, in the Postgres of this test process, with its tables made already. */
export const newPostgresPlace: NewPlace<StoreAndClock> = async (t) => {
  const server = await startPostgres();
  template ??= makeTemplate(server);
  return openAt(t, parseAddress(await server.createDatabase(await template)));
};

/** The same, with no tables yet. */
export const newEmptyPostgresPlace: NewPlace<StoreAndClock> = async (t) =>
  openAt(t, parseAddress(await (await startPostgres()).createDatabase()));

let template: Promise<string> | undefined;

/** Making the tables takes longer than copying them. */
async function makeTemplate(server: PostgresServer): Promise<string> {
  const url = await server.createDatabase();
  await (await openStore(parseAddress(url), { log: noLog, now: () => 0 })).close();
  return new URL(url).pathname.slice(1);
}

function openAt(t: TestContext, address: DatabaseUrl): Place<StoreAndClock> {
  return {
    async open() {
      let clockMs = 0;
      const store = await openStore(address, { log: noLog, now: () => clockMs });
      t.after(() => store.close());
      return {
        store,
        setNow(nowMs) {
          clockMs = nowMs;
        },
      };
    },
  };
}
