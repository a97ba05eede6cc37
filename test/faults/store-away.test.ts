import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { openStore } from '#storage/opening/open-store.ts';
import type { InteractionRecord } from '../../local/discord-server/interaction-record.ts';
import { type DiscordServer, startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { ordinaryPermissions } from '../../local/discord-server/world-options.ts';
import { type SlackServer, startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { findFreePort } from '../fixtures/find-free-port.ts';
import { runBot } from '../fixtures/run-bot.ts';
import { startPostgres } from '../fixtures/start-postgres.ts';
import { week41Folder } from '../fixtures/week-41-folder.ts';
import { seeResponse } from '../scenarios/discord-entry-points.ts';
import { noLog, parseAddress } from '../storage/store-address.ts';
import { discordSettings, slackSettings } from './platform-faults.ts';

const channel = 'C0GENERAL';
/** Slack's own waits are minutes. */
const quickRetries = { acknowledgeWithinMs: 1_000, retryAfterMs: Array<number>(200).fill(100) };

/** Who may manage the server decides which channels get issues. */
const managing = [...ordinaryPermissions, 'ManageGuild'] as const;

const runOnDiscord = (server: DiscordServer, subcommand: string, options = {}) =>
  server.clicks.runCommand({ by: 'ada', in: 'general', name: 'arm', subcommand, options });
const readAnswer = async (server: DiscordServer, command: InteractionRecord) =>
  JSON.stringify(await seeResponse(server, command));
const answersOnSlack = (server: SlackServer) => server.messages(channel).filter(({ via }) => via !== 'person');

/** Resolves to what `/readyz` says once it says so with that status. */
async function askReadiness(port: number, status: number, signal: AbortSignal): Promise<string> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    const text = await answer?.text();
    if (answer?.status === status) return text ?? '';
    // Nothing tells of a change here: whoever watches a bot asks again, too.
    await setTimeout(50, undefined, { signal });
  }
}

test('Postgres goes away while the bot runs, and comes back: questions are answered all the while', async (t) => {
  const postgres = await startPostgres();
  await using discord = await startDiscordServer({
    world: {
      users: [{ name: 'ada' }],
      guilds: [{ name: 'Workshop', channels: [{ name: 'general' }], everyonePermissions: managing }],
    },
    // Discord's own three seconds are too short for a whole program on a busy machine; how fast it is, other tests look at.
    interactions: { firstResponseMs: 60_000 },
  });
  await using slack = await startSlackServer({ socket: quickRetries });
  const port = await findFreePort();
  const url = await postgres.createDatabase();
  const bot = runBot({
    ...discordSettings(discord),
    ...slackSettings(slack),
    DATABASE_URL: url,
    CONTENT_DIR: week41Folder,
    PORT: String(port),
  });
  t.after(() => bot.kill());
  const says = (status: number) => Promise.race([askReadiness(port, status, t.signal), bot.ended]);
  // A replica is ready before it holds a shard.
  await bot.sees(/A shard is held/);
  await says(200);

  await postgres.stop();
  assert.match(await says(503), /"name":"store","isOk":false,"detail":"it does not answer: .*DATABASE_URL/);
  const ann = slack.person('U0ANN');
  const mention = ann.post(channel, '@bot does balena run on windows?');
  const command = runOnDiscord(discord, 'ask', { question: 'does balena run on windows?' });
  assert.match(await readAnswer(discord, command), /There is no Balena for Windows/);
  assert.match(
    await readAnswer(discord, runOnDiscord(discord, 'subscribe')),
    /neither be looked up nor be kept just now\. Say it again in a few minutes/,
  );
  await ann.runCommand(channel, '/arm', 'does balena run on windows?');
  await slack.waitFor(() => answersOnSlack(slack).find(({ via }) => via === 'response_url'));
  const mentionAnswers = () => answersOnSlack(slack).filter(({ thread_ts }) => thread_ts === mention.ts).length;
  // It is left to come again, unless the store's failure took so long that it had to be acknowledged before.
  const answeredMeanwhile = mentionAnswers();
  const wasTooLate = /"eventKey":"slack:\w+:Ev\w+"[^\n]*answered without being claimed/.test(bot.log());
  assert.ok(answeredMeanwhile <= (wasTooLate ? 1 : 0), bot.log());
  const told =
    bot
      .log()
      .split('\n')
      .find(
        (line) =>
          line.includes('answered without being claimed') &&
          line.includes(`"eventKey":"discord:interaction:${command.id}"`),
      ) ?? '';
  assert.match(
    told,
    /Postgres database \\"test_1\\" at .*: the server does not answer\. Check host and port in DATABASE_URL/,
  );

  await postgres.start();
  await says(200);
  assert.match(
    await readAnswer(discord, runOnDiscord(discord, 'subscribe')),
    /This channel gets each new issue from now on/,
  );
  const [outcome] = await mention.outcomes;
  assert.equal(outcome?.isAcknowledged, true);
  assert.equal(mentionAnswers(), 1);
  assert.equal(discord.gateway.counts.identifies, 1, 'the connection to Discord was not kept');
  assert.equal(await bot.stop(), 0);
  await using store = await openStore(parseAddress(url), { log: noLog, now: Date.now });
  const [subscription] = await store.subscriptions.listAll(undefined, 2);
  assert.equal(subscription?.platform, 'discord');
  for (const secret of ['p@ss/word', encodeURIComponent('p@ss/word')]) assert.ok(!bot.log().includes(secret));
});
