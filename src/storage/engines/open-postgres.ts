import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Log } from '#conversation/ports/log.ts';
import type { QuickStatements, StoreConnection } from '#storage/store-connection.ts';
import type { Tables } from '#storage/tables.ts';
import { explainPostgresError } from './explain-postgres-error.ts';
import type { PostgresUrl } from './parse-database-url.ts';
import { createPostgresLocks } from './postgres-locks.ts';

const CONNECTION_TIMEOUT_MILLIS = 10_000;
/** A statement of ours takes milliseconds; one that takes this long waits for something that never comes. */
const STATEMENT_TIMEOUT_MS = 60_000;
/** One bot needs few at a time, and a server's usual hundred should do for many replicas. */
const MAX_CONNECTIONS = 5;

/** Its `bigint`s are times and counts, all far below the limit of exact numbers. */
const numbersForBigints = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === pg.types.builtins.INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(id, format),
} as pg.CustomTypesConfig;

/** A pool of connections, made as they are needed; the first one is made by whoever asks first. */
export function openPostgres({ url, place }: PostgresUrl, log: Log): StoreConnection {
  const explain = (error: unknown) => explainPostgresError(error, place);
  const connection: pg.ClientConfig = {
    connectionString: url,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MILLIS,
    keepAlive: true,
    fallback_application_name: 'works-on-arm-bot',
  };
  const pool = new pg.Pool({
    ...connection,
    max: MAX_CONNECTIONS,
    types: numbersForBigints,
    statement_timeout: STATEMENT_TIMEOUT_MS,
  });
  // Without a listener, an idle connection that the server ends would end the process; the pool replaces it.
  pool.on('error', (error) => log.warn('idle database connection lost', { reason: explain(error).message }));
  // The pool listens on idle ones only. One that is lost between two statements of a transaction ends the process without a
  // listener; the transaction's next statement fails and tells.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const quick = sendAtOnce(db);
  const locks = createPostgresLocks(connection, { log, explain });
  return {
    engine: 'postgres',
    db,
    quickDb: db,
    quick,
    locks,
    explain,
    async close() {
      await quick.settle();
      await locks.close();
      await db.destroy();
      // Kysely ends the pool only if it was used.
      if (!pool.ended) await pool.end();
    },
  };
}

/** A server takes statements side by side: nothing is gained by putting one off. */
function sendAtOnce(db: Kysely<Tables>): QuickStatements {
  const onTheirWay = new Set<Promise<unknown>>();
  return {
    run: async (query) => (await db.executeQuery(query)).rows,
    async runWithin(_ms, query) {
      const sent = db.executeQuery(query);
      onTheirWay.add(sent);
      try {
        await sent;
      } finally {
        onTheirWay.delete(sent);
      }
    },
    settle: async () => void (await Promise.allSettled(onTheirWay)),
  };
}
