import type { Subscription } from '#announcing/subscription.ts';

/** A subscription for the tests, with what matters given. */
export function makeSubscription(given: Partial<Subscription> = {}): Subscription {
  return {
    platform: 'slack',
    channelId: 'C1',
    workspaceId: 'T1',
    schedule: { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'Asia/Kolkata' },
    roleToPing: undefined,
    origin: 'chat',
    nextDueMs: 1_700_000_000_000,
    seenIssueId: undefined,
    pausedReason: undefined,
    createdMs: 1_690_000_000_000,
    ...given,
  };
}
