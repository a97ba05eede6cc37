import { test } from 'node:test';
import type { SubscribeResult } from '#announcing/channels/subscription-desk.ts';
import { describeSchedule } from '#announcing/schedule/describe-schedule.ts';
import type { Subscription } from '#announcing/subscription.ts';
import type { ChannelContext } from '#commands/channel-context.ts';
import { channelCommands } from '#commands/channels/channel-commands.ts';
import { composeForgotten, runForgetCommand } from '#commands/running/forget.ts';
import type { Reply } from '#conversation/reply.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { matchFixture } from '../../fixtures/match-fixture.ts';

const schedule = { dayOfWeek: 5, minuteOfDay: 779, timeZone: 'Europe/Berlin' };
const nextDueMs = Date.UTC(2031, 1, 21, 11, 59);
const subscription = makeSubscription({ schedule, nextDueMs });
const subscribed = (change: 'new' | 'resumed' | 'changed' | 'unchanged', warning?: string): SubscribeResult => ({
  kind: 'subscribed',
  subscription,
  nextDuesMs: [nextDueMs, nextDueMs + 7 * 86_400_000],
  change,
  warning,
});

const show = (what: string, reply: Reply) => `${what}\n${replyToText(reply, 5_000)}\n[${reply.audience}]\n`;

async function run(command: keyof typeof channelCommands, what: string, result: unknown): Promise<string> {
  const desk = Object.fromEntries(
    ['subscribe', 'unsubscribe', 'list', 'postLatest'].map((name) => [name, async () => result]),
  );
  const channel = { platform: 'slack', channelId: 'C1', workspaceId: 'T1', askerId: 'U1' };
  return show(
    `${command}: ${what}`,
    await channelCommands[command]('', { desk, channel } as unknown as ChannelContext),
  );
}

test('every outcome of the commands about a channel, whole', async (t) => {
  const list: readonly Subscription[] = [
    subscription,
    { ...subscription, channelId: 'C2', pausedReason: 'The channel is archived.' },
  ];
  const said = [
    await run('subscribe', 'new', subscribed('new')),
    await run('subscribe', 'resumed', subscribed('resumed')),
    await run('subscribe', 'changed', subscribed('changed', 'I cannot look back here.')),
    await run('subscribe', 'unchanged', subscribed('unchanged')),
    await run('subscribe', 'refused', { kind: 'refused', problem: 'I may not post here: invite me.' }),
    await run('unsubscribe', 'was subscribed', true),
    await run('unsubscribe', 'was not', false),
    await run('subscriptions', 'two', list),
    await run('subscriptions', 'none', []),
    await run('post', 'planned', { kind: 'planned', issueId: '2031-W08' }),
    show('forget in a terminal', runForgetCommand().reply),
    ...[undefined, [0, 0], [1, 0], [2, 0], [0, 1], [3, 2]].map((removed) =>
      show(`forget: ${removed}`, composeForgotten(removed && { notes: removed[0] ?? 0, watches: removed[1] ?? 0 })),
    ),
    ...[0, 59, 60, 61, 719, 1_439].map((minuteOfDay, dayOfWeek) =>
      describeSchedule({ dayOfWeek, minuteOfDay, timeZone: 'UTC' }),
    ),
  ];
  matchFixture(t, said.join('\n'), 'channel-commands.txt');
});
