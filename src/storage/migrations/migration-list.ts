import type { Kysely } from 'kysely';
import type { Engine } from '#storage/store-connection.ts';
import { createFirstTables } from './0001-first-tables.ts';
import { createWatches } from './0002-watches.ts';
import { createPostedWords } from './0003-posted-words.ts';

export type Migration = (db: Kysely<unknown>, engine: Engine) => Promise<void>;

/** Every change of the tables, in order. One that has been released is never edited: the next one mends it. */
export const migrationList: Readonly<Record<string, Migration>> = {
  '0001-first-tables': createFirstTables,
  '0002-watches': createWatches,
  '0003-posted-words': createPostedWords,
};
