import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { prepareAnnouncing } from '#app/jobs/start-announcing.ts';
import { listSenders, openPlatforms } from '#app/opening/open-platforms.ts';
import { createTools } from '#app/process/tools.ts';
import { checkPlatformSettings } from '#app/settings/platforms.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { type SlackServer, startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { inventIssue } from '../announcing/invent-issues.ts';
import { keepLog } from '../fixtures/kept-log.ts';
import { makeFolder } from '../storage/store-address.ts';

const hourMs = 60 * 60_000;
const noon = Date.UTC(2031, 1, 21, 12, 0);
const general = { platform: 'slack', channelId: 'C0GENERAL' };

/** All of announcing as `start` wires it, on a clock that the test sets; started anew as often as it likes. */
async function openBot(t: TestContext, server: SlackServer, environment: Record<string, string> = {}) {
  const folder = makeFolder(t);
  const { settings, problems } = checkPlatformSettings(
    {
      SLACK_BOT_TOKEN: server.botToken,
      SLACK_APP_TOKEN: server.app.appToken,
      SLACK_API_URL: server.apiUrl,
      DATABASE_URL: `sqlite:${join(folder, 'bot.sqlite')}`,
      ...environment,
    },
    folder,
  );
  assert.ok(settings, problems?.join('\n'));
  const clock = { nowMs: noon - hourMs };
  const issues = ['2031-W07', '2031-W08'].map((id) => ({ issue: inventIssue(id), facts: [] }));
  const log = keepLog();
  const now = () => clock.nowMs;
  const start = async () => {
    const store = await openStore(settings.database, { log, now });
    const getSnapshot = () => buildSnapshot(issues);
    const stopping = new AbortController();
    const { signal } = stopping;
    const tools = { ...createTools({ log, signal }), now };
    const senders = listSenders(await openPlatforms(settings, { tools, store, signal }));
    const { desk, start: begin } = prepareAnnouncing({ settings, store, senders, tools, getSnapshot });
    const job = begin();
    return {
      store,
      desk,
      beat: job.lastBeatMs,
      async [Symbol.asyncDispose]() {
        stopping.abort();
        await job.stop();
        await store.close();
      },
    };
  };
  return { clock, log, start };
}

const textsIn = (server: SlackServer) =>
  server.messages('C0GENERAL').flatMap(({ text = '' }) => (text.startsWith('I can post') ? [] : text));

test('a channel subscribed in chat gets the issue when the bot runs past its date, and not again by a restart', async (t) => {
  await using server = await startSlackServer();
  const { clock, log, start } = await openBot(t, server);
  {
    await using bot = await start();
    const asked = { ...general, workspaceId: 'T0LOCAL', askerId: 'U0ANN' };
    assert.equal((await bot.desk.subscribe(asked, '')).kind, 'subscribed');
  }
  assert.deepEqual(textsIn(server), []);
  clock.nowMs = noon + 5 * hourMs;
  for (let restarts = 0; restarts < 3; restarts++) {
    await using bot = await start();
    const { outbox } = bot.store;
    await server.waitFor(() => textsIn(server).length > 0);
    while ((await outbox.countByState()).sent === 0) await new Promise((resolve) => setImmediate(resolve));
    while (bot.beat?.() === undefined) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(bot.beat?.(), clock.nowMs);
  }
  assert.equal(textsIn(server).length, 1);
  assert.match(textsIn(server)[0] ?? '', /^Kitchen Weekly 8/);
  assert.deepEqual(log.above('info'), []);
});

test('a configured channel is subscribed by the start, and given up by the start without it', async (t) => {
  await using server = await startSlackServer();
  const environment: Record<string, string> = { ANNOUNCE_CHANNELS: 'slack:C0GENERAL@sat 9:00 Europe/Berlin' };
  const { start } = await openBot(t, server, environment);
  await using bot = await start();
  const { subscriptions } = bot.store;
  let found = await subscriptions.find(general);
  while (found === undefined) {
    await new Promise((resolve) => setImmediate(resolve));
    found = await subscriptions.find(general);
  }
  assert.deepEqual(found.schedule, { dayOfWeek: 6, minuteOfDay: 540, timeZone: 'Europe/Berlin' });
  assert.deepEqual([found.workspaceId, found.origin], ['T0LOCAL', 'configuration']);
});
