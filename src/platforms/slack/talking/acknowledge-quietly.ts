import type { Log } from '#conversation/ports/log.ts';

/** Acknowledges; a connection that is gone by now must not keep the answer, which takes another way, from being sent. */
export async function acknowledgeQuietly(ack: () => Promise<void>, log: Log): Promise<void> {
  try {
    await ack();
  } catch (error) {
    log.debug('An acknowledgement was lost.', { error });
  }
}
