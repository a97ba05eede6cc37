import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { type TestContext, test } from 'node:test';
import { unsubscribedReason } from '#announcing/channels/subscription-desk.ts';
import { nextDue } from '#announcing/schedule/next-due.ts';
import type { Subscription } from '#announcing/subscription.ts';
import { runCommandLine } from '#app/command-line/run-command-line.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { type SlackServer, startSlackServer } from '../../../local/slack-server/start-slack-server.ts';
import { makeTemporaryFolder, writeFacts, writeIssue } from '../../archive/temporary-folder.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { makeFolder, noLog, parseAddress } from '../../storage/store-address.ts';

const dayMs = 24 * 60 * 60_000;
const schedule = { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'UTC' };

/** A machine with three issues, the last a draft, the last two with facts, and a store of its own. */
async function openMachine(t: TestContext, environment: Record<string, string> = {}) {
  const folder = await makeTemporaryFolder({
    '2017-W41.md': writeIssue('Teapotd'),
    '2017-W42.md': writeIssue('Spoonfs'),
    '2017-W42.facts.yaml': writeFacts('Spoonfs'),
    '2017-W43.md': `---\ndraft: true\n---\n\n${writeIssue('Forkbase')}`,
    '2017-W43.facts.yaml': writeFacts('Forkbase'),
  });
  t.after(() => folder[Symbol.asyncDispose]());
  const database = join(makeFolder(t), 'bot.sqlite');
  const url = `sqlite:${database}`;
  return {
    database,
    folder: folder.path,
    async save(...subscriptions: readonly Partial<Subscription>[]) {
      await using store = await openStore(parseAddress(url), { log: noLog, now: Date.now });
      for (const given of subscriptions) {
        await store.subscriptions.save(
          makeSubscription({ schedule, nextDueMs: nextDue(schedule, Date.now()), ...given }),
        );
      }
    },
    async run(...words: readonly string[]) {
      const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
      const exitCode = await runCommandLine(['announce', ...words, '--content', folder.path], {
        environment: { DATABASE_URL: url, ...environment },
        workingFolder: folder.path,
        streams: { input, output, errors } as never,
        listenForStop: () => new AbortController().signal,
        endOnCrash() {},
      });
      return { exitCode, output: String(output.read() ?? ''), errors: String(errors.read() ?? '') };
    },
  };
}

function connectTo(server: SlackServer): Record<string, string> {
  return { SLACK_BOT_TOKEN: server.botToken, SLACK_APP_TOKEN: server.app.appToken, SLACK_API_URL: server.apiUrl };
}

test('without one of the three it only prints its usage, as after npm has swallowed a flag', async (t) => {
  const { run, database } = await openMachine(t);
  for (const words of [
    [],
    ['--now', '--status'],
    ['--issue', '2017-W41', '--now'],
    ['--dry-run', '--platform', 'irc'],
  ]) {
    const { exitCode, output, errors } = await run(...words);
    assert.deepEqual([exitCode, output], [2, ''], words.join(' '));
    assert.match(errors, /Usage: announce --dry-run/);
  }
  assert.ok(!existsSync(database));
});

test('looking makes no store, and a dry run tells of the channels that the start will subscribe', async (t) => {
  const { run, database } = await openMachine(t, { ANNOUNCE_CHANNELS: 'slack:C7' });
  assert.match((await run('--status')).output, /nothing was ever planned/);
  const { output } = await run('--dry-run');
  assert.match(output, /^slack:C7, every Friday at 12:00 \(UTC\): nothing new by Friday \d+ \w+ \d+, 12:00\n/);
  assert.match(output, /\n {2}subscribed when the bot starts \(ANNOUNCE_CHANNELS\)\n/);
  assert.ok(!existsSync(database));
});

test('a dry run shows what goes where and when, and why not elsewhere', async (t) => {
  const { save, run } = await openMachine(t);
  await save(
    { channelId: 'C1', seenIssueId: '2017-W40' },
    { channelId: 'C2', seenIssueId: '2017-W42' },
    { channelId: 'C3', pausedReason: 'Invite the bot.' },
    { platform: 'discord', channelId: '456', seenIssueId: '2017-W41' },
  );
  const { output } = await run('--dry-run');
  const reasons = output.split('\n').filter((line) => line.startsWith('  not '));
  assert.deepEqual(reasons.slice(0, 2), ['  not 2017-W43: it is a draft', '  not 2017-W43: it is a draft']);
  assert.match(reasons[3] ?? '', /^ {2}not 2017-W42: the channel has seen it/);
  const shown = output.split('\n').filter((line) => !line.startsWith('  not '));
  const [discord, first, second, third, ...posts] = shown;
  assert.match(discord ?? '', /^discord:456, every Friday at 12:00 \(UTC\): 2017-W42 on Friday \d+ \w+ \d+, 12:00$/);
  assert.match(first ?? '', /^slack:C1, .*: 2017-W42 on Friday .*, 12:00, with a line for 2017-W41$/);
  assert.match(second ?? '', /^slack:C2, .*: nothing new by Friday /);
  assert.equal(third, 'slack:C3, every Friday at 12:00 (UTC): nothing while it is paused. Invite the bot.');
  assert.match(posts.join('\n'), / {2}\| • ✅ Spoonfs/);
  assert.ok(!(await run('--dry-run', '--platform', 'discord')).output.includes('slack:'));
});

test('one issue is followed through every channel', async (t) => {
  const { save, run } = await openMachine(t);
  await save({ channelId: 'C1', seenIssueId: '2017-W40' }, { channelId: 'C2', seenIssueId: '2017-W42' });
  const follow = async (issueId: string) => (await run('--dry-run', '--issue', issueId)).output;
  assert.match(await follow('2017-W41'), /slack:C1, .*: 2017-W42 on .* with a line for 2017-W41\n/);
  assert.match(await follow('2017-w42'), /slack:C2, .*: not there: the channel has seen 2017-W42/);
  assert.match(await follow('2017-W43'), /slack:C1, .*: not while it is a draft\n[\s\S]* {2}\| • ✅ Forkbase/);
  const missing = await run('--dry-run', '--issue', '2017-W50');
  assert.deepEqual([missing.exitCode, missing.output], [1, 'There is no issue "2017-W50"; the newest is 2017-W43.\n']);
});

test('a round now posts what is due on Slack, once, and the outbox tells', async (t) => {
  await using server = await startSlackServer();
  const { save, run } = await openMachine(t, connectTo(server));
  const yesterday = Date.now() - dayMs;
  await save(
    { channelId: 'C0GENERAL', workspaceId: 'T0LOCAL', nextDueMs: yesterday, seenIssueId: '2017-W41' },
    { channelId: 'C0NOWHERE', workspaceId: 'T0LOCAL', nextDueMs: yesterday, seenIssueId: '2017-W41' },
    { channelId: 'C0LATER', workspaceId: 'T0LOCAL', seenIssueId: '2017-W41' },
  );
  // Yesterday may be no Friday: a date counts as it was stored.
  const first = await run('--now');
  assert.match(first.output, /^1 sent; 0 waiting, 0 held in the outbox\.\n$/);
  assert.match(first.errors, /its subscription is paused/);
  assert.equal(first.exitCode, 1);
  const second = await run('--now');
  assert.deepEqual([second.output, second.exitCode], ['0 sent; 0 waiting, 0 held in the outbox.\n', 0]);
  assert.equal(server.messages('C0GENERAL').length, 1);
  await save({ channelId: 'C0LEFT', pausedReason: unsubscribedReason });
  const { output } = await run('--status');
  assert.doesNotMatch(output, /C0LEFT/, 'that people wanted no more posts is nothing to mend');
  assert.match(output, /^Posts: 0 waiting, 0 claimed, 1 sent, 0 held, 1 skipped\.\n/);
  assert.match(output, /Sent last:\n {2}slack:C0GENERAL 2017-W42: sent /);
  assert.match(output, /Paused channels, .*\n {2}slack:C0NOWHERE: /);
});

test('a dry run shows which posts would be edited, and changes nothing', async (t) => {
  await using server = await startSlackServer();
  const { run, save, folder } = await openMachine(t, connectTo(server));
  await save({ channelId: 'C0GENERAL', workspaceId: 'T0LOCAL', nextDueMs: Date.now() - 1 });
  await run('--now');
  assert.doesNotMatch((await run('--dry-run')).output, /corrected/i);
  writeFileSync(join(folder, '2017-W42.md'), `${writeIssue('Spoonfs')}\n## Forkbase joins in\n\nForkbase is new.\n`);
  for (let looks = 0; looks < 2; looks++) {
    const { output } = await run('--dry-run');
    assert.match(output, /^slack:C0GENERAL: the post of 2017-W42 would be corrected$/m);
    assert.match(output, /^Corrected post of 2017-W42:\n[\s\S]*Forkbase joins in[\s\S]*Corrected on /m);
  }
  assert.equal(server.messages('C0GENERAL').length, 1);
});

test('a round now without any platform says so', async (t) => {
  const { run } = await openMachine(t);
  const { exitCode, errors } = await run('--now');
  assert.deepEqual([exitCode, errors], [1, 'There is no platform to post on: none has a token.\n']);
});
