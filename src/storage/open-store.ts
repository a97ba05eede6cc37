import type { Log } from '#conversation/log.ts';
import { assembleStore } from './assemble-store.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';
import type { DatabaseUrl } from './parse-database-url.ts';
import type { Store } from './store.ts';

/** Opens the store and brings its tables up to this program. Throws a `StoreError` that says what to do. */
export async function openStore(
  address: DatabaseUrl,
  { log, now }: { readonly log: Log; readonly now: () => number },
): Promise<Store> {
  const connection = address.engine === 'sqlite' ? openSqlite(address) : openPostgres(address, log);
  try {
    const migrations = await migrate(connection);
    if (migrations.length > 0) log.info('database tables changed', { place: address.place, migrations });
    return assembleStore(connection, now);
  } catch (error) {
    await connection.close();
    throw connection.explain(error);
  }
}
