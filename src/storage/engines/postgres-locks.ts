import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Log } from '#conversation/ports/log.ts';
import type { NamedLocks } from '#conversation/ports/named-locks.ts';
import type { StoreError } from '#storage/store-error.ts';
import { type LockSession, lockTiming, openLockSession } from './lock-session.ts';

/** Locks that a session of the server holds: free again when this process dies. All are held by one connection. */
export function createPostgresLocks(
  config: pg.ClientConfig,
  { log, explain }: { log: Log; explain: (error: unknown) => StoreError },
  timing = lockTiming,
): NamedLocks & { readonly close: () => Promise<void> } {
  let session: Promise<LockSession> | undefined;

  const findSession = () => {
    session ??= openLockSession(config, timing, (error) => {
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
      const { ask, held, lost } = await findSession();
      // The server would give a session the same lock twice.
      if (held.has(name)) return undefined;
      held.add(name);
      const key = lockKey(name);
      try {
        const [answer] = await ask('select pg_try_advisory_lock($1) as is_held', [key]);
        if (!answer?.is_held) {
          held.delete(name);
          return undefined;
        }
      } catch (error) {
        held.delete(name);
        // The answer may have come too late, with the lock taken.
        ask('select pg_advisory_unlock($1)', [key]).catch(() => undefined);
        throw explain(error);
      }
      return {
        lost,
        async release() {
          if (!held.delete(name) || lost.aborted) return;
          await ask('select pg_advisory_unlock($1)', [key]).catch((error: unknown) => {
            if (!lost.aborted) throw explain(error);
          });
        },
      };
    },
    async close() {
      const open = await session?.catch(() => undefined);
      await open?.end();
    },
  };
}

/** A signed number of 64 bits, which is what the server takes as a name. */
function lockKey(name: string): string {
  return createHash('sha256').update(`works-on-arm-bot\n${name}`).digest().readBigInt64BE().toString();
}
