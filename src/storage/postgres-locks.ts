import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Log } from '#conversation/log.ts';
import type { HeldLock, NamedLocks } from './named-locks.ts';
import type { StoreError } from './store-error.ts';

/**
 * Server and client must agree on who holds a lock when the network between them dies. The server gives the session up
 * after 15 s without an answer; we ask every 4 s and give up after 4 s more, so we stop before anybody else can begin.
 */
const serverKeepsSilentSession = `
  set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 2;
  set tcp_user_timeout = 15000; set idle_session_timeout = 0`;
const defaultTiming = { askEveryMs: 4_000, answerWithinMs: 4_000 };

/** Locks that a session of the server holds: free again when this process dies. All are held by one connection. */
export function createPostgresLocks(
  config: pg.ClientConfig,
  { log, explain }: { log: Log; explain: (error: unknown) => StoreError },
  timing = defaultTiming,
): NamedLocks & { readonly close: () => Promise<void> } {
  let session: Promise<LockSession> | undefined;

  const openSession = () => {
    session ??= connectLockSession(config, timing, (error) => {
      session = undefined;
      if (error) log.warn('locks in the database lost', { reason: explain(error).message });
    }).catch((error: unknown) => {
      session = undefined;
      throw explain(error);
    });
    return session;
  };

  return {
    async tryHold(name) {
      const { client, held, lost } = await openSession();
      // A session can take the same lock twice.
      if (held.has(name)) return undefined;
      held.add(name);
      const key = lockKey(name);
      try {
        const { rows } = await client.query('select pg_try_advisory_lock($1) as is_held', [key]);
        if (!rows[0]?.is_held) {
          held.delete(name);
          return undefined;
        }
      } catch (error) {
        held.delete(name);
        throw explain(error);
      }
      return {
        lost,
        async release() {
          if (!held.delete(name) || lost.aborted) return;
          await client.query('select pg_advisory_unlock($1)', [key]).catch((error: unknown) => {
            if (!lost.aborted) throw explain(error);
          });
        },
      } satisfies HeldLock;
    },
    async close() {
      const open = await session?.catch(() => undefined);
      await open?.end();
    },
  };
}

interface LockSession {
  readonly client: pg.Client;
  readonly held: Set<string>;
  readonly lost: AbortSignal;
  readonly end: () => Promise<void>;
}

async function connectLockSession(
  config: pg.ClientConfig,
  { askEveryMs, answerWithinMs }: typeof defaultTiming,
  whenOver: (error: Error | undefined) => void,
): Promise<LockSession> {
  const client = new pg.Client({ ...config, query_timeout: answerWithinMs });
  const lost = new AbortController();
  let heartbeat: NodeJS.Timeout | undefined;
  const stop = (error?: Error) => {
    clearInterval(heartbeat);
    if (lost.signal.aborted) return;
    lost.abort(error);
    whenOver(error);
  };
  const cut = (error: Error) => {
    stop(error);
    // Without a goodbye: the server may not be there to hear it.
    client.connection.stream.destroy();
  };
  client.on('error', cut);
  client.on('end', () => stop());
  await client.connect();
  await client.query(serverKeepsSilentSession);
  heartbeat = setInterval(() => client.query('select 1').catch(cut), askEveryMs).unref();
  return {
    client,
    held: new Set(),
    lost: lost.signal,
    async end() {
      stop();
      await client.end();
    },
  };
}

/** A signed number of 64 bits, which is what the server takes as a name. */
function lockKey(name: string): string {
  return createHash('sha256').update(`works-on-arm-bot\n${name}`).digest().readBigInt64BE().toString();
}
