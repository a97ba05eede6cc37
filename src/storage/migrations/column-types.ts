import { sql } from 'kysely';
import type { Engine } from '#storage/store-connection.ts';

/** What the two engines call the same things. SQLite's tables are strict, so that a wrong value fails there, too. */
export function columnTypes(engine: Engine) {
  return engine === 'sqlite'
    ? { text: sql`text`, integer: sql`integer`, bytes: sql`blob`, tableEnd: sql`strict` }
    : { text: sql`text`, integer: sql`bigint`, bytes: sql`bytea`, tableEnd: sql`` };
}
