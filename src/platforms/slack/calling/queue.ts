import type { Wait } from '#conversation/ports/tools.ts';
import { createSendQueue, type SendQueue } from '#traffic/send-queue.ts';

/** Slack takes one message a second in a channel (docs.slack.dev/apis/web-api/rate-limits); timers may ring a little early. */
const PAUSE_MS = 1_020;

/** The lines before Slack's channels, as they are for one process: whatever posts there should share them. */
export function createSlackQueue(wait: Wait, now: () => number = () => performance.now()): SendQueue {
  return createSendQueue({ pauseMs: PAUSE_MS, now, wait });
}
