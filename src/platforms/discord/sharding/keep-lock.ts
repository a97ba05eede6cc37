import type { HeldLock, NamedLocks } from '#conversation/ports/named-locks.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { whenAborted } from '#traffic/when-aborted.ts';

/** Those who look for a free one look every five seconds: who had it gets it back when the store returns. */
const RETAKE_EVERY_MS = 1_000;

/**
 * Keeps a lock over an absence of what it is held in. Only for what does no harm when two have it for a while: out of
 * reach for us alone, it may be given to somebody else.
 */
export function keepLock(
  name: string,
  held: HeldLock,
  { locks, log, wait }: Pick<Tools, 'log' | 'wait'> & { readonly locks: NamedLocks },
) {
  const ending = new AbortController();
  const { signal } = ending;
  const taken = Promise.withResolvers<void>();
  let lock: HeldLock | undefined = held;
  const keeping = keep();
  return {
    /** Resolves when it was lost and somebody else has it now: give up what it stands for. */
    taken: taken.promise,
    /** To be called once what it stands for has been given up. */
    async release(): Promise<void> {
      ending.abort();
      await keeping;
      await lock?.release();
    },
  };

  async function keep(): Promise<void> {
    while (lock !== undefined) {
      await Promise.race([whenAborted(lock.lost), whenAborted(signal)]);
      if (signal.aborted) return;
      log.warn('A lock is lost; what it stands for goes on until another replica has it.', { name });
      lock = await retake();
      if (lock !== undefined) log.info('A lock that was lost is held again.', { name });
    }
    if (signal.aborted) return;
    log.warn('Another replica has a lock that was lost.', { name });
    taken.resolve();
  }

  /** Undefined when somebody else has it. */
  async function retake(): Promise<HeldLock | undefined> {
    while (!signal.aborted) {
      try {
        return await locks.tryHold(name);
      } catch (error) {
        log.debug('A lock cannot be asked for.', { name, error });
        await wait(RETAKE_EVERY_MS, signal);
      }
    }
    return undefined;
  }
}
