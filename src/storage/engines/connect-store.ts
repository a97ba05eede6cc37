import type { Log } from '#conversation/ports/log.ts';
import type { StoreConnection } from '#storage/store-connection.ts';
import { openSqlite } from './open-sqlite.ts';
import type { DatabaseUrl } from './parse-database-url.ts';

/** Opens a file or a server. The driver of the server is loaded only where it is used. */
export async function connectStore(address: DatabaseUrl, log: Log): Promise<StoreConnection> {
  if (address.engine === 'sqlite') return openSqlite(address);
  const { openPostgres } = await import('./open-postgres.ts');
  return openPostgres(address, log);
}
