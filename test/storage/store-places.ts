import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Log } from '#conversation/log.ts';
import { openStore } from '#storage/open-store.ts';
import { type DatabaseUrl, parseDatabaseUrl } from '#storage/parse-database-url.ts';
import type { Store } from '#storage/store.ts';
import type { NewPlace, Place } from '../contracts/place.ts';
import { startPostgres } from '../fixtures/start-postgres.ts';

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

/** A new database for each test, in the Postgres of this test process. */
export const newPostgresPlace: NewPlace<StoreAndClock> = async (t) => {
  const server = await startPostgres();
  return openAt(t, parseAddress(await server.createDatabase()));
};

/** The address of a text that is known to be right. */
export function parseAddress(text: string): DatabaseUrl {
  const { address, problem } = parseDatabaseUrl(text, process.cwd());
  if (!address) throw new Error(problem);
  return address;
}

/** A log that is thrown away. */
export const noLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** A folder that is gone after the test. */
export function makeFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
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
