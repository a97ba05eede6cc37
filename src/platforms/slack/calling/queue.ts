import { setTimeout as delay } from 'node:timers/promises';
import { createSendQueue, type SendQueue } from '#traffic/send-queue.ts';

/** Slack takes one message a second in a channel (docs.slack.dev/apis/web-api/rate-limits); timers may ring a little early. */
const PAUSE_MS = 1_020;

/** The lines before Slack's channels, as they are for one process: whatever posts there should share them. */
export function createSlackQueue(
  now: () => number = () => performance.now(),
  wait: (ms: number, signal: AbortSignal | undefined) => Promise<void> = waitHere,
): SendQueue {
  return createSendQueue({ pauseMs: PAUSE_MS, now, wait });
}

async function waitHere(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await delay(ms, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}
