import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Subscription } from '#announcing/subscription.ts';
import { examineAnnouncements } from '#app/doctor/examine-announcements.ts';
import { checkAnnounceSettings } from '#app/settings/announcing.ts';
import { chatPlatforms } from '#platforms/platform-list.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';

const MINUTE_MS = 60_000;
const nowMs = Date.UTC(2031, 1, 19, 12);
const schedule = { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'UTC' };
const subscribe = (channelId: string, given: Partial<Subscription> = {}) =>
  makeSubscription({ platform: 'slack', channelId, schedule, nextDueMs: nowMs + MINUTE_MS, ...given });
const configure = (channelId: string) => ({ platform: 'slack', channelId, schedule, roleToPing: undefined });
const settingsWith = (channels: readonly ReturnType<typeof configure>[]) => ({
  announce: { ...checkAnnounceSettings(() => undefined).settings, channels },
  known: chatPlatforms,
});
const examine = (subscriptions: readonly Subscription[], configured: readonly ReturnType<typeof configure>[] = []) =>
  [...examineAnnouncements(subscriptions, settingsWith(configured), nowMs)].map(
    ({ level, statement }) => `${level}: ${statement}`,
  );

describe('the channels that get new issues', () => {
  test('none, and how to change that', () => {
    const [only, ...others] = examine([]);
    assert.match(only ?? '', /^ok: No channel gets new issues\. Type "subscribe"/);
    assert.deepEqual(others, []);
  });

  test('so many, and which is next', () =>
    assert.deepEqual(examine([subscribe('C2', { nextDueMs: nowMs + 2 * MINUTE_MS }), subscribe('C1')]), [
      'ok: 2 channels subscribed; next 2031-02-19T12:01:00.000Z in slack C1.',
    ]));

  test('one that is due this very moment is next; one that was due just now is neither', () => {
    assert.match(examine([subscribe('C1', { nextDueMs: nowMs })])[0] ?? '', /next 2031-02-19T12:00:00\.000Z/);
    assert.deepEqual(examine([subscribe('C1', { nextDueMs: nowMs - 1 })]), [
      'ok: 1 channel subscribed; none is due later.',
    ]);
  });

  test('those that should have been served ten minutes ago are a fault', () => {
    assert.equal(examine([subscribe('C1', { nextDueMs: nowMs - 10 * MINUTE_MS })]).length, 1);
    assert.deepEqual(examine([subscribe('C1', { nextDueMs: nowMs - 10 * MINUTE_MS - 1 })]).slice(1), [
      'fault: 1 channel should have been served already, such as slack C1.',
    ]);
  });

  test('paused ones are told with their reason and are not counted, three of them by name', () => {
    const paused = (count: number) =>
      Array.from({ length: count }, (_, at) => subscribe(`C${at}`, { pausedReason: 'Sent away.', nextDueMs: 0 }));
    assert.deepEqual(examine(paused(1)), [
      'ok: 0 channels subscribed; none is due later.',
      'warning: Nothing is posted in slack C0: Sent away.',
    ]);
    assert.equal(examine(paused(3)).length, 4);
    assert.deepEqual(examine(paused(5)).slice(4), ['warning: 2 channels more are paused.']);
  });
});

describe('the channels of the settings', () => {
  test('are told with their first date until a start subscribes them', () =>
    assert.deepEqual(examine([], [configure('C1')]), [
      'ok: ANNOUNCE_CHANNELS names 1 channel; subscribed so far: 0.',
      'ok: slack C1 is not subscribed yet: a start of the bot does that; every Friday at 12:00 (UTC), the first time on Friday 21 February 2031, 12:00.',
    ]));
  test('and only counted from then on', () =>
    assert.deepEqual(examine([subscribe('C1')], [configure('C1')]), [
      'ok: ANNOUNCE_CHANNELS names 1 channel; subscribed so far: 1.',
      'ok: 1 channel subscribed; next 2031-02-19T12:01:00.000Z in slack C1.',
    ]));
});
