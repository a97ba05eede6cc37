import type { Kysely } from 'kysely';
import { LINES_KEPT_MS, type LineKeeper } from '#conversation/ports/line-keeper.ts';
import type { Tables } from '#storage/tables.ts';
import { shortKey } from './short-key.ts';
import { storableText } from './storable-text.ts';

/** Long lines by a short key, for as long as buttons work. `now` is the clock of this process. */
export function createStoredLineKeeper(db: Kysely<Tables>, now: () => number): LineKeeper {
  return {
    async keep(text, nowMs) {
      const line = storableText(text);
      const key = shortKey(line);
      await db
        .insertInto('kept_lines')
        .values({ line_key: key, line, at_ms: nowMs })
        .onConflict((conflict) => conflict.column('line_key').doUpdateSet({ at_ms: nowMs }))
        .execute();
      return key;
    },
    async find(key) {
      const row = await db
        .selectFrom('kept_lines')
        .select('line')
        .where('line_key', '=', key)
        .where('at_ms', '>=', now() - LINES_KEPT_MS)
        .executeTakeFirst();
      return row?.line;
    },
  };
}
