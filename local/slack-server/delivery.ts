import type { JsonObject } from './slack-json.ts';

/** Something that Slack hands to the app. */
export interface Delivery {
  readonly kind: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: JsonObject;
  /** Whether Slack does anything with what comes along with the acknowledgement. */
  readonly acceptsResponse: boolean;
}

/** How it ended: acknowledged, or given up after the last try. */
export interface DeliveryOutcome {
  readonly isAcknowledged: boolean;
  /** From the first try to the acknowledgement. */
  readonly delayMs: number;
  readonly attempts: number;
  /** What came with the acknowledgement, where Slack accepts that. */
  readonly response?: unknown;
  /** Why the last try failed. */
  readonly failure?: string;
}

/** Hands it over by whatever way the app is connected, with Slack's retries for events. Never rejects. */
export type Deliver = (delivery: Delivery) => Promise<DeliveryOutcome>;

/** When Slack tries again. Slack's own values: 3 s to acknowledge, then at once, after 1 minute, after 5. */
export interface DeliveryTimes {
  readonly acknowledgeWithinMs: number;
  /** Waits before the tries after the first. */
  readonly retryAfterMs: readonly number[];
}

export const slacksOwnTimes: DeliveryTimes = { acknowledgeWithinMs: 3000, retryAfterMs: [0, 60_000, 300_000] };
