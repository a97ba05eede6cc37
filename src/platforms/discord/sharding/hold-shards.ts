import { AccessError } from '#conversation/ports/access-error.ts';
import type { HeldLock, NamedLocks } from '#conversation/ports/named-locks.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { PlatformConnection } from '#platforms/chat-platform.ts';
import { whenAborted } from '#traffic/when-aborted.ts';
import { keepLock } from './keep-lock.ts';

/** What holding shards works with. */
export interface ShardParts<Connection extends PlatformConnection> extends Pick<Tools, 'log' | 'wait'> {
  /** How many there are, over all replicas. */
  readonly total: number;
  /** So many may be connecting at a time, over all replicas, by the remainder of their number. */
  readonly connectingAtOnce: number;
  readonly connect: (shard: number) => Promise<Connection>;
  readonly locks: NamedLocks;
}

/** Shards of a platform's connection that this process holds. */
export interface HeldShards<Connection extends PlatformConnection> extends PlatformConnection {
  readonly connections: () => readonly Connection[];
  readonly whenOver: Promise<unknown>;
}

/** Within this time a shard whose holder died is looked at; Discord lets one connect every five seconds, too. */
const LOOK_EVERY_MS = 5_000;

/** The longest pause after failures is over a minute. */
const MAX_DOUBLINGS = 4;
/** So often a replica that holds fewer goes first; then it is taken for one that cannot connect. */
const MAX_COURTESIES = 3;

/**
 * Connects those shards that no other replica holds, each under a lock that dies with its holder, and goes on looking for
 * ones that become free. One at a time, and who holds fewer goes first, so that replicas that start together get as many
 * each: how many a replica holds is shown to the others by a lock of that name. While the store is away those shards
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
  let shown: { readonly count: number; readonly lock: HeldLock } | undefined;
  /** Looks on end at which nobody held fewer. */
  let calmLooks = 0;
  let courtesies = 0;
  /** Connections on end that did not come about. */
  let failures = 0;
  const looking = look();

  return {
    connections: () => [...held.values()],
    // Who holds none stands by, and is well.
    isConnected: () => [...held.values()].every((connection) => connection.isConnected()),
    whenOver: over.promise,
    async stop() {
      ending.abort();
      await looking;
      await shown?.lock.release();
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
      // Who cannot connect leaves the turn to do so to the others.
      await wait(LOOK_EVERY_MS * 2 ** Math.min(failures, MAX_DOUBLINGS), signal);
    }
  }

  /** The first free one. The turn to connect is held until the next look, as long as the platform wants between two. */
  async function takeOne(): Promise<void> {
    await showCount();
    calmLooks = (await doesSomebodyHoldFewer()) ? 0 : calmLooks + 1;
    // Of several that hold fewer one shows it, and another one takes that over at its next look: once is no proof.
    const isOwnTurn = held.size === 0 || calmLooks > 1 || courtesies >= MAX_COURTESIES;
    for (let shard = 0; shard < total && !signal.aborted; shard++) {
      if (held.has(shard)) continue;
      const lock = await locks.tryHold(nameLock(shard));
      if (lock === undefined) continue;
      if (!isOwnTurn) {
        courtesies++;
        return lock.release();
      }
      const turn = await findTurn(shard).catch(async (error: unknown) => {
        // Else it would be held by us, unconnected, for as long as the store's connection lasts.
        await lock.release();
        throw error;
      });
      if (turn === undefined) return lock.release();
      courtesies = 0;
      try {
        await run(shard, lock);
      } finally {
        track(wait(LOOK_EVERY_MS, signal).then(() => turn.release()));
      }
      return showCount();
    }
    courtesies = 0;
  }

  function findTurn(shard: number): Promise<HeldLock | undefined> {
    return locks.tryHold(`connecting shard ${shard % connectingAtOnce}`);
  }

  /** Tells the others how many are held here; of replicas with as many one does. */
  async function showCount(): Promise<void> {
    const count = held.size;
    if (shown?.count === count && !shown.lock.lost.aborted) return;
    await shown?.lock.release();
    shown = undefined;
    const lock = await locks.tryHold(nameCount(count));
    if (lock !== undefined) shown = { count, lock };
  }

  async function doesSomebodyHoldFewer(): Promise<boolean> {
    for (let count = 0; count < held.size; count++) {
      const lock = await locks.tryHold(nameCount(count));
      if (lock === undefined) return true;
      await lock.release();
    }
    return false;
  }

  function nameCount(count: number): string {
    return `holding ${count} of ${total} shards`;
  }

  async function run(shard: number, lock: HeldLock): Promise<void> {
    const connection = await connect(shard).catch(async (error: unknown) => {
      failures++;
      await lock.release();
      throw error;
    });
    failures = 0;
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
