import type { Tools } from '#conversation/ports/tools.ts';
import { connectStore } from '#storage/engines/connect-store.ts';
import type { DatabaseUrl } from '#storage/engines/parse-database-url.ts';
import type { Store } from '#storage/store.ts';
import { assembleStore } from './assemble-store.ts';
import { migrate } from './migrate.ts';

/** Opens the store and brings its tables up to this program. Throws a `StoreError` that says what to do. */
export async function openStore(address: DatabaseUrl, { log, now }: Pick<Tools, 'log' | 'now'>): Promise<Store> {
  const connection = await connectStore(address, log);
  try {
    const migrations = await migrate(connection);
    if (migrations.length > 0) log.info('database tables changed', { place: address.place, migrations });
    return assembleStore(connection, now);
  } catch (error) {
    await connection.close();
    throw connection.explain(error);
  }
}
