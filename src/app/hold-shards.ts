import { AccessError } from '#conversation/access-error.ts';
import type { Log } from '#conversation/log.ts';
import type { HeldLock, NamedLocks } from '#storage/named-locks.ts';
import { keepLock } from './keep-lock.ts';
import type { PlatformConnection } from './keep-platform-running.ts';
import type { Wait } from './wait.ts';
import { whenAborted } from './when-aborted.ts';

/** What holding shards works with. */
export interface ShardParts<Connection extends PlatformConnection> {
  /** How many there are, over all replicas. */
  readonly total: number;
  /** So many may be connecting at a time, over all replicas, by the remainder of their number. */
  readonly connectingAtOnce: number;
  readonly connect: (shard: number) => Promise<Connection>;
  readonly locks: NamedLocks;
  readonly log: Log;
  readonly wait: Wait;
}

/** Shards of a platform's connection that this process holds. */
export interface HeldShards<Connection extends PlatformConnection> extends PlatformConnection {
  readonly connections: () => readonly Connection[];
  readonly whenOver: Promise<unknown>;
}

/** Within this time a shard whose holder died is looked at; Discord lets one connect every five seconds, too. */
const lookEveryMs = 5_000;

/**
 * Connects those shards that no other replica holds, each under a lock that dies with its holder, and goes on looking for
 * ones that become free. One at a time, so that replicas that start together share them out. While the store is away those
 * that are held stay connected: a shard held twice is heard twice, and Discord takes one answer all the same.
 */
export function holdShards<Connection extends PlatformConnection>(
  parts: ShardParts<Connection>,
): HeldShards<Connection> {
  const { total, connectingAtOnce, connect, locks, log, wait } = parts;
  const held = new Map<number, Connection>();
  const endings = new Set<Promise<void>>();
  const ending = new AbortController();
  const { signal } = ending;
  const over = Promise.withResolvers<unknown>();
  const looking = look();

  return {
    connections: () => [...held.values()],
    // Who holds none stands by, and is well.
    isConnected: () => [...held.values()].every((connection) => connection.isConnected()),
    whenOver: over.promise,
    async stop() {
      ending.abort();
      await looking;
      await Promise.all(endings);
    },
  };

  async function look(): Promise<void> {
    while (!signal.aborted) {
      try {
        await takeOne();
      } catch (error) {
        if (error instanceof AccessError) return over.resolve(error);
        log.warn('A part of a platform could not be connected; it is tried again.', { error });
      }
      await wait(lookEveryMs, signal);
    }
  }

  /** The first free one. The turn to connect is held until the next look, as long as the platform wants between two. */
  async function takeOne(): Promise<void> {
    for (let shard = 0; shard < total && !signal.aborted; shard++) {
      if (held.has(shard)) continue;
      const lock = await locks.tryHold(nameLock(shard));
      if (lock === undefined) continue;
      const turn = await locks.tryHold(`connecting shard ${shard % connectingAtOnce}`);
      if (turn === undefined) return lock.release();
      try {
        await run(shard, lock);
      } finally {
        track(wait(lookEveryMs, signal).then(() => turn.release()));
      }
      return;
    }
  }

  async function run(shard: number, lock: HeldLock): Promise<void> {
    const connection = await connect(shard).catch(async (error: unknown) => {
      await lock.release();
      throw error;
    });
    held.set(shard, connection);
    log.info('A shard is held.', { shard, total });
    track(
      (async () => {
        const kept = keepLock(nameLock(shard), lock, { locks, log, wait });
        const reason = await Promise.race([whenAborted(signal), kept.taken, connection.whenOver].filter(Boolean));
        held.delete(shard);
        await connection.stop();
        await kept.release();
        if (reason instanceof AccessError) over.resolve(reason);
      })(),
    );
  }

  function nameLock(shard: number): string {
    return `shard ${shard} of ${total}`;
  }

  function track(work: Promise<unknown>): void {
    const tracked = work
      .catch((error: unknown) => log.warn('A shard did not end as it should.', { error }))
      .then(() => void endings.delete(tracked));
    endings.add(tracked);
  }
}
