import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdtempDisposable, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openStore } from '#storage/opening/open-store.ts';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { type Answer, startMisbehavingWeb } from '../fetching/misbehaving-web.ts';
import { askDoctor } from '../fixtures/ask-doctor.ts';
import { findFreePort } from '../fixtures/find-free-port.ts';
import { keepLog } from '../fixtures/kept-log.ts';
import { type RunningBot, runBot } from '../fixtures/run-bot.ts';
import { composeRss, fenwick, osprey } from '../sources/feed/feed-texts.ts';
import { noGit, startGitServer } from '../sources/git/git-server.ts';
import { runProgram } from './terminal-processes.ts';

const hookSecret = 'correct horse battery staple';
const connected = /Connected to Slack/;

/** A local Slack, and the settings of a bot for it that keeps all it has in a folder of this scope. */
async function openSlack(settings: Record<string, string>) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'fetched-'));
  const slack = await startSlackServer();
  return {
    slack,
    folder: folder.path,
    settings: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.app.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: `sqlite:${join(folder.path, 'bot.sqlite')}`,
      CONTENT_ALLOW_PRIVATE: 'true',
      ...settings,
    },
    /** Asks, and resolves once the answer has these words. */
    async ask(question: string, words: RegExp) {
      slack.person('U0ANN').post('C0GENERAL', `@bot ${question}`);
      await slack.waitFor(() =>
        slack.messages('C0GENERAL').some((message) => message.via !== 'person' && words.test(JSON.stringify(message))),
      );
    },
    async [Symbol.asyncDispose]() {
      await slack.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** The program, gone at the end of the scope whatever happens. */
function startBot(settings: Record<string, string>) {
  const bot = runBot(settings);
  return { ...bot, [Symbol.asyncDispose]: bot.kill };
}

async function stopWell(bot: RunningBot): Promise<void> {
  assert.equal(await bot.stop(), 0, bot.log());
}

test('what is pushed is answered from after a webhook, and after a restart without the server, too', {
  skip: noGit,
}, async () => {
  await using git = await startGitServer();
  git.password = 'tok-12345';
  await git.push({ 'content/2031-W07.md': '# Fenwick\n\nFenwick runs on arm64.\n' });
  const port = await findFreePort();
  await using place = await openSlack({
    CONTENT_GIT: `${git.address}#main:content`,
    CONTENT_GIT_TOKEN: 'tok-12345',
    CONTENT_HOOK_SECRET: hookSecret,
    PORT: String(port),
  });
  await using bot = startBot(place.settings);
  await bot.sees(connected);
  // A machine so busy that the first look takes longer has the bot start without issues.
  await bot.sees(/A new copy of the newsletter is in use/);
  await place.ask('does fenwick run on arm64?', /Fenwick runs on arm64/);
  await git.push({ 'content/2031-W08.md': '# Osprey\n\nOsprey runs on riscv64.\n' });
  const signature = createHmac('sha256', hookSecret).update('{}').digest('hex');
  const headers = { 'x-hub-signature-256': `sha256=${signature}` };
  const call = await fetch(`http://127.0.0.1:${port}/hooks/content`, { method: 'POST', body: '{}', headers });
  assert.equal(call.status, 202);
  await bot.sees(/"issues":2.*A new copy of the newsletter is in use/);
  await place.ask('does osprey run on riscv64?', /Osprey runs on riscv64/);
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  assert.match(metrics, /\nbot_content_fetched 1\n/);
  assert.match(metrics, /\nbot_content_fetch_age_seconds \d/);
  await stopWell(bot);

  git.intervene = (_, response) => Boolean(response.writeHead(503).end());
  await using again = startBot(place.settings);
  await again.sees(/answers 503.*could not be fetched; what was fetched before stays in use/);
  await again.sees(connected);
  await place.ask('what about osprey?', /Osprey/);
  assert.match(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text(), /\nbot_content_fetched 0\n/);
  await stopWell(again);
  assert.doesNotMatch(bot.log() + again.log(), /tok-12345|correct horse/);
  const { output } = await askDoctor(place.settings, { workingFolder: place.folder });
  assert.match(output, /look {2}Content: CONTENT_GIT: the server answers 503\./);
  assert.match(output, /ok {4}Content: 2 issues can be asked about/);
});

test('a first start against an old feed posts nothing old, even where the feed comes late', async () => {
  let answer: Answer = (_, response) => response.writeHead(503).end();
  await using web = await startMisbehavingWeb({ '/feed': (request, response) => answer(request, response) });
  const old = [fenwick, osprey].map((item, at) => ({ ...item, day: `2021-02-${10 + at}` }));
  const port = await findFreePort();
  await using place = await openSlack({
    CONTENT_FEED: web.at('127.0.0.1', '/feed').href,
    CONTENT_HOOK_SECRET: hookSecret,
    PORT: String(port),
    ANNOUNCE_CHANNELS: 'slack:C0GENERAL',
  });
  await using bot = startBot(place.settings);
  await bot.sees(connected);
  assert.equal((await fetch(`http://127.0.0.1:${port}/readyz`)).status, 503);
  answer = (_, response) => response.end(composeRss(old));
  await fetch(`http://127.0.0.1:${port}/hooks/content`, { method: 'POST', headers: { 'x-gitlab-token': hookSecret } });
  await bot.sees(/A channel of ANNOUNCE_CHANNELS is subscribed/);
  await stopWell(bot);
  const path = join(place.folder, 'bot.sqlite');
  await using store = await openStore({ engine: 'sqlite', path, place: path }, { log: keepLog(), now: Date.now });
  const subscription = await store.subscriptions.find({ platform: 'slack', channelId: 'C0GENERAL' });
  assert.equal(subscription?.seenIssueId, '2021-02-11-number-13');
  assert.deepEqual(await store.outbox.list({ limit: 5 }), []);
  assert.deepEqual(
    place.slack.messages('C0GENERAL').filter(({ via }) => via !== 'person'),
    [],
  );
});

test('the terminal asks and checks what is fetched; a fault is told, and fails a check', async () => {
  let answer: Answer = (_, response) => response.end(composeRss([fenwick]));
  await using web = await startMisbehavingWeb({ '/feed': (request, response) => answer(request, response) });
  await using folder = await mkdtempDisposable(join(tmpdir(), 'fetched-'));
  const settings = { CONTENT_FEED: web.at('127.0.0.1', '/feed').href, CONTENT_ALLOW_PRIVATE: 'true' };
  const run = (...words: string[]) => runProgram(words, '', settings, folder.path);
  const checked = await run('check-content');
  assert.deepEqual([checked.exitCode, checked.errors], [0, '']);
  assert.match(checked.output, /^2031-02-14-number-12: 1 article, 1 link, no facts\n/);
  answer = (_, response) => response.writeHead(500).end();
  const asked = await run('ask', 'does fenwick 2 run on arm64?');
  assert.deepEqual([asked.exitCode, asked.errors], [0, '']);
  assert.match(asked.output, /Fenwick 2 runs on arm64/);
  const failed = await run('check-content');
  assert.equal(failed.exitCode, 1);
  assert.match(failed.errors, /^CONTENT_FEED: the server answers 500\. .* What was fetched before is used\.\n$/);
  assert.match(failed.output, /1 issue usable/);
});

test('without anything fetched, the terminal says why there is nothing, and doctor makes nothing', async () => {
  await using web = await startMisbehavingWeb({});
  await using folder = await mkdtempDisposable(join(tmpdir(), 'fetched-'));
  const settings = { CONTENT_FEED: web.at('127.0.0.1', '/feed').href, CONTENT_ALLOW_PRIVATE: 'true' };
  const doctor = await askDoctor(settings, { workingFolder: folder.path });
  assert.equal(doctor.exitCode, 1);
  assert.match(doctor.output, /Content: CONTENT_FEED: the server answers 404\.\n {6}→ Correct the address/);
  assert.deepEqual(await readdir(folder.path), []);
  const { exitCode, output, errors } = await runProgram(['ask', 'what is new?'], '', settings, folder.path);
  assert.deepEqual([exitCode, output], [1, '']);
  assert.match(errors, /^CONTENT_FEED: the server answers 404\. Correct the address.*\n$/);
});
