import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ConfiguredChannel, parseConfiguredChannel } from '#announcing/channels/configured-channel.ts';
import { createConfiguredSubscriber } from '#announcing/channels/configured-subscriber.ts';
import { checkAnnounceSettings } from '#app/settings/announcing.ts';
import { chatPlatforms } from '#platforms/platform-list.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { inventIssue } from '../invent-issues.ts';
import { openNewsroom } from '../open-newsroom.ts';

const minuteMs = 60_000;
const namings = Object.fromEntries(
  chatPlatforms.flatMap(({ name, channels: naming }) => (naming ? [[name, naming]] : [])),
);
const noon = Date.UTC(2031, 1, 21, 12, 0);
const schedule = { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'UTC' };
const channel = { platform: 'slack', channelId: 'C1' };
const configured: ConfiguredChannel = { ...channel, schedule, roleToPing: undefined };

async function openConfigured(t: Parameters<typeof openNewsroom>[0]) {
  const newsroom = await openNewsroom(t);
  newsroom.clock.nowMs = noon - minuteMs;
  newsroom.issues.push(inventIssue('2031-W07'), inventIssue('2031-W08'));
  const { subscriptions, channels, issues, log, clock } = newsroom;
  /** A start of the program with this configuration. */
  const start = (named: readonly ConfiguredChannel[]) =>
    createConfiguredSubscriber({
      channels: named,
      subscriptions,
      senders: [channels.sender],
      getIssues: () => issues,
      log,
      now: () => clock.nowMs,
    });
  return { ...newsroom, start, find: () => subscriptions.find(channel) };
}

test('a channel comes with the configuration, gets the next issue with its role, and goes with it', async (t) => {
  const { start, find, clock, announcer, channels } = await openConfigured(t);
  await start([{ ...configured, roleToPing: '4711' }]).apply();
  assert.equal((await find())?.origin, 'configuration');
  clock.nowMs = noon;
  await announcer.runRound();
  assert.deepEqual(
    channels.arrived.map(({ text, roleToPing }) => [text.split('\n')[0], roleToPing]),
    [['Kitchen Weekly 8', '4711']],
  );
  await start([]).apply();
  assert.equal(await find(), undefined);
});

test('what people chose in the channel is neither changed nor ended', async (t) => {
  const { start, find, subscriptions } = await openConfigured(t);
  const theirs = makeSubscription({ nextDueMs: noon + minuteMs });
  await subscriptions.save(theirs);
  await start([configured]).apply();
  assert.deepEqual(await find(), theirs);
  await start([]).apply();
  assert.deepEqual(await find(), theirs);
});

test('whom to ping is never the channel’s choice: it comes and goes with the configuration', async (t) => {
  const { start, find, subscriptions } = await openConfigured(t);
  await subscriptions.save(makeSubscription({ nextDueMs: noon + minuteMs }));
  await start([{ ...configured, roleToPing: '4711' }]).apply();
  assert.deepEqual([(await find())?.roleToPing, (await find())?.origin], ['4711', 'chat']);
  await start([]).apply();
  assert.deepEqual([(await find())?.roleToPing, (await find())?.origin], [undefined, 'chat']);
});

test('a changed schedule counts from the next start on, and forgets nothing', async (t) => {
  const { start, find } = await openConfigured(t);
  await start([configured]).apply();
  await start([{ ...configured, schedule: { ...schedule, dayOfWeek: 6 } }]).apply();
  const found = await find();
  assert.deepEqual(
    [found?.schedule.dayOfWeek, found?.nextDueMs, found?.seenIssueId],
    [6, noon + 24 * 60 * minuteMs, '2031-W07'],
  );
});

test('a channel that cannot be posted in is told once and tried every ten minutes until it can', async (t) => {
  const { start, find, channels, clock, log } = await openConfigured(t);
  const job = start([configured]);
  channels.check = { canPost: false, problem: 'Invite the bot.' };
  for (let minutes = 0; minutes < 29; minutes++, clock.nowMs += minuteMs) await job.apply();
  assert.equal(log.above('info').length, 1);
  channels.check = { canPost: true, workspaceId: 'T1' };
  await job.apply();
  assert.equal(await find(), undefined);
  clock.nowMs += minuteMs;
  await job.apply();
  assert.equal((await find())?.workspaceId, 'T1');
});

test('a pause of a configured channel ends by itself once the bot can post there again', async (t) => {
  const { start, find, subscriptions, clock } = await openConfigured(t);
  const job = start([configured]);
  await job.apply();
  await subscriptions.pause(channel, 'Not in the channel.');
  await job.apply();
  assert.equal((await find())?.pausedReason, 'Not in the channel.');
  clock.nowMs += 60 * minuteMs;
  await job.apply();
  assert.equal((await find())?.pausedReason, undefined);
});

test('the subscriptions of a platform that is not set up here are left alone', async (t) => {
  const { start, subscriptions } = await openConfigured(t);
  const other = makeSubscription({ platform: 'discord', origin: 'configuration' });
  await subscriptions.save(other);
  await start([]).apply();
  assert.deepEqual(await subscriptions.find(other), other);
});

test('a channel is written with its platform, and a role and a schedule if wanted', () => {
  const read = (text: string) => parseConfiguredChannel(text, schedule, namings).channel;
  assert.deepEqual(read('slack:C0123'), { platform: 'slack', channelId: 'C0123', roleToPing: undefined, schedule });
  const berlin = { dayOfWeek: 6, minuteOfDay: 540, timeZone: 'Europe/Berlin' };
  assert.deepEqual(read('discord:456@sat 09:00 Europe/Berlin'), {
    platform: 'discord',
    channelId: '456',
    roleToPing: undefined,
    schedule: berlin,
  });
  assert.deepEqual(read('discord:456&4711@sat 09:00 berlin'), {
    platform: 'discord',
    channelId: '456',
    roleToPing: '4711',
    schedule: berlin,
  });
});

test('all wrong settings are told at once, by name and with the remedy', () => {
  const check = (settings: Record<string, string>) => checkAnnounceSettings((name) => settings[name]);
  assert.deepEqual(check({}), {
    settings: { defaultSchedule: schedule, channels: [], catchUpDays: 3, quietMinutes: 5, correctDays: 30 },
    problems: [],
  });
  const { problems } = check({
    ANNOUNCE_TIMEZONE: 'Europe/Berlni',
    ANNOUNCE_CHANNELS: 'C0123, slack:C1@firday, slack:C2, slack:C2@sat',
    ANNOUNCE_CATCH_UP_DAYS: 'some',
    ANNOUNCE_QUIET_MINUTES: '-1',
    ANNOUNCE_CORRECT_DAYS: 'all',
  });
  assert.deepEqual(
    problems.map((problem) => problem.split(':')[0]),
    [
      'ANNOUNCE_TIMEZONE',
      'ANNOUNCE_CHANNELS',
      'ANNOUNCE_CHANNELS',
      'ANNOUNCE_CHANNELS',
      'ANNOUNCE_CATCH_UP_DAYS',
      'ANNOUNCE_QUIET_MINUTES',
      'ANNOUNCE_CORRECT_DAYS',
    ],
  );
  assert.match(problems[0] ?? '', /Did you mean Europe\/Berlin\?/);
  assert.match(problems[1] ?? '', /“C0123” is no channel/);
  assert.match(problems[2] ?? '', /friday/);
  assert.match(problems[3] ?? '', /slack:C2 stands there twice/);
});

test('who is to be pinged is named as the platform names it, or the problem says how', () => {
  const read = (text: string) => parseConfiguredChannel(text, schedule, namings);
  assert.equal(read('slack:C01GEN&S012ABCDEF@sat 12:00 UTC').channel?.roleToPing, 'S012ABCDEF');
  assert.equal(read('discord:789&4711').channel?.roleToPing, '4711');
  for (const text of ['slack:C01GEN&admins', 'slack:C01GEN&U012ABCDEF', 'slack:C01GEN&4711']) {
    assert.match(
      read(text).problem ?? '',
      /is not the id of a user group, such as S012ABCDEF\. In Slack, “Copy group ID”/,
    );
  }
  assert.match(
    read('discord:789&S012ABCDEF').problem ?? '',
    /“S012ABCDEF” is not the id of a role, such as \d+\. In Discord/,
  );
});

test('that a subscription has ended is told once it has', async (t) => {
  const { start, subscriptions, log, channels, issues, clock } = await openConfigured(t);
  await start([configured]).apply();
  const events: string[] = [];
  const { apply } = createConfiguredSubscriber({
    channels: [],
    subscriptions: {
      ...subscriptions,
      async remove(key) {
        await new Promise((resolve) => setImmediate(resolve));
        const isRemoved = await subscriptions.remove(key);
        events.push('removed');
        return isRemoved;
      },
    },
    senders: [channels.sender],
    getIssues: () => issues,
    log: { ...log, info: (message) => events.push(message.slice(0, 9)) },
    now: () => clock.nowMs,
  });
  await apply();
  assert.deepEqual(events, ['removed', 'A channel']);
});

test('what keeps a channel from being subscribed is told once, and anew when it comes back after it was mended', async (t) => {
  const { start, clock, channels, log, subscriptions } = await openConfigured(t);
  const subscriber = start([configured]);
  const look = async (canPost: boolean) => {
    channels.check = canPost ? { canPost, workspaceId: 'T1' } : { canPost, problem: 'Invite the bot.' };
    clock.nowMs += 61 * minuteMs;
    await subscriber.apply();
    return log.above('info').length;
  };
  assert.deepEqual([await look(false), await look(false)], [1, 1]);
  assert.equal(await look(true), 1);
  await subscriptions.remove(channel);
  assert.equal(await look(false), 2);
});

test('a channel is looked at every hour, and at once where the clock was set back', async (t) => {
  const { start, find, clock, subscriptions } = await openConfigured(t);
  const subscriber = start([configured]);
  await subscriber.apply();
  const isMendedAfter = async (minutes: number) => {
    await subscriptions.remove(channel);
    clock.nowMs += minutes * minuteMs;
    await subscriber.apply();
    return (await find()) !== undefined;
  };
  assert.equal(await isMendedAfter(59), false);
  assert.equal(await isMendedAfter(1), true);
  assert.equal(await isMendedAfter(-24 * 60), true);
});
