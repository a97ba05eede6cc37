import type { Kysely } from 'kysely';
import { fingerprint } from '#announcing/fingerprint.ts';
import { LINES_KEPT_MS, type LineKeeper } from '#conversation/ports/line-keeper.ts';
import { compileOnce } from '#storage/compile-once.ts';
import type { QuickStatements } from '#storage/store-connection.ts';
import type { Tables } from '#storage/tables.ts';
import { storableText } from './storable-text.ts';

/** Long lines by a short key, for as long as buttons work. `now` is the clock of this process. */
export function createStoredLineKeeper(db: Kysely<Tables>, quick: QuickStatements, now: () => number): LineKeeper {
  type Line = { readonly key: string; readonly line: string; readonly atMs: number };
  const keepOne = compileOnce<Line, unknown>((value) =>
    db
      .insertInto('kept_lines')
      .values({ line_key: value('key'), line: value('line'), at_ms: value('atMs') })
      .onConflict((conflict) => conflict.column('line_key').doUpdateSet({ at_ms: value('atMs') })),
  );
  return {
    async keep(text, nowMs) {
      const line = storableText(text);
      const key = fingerprint(line);
      await quick.run(keepOne({ key, line, atMs: nowMs }));
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
