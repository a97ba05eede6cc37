import type { Kysely } from 'kysely';
import type { Engine } from '#storage/store-connection.ts';
import { columnTypes } from './column-types.ts';

/** What posts said when they were sent. */
export async function createPostedWords(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const { text, integer, tableEnd } = columnTypes(engine);
  await db.schema
    .createTable('posted_words')
    .addColumn('post_id', text, (column) => column.primaryKey().notNull())
    .addColumn('words_key', text, (column) => column.notNull())
    .addColumn('at_ms', integer, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
}
