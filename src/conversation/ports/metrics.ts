import type { Outcome } from '#conversation/response.ts';

/** What is counted while the bot runs; whoever keeps the counts decides how they are shown. */
export interface Metrics {
  readonly countQuestion: (question: { platform: string; outcome: Outcome; elapsedMs: number }) => void;
  /** A connection to a platform that was lost and has come back. */
  readonly countReconnect: (platform: string) => void;
  /** A message that was sent, or why it was not: `sent`, or the reason of its `DeliveryError`. */
  readonly countDelivery: (delivery: { platform: string; result: string }) => void;
}

/** Counts nothing: for a terminal, and where nobody looks. */
export const noMetrics: Metrics = { countQuestion() {}, countReconnect() {}, countDelivery() {} };
