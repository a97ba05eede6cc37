import type { Log } from '#conversation/ports/log.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { openSqlite } from '#storage/engines/open-sqlite.ts';
import type { DatabaseUrl, PostgresUrl } from '#storage/engines/parse-database-url.ts';
import type { Store } from '#storage/store.ts';
import type { StoreConnection } from '#storage/store-connection.ts';
import { assembleStore } from './assemble-store.ts';
import { migrate } from './migrate.ts';

/** Opens the store and brings its tables up to this program. Throws a `StoreError` that says what to do. */
export async function openStore(address: DatabaseUrl, { log, now }: Pick<Tools, 'log' | 'now'>): Promise<Store> {
  const connection = address.engine === 'sqlite' ? openSqlite(address) : await loadPostgres(address, log);
  try {
    const migrations = await migrate(connection);
    if (migrations.length > 0) log.info('database tables changed', { place: address.place, migrations });
    return assembleStore(connection, now);
  } catch (error) {
    await connection.close();
    throw connection.explain(error);
  }
}

/** Its driver is loaded only where it is used. */
async function loadPostgres(address: PostgresUrl, log: Log): Promise<StoreConnection> {
  const { openPostgres } = await import('#storage/engines/open-postgres.ts');
  return openPostgres(address, log);
}
