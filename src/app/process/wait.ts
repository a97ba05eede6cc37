import { setTimeout as delay } from 'node:timers/promises';
import type { Wait } from '#conversation/ports/tools.ts';

/** Waits by the process's own timers. */
export const wait: Wait = async (ms, signal) => {
  try {
    await delay(ms, undefined, signal && { signal });
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
};
