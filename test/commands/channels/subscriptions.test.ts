import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChannelContext } from '#commands/channel-context.ts';
import { runSubscriptionsCommand } from '#commands/channels/subscriptions.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';

const schedule = { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'UTC' };
const nextDueMs = Date.UTC(2031, 1, 21, 12);

async function say(...channelIds: readonly string[]): Promise<string> {
  const list = channelIds.map((channelId) =>
    makeSubscription({ channelId, schedule, nextDueMs, pausedReason: channelId === 'C3' ? 'Sent away.' : undefined }),
  );
  const context = {
    desk: { list: async () => list },
    channel: { platform: 'slack', channelId: 'C1', workspaceId: 'T1' },
  };
  return replyToText(await runSubscriptionsCommand('', context as unknown as ChannelContext), 5_000);
}

test('the channels that get new issues: this one by that word, others by their id, paused ones with the reason', async () => {
  const text = await say('C1', 'C2', 'C3');
  assert.match(text, /• this channel \| every Friday at 12:00 \(UTC\) \| Friday 21 February 2031, 12:00\n/);
  assert.match(text, /• C2 \| every Friday/);
  assert.match(text, /• C3 \| every Friday at 12:00 \(UTC\) \| Paused: Sent away\./);
});

test('where there is none, that is said', async () => assert.match(await say(), /^No channel here gets new issues\./));
