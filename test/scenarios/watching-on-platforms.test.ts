import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { ChannelSender } from '#announcing/channel-sender.ts';
import type { Watcher } from '#watching/watch.ts';
import { makeWatch, makeWatcher } from '../contracts/make-watch.ts';
import { connectChannelSender } from '../platforms/discord/posting/connect-channel-sender.ts';
import { connectSender, looking, usual } from '../platforms/slack/posting/connect-sender.ts';
import { inventIssueOfFacts } from '../watching/invent-issue-of-facts.ts';
import { openWatchRoom } from '../watching/open-watch-room.ts';

const minuteMs = 60_000;
/** The conversation of U0ANN with the bot. */
const dm = 'D0LOCAL0ANN';

/** Somebody watches Kettlectl, and an issue of this week says something about it. */
async function openNews(t: TestContext, watcher: Watcher, sender: ChannelSender, now: () => number) {
  const day = new Date(now()).toISOString().slice(0, 10);
  const news = { says: 'Kettlectl runs on arm64.', about: ['Kettlectl'], on: ['arm64'], status: 'yes' };
  const issue = inventIssueOfFacts('2031-W08', [news], { date: { day, isDerived: false } });
  const room = await openWatchRoom(t, [], { sender, now });
  await room.announcer.runRound();
  await room.watches.add(makeWatch({ watcher, subject: 'Kettlectl' }), 50);
  room.publish(issue);
  return room;
}

/** Slack, and its clock. */
async function openSlack(t: TestContext, scopes: readonly string[], canLookBack: boolean) {
  const slack = await connectSender(scopes, canLookBack);
  t.after(() => slack.server.close());
  const clock = { aheadMs: 0 };
  const now = () => Date.now() + clock.aheadMs;
  const room = await openNews(t, makeWatcher({ recipientId: 'U0ANN', workspaceId: 'T0LOCAL' }), slack.sender, now);
  return { ...slack, ...room, clock };
}

test('on Slack a person is told in the conversation with the bot, by no right but that to write', async (t) => {
  const { server, announcer, startProcess, log } = await openSlack(t, usual, false);
  await announcer.runRound();
  await startProcess().runRound();
  assert.deepEqual(
    server.calls.map(({ method }) => method),
    ['chat.postMessage'],
  );
  const [message, ...others] = server.messages(dm);
  assert.deepEqual(others, []);
  assert.match(message?.text ?? '', /^News on what you watch: Kettlectl\./);
  assert.deepEqual(server.problems, []);
  assert.deepEqual(log.above('info'), []);
});

test('on Slack a message whose answer was lost is looked for in the conversation, and stands there once', async (t) => {
  const { server, announcer, startProcess, clock, notices } = await openSlack(t, looking, true);
  server.faults.add({ method: 'chat.postMessage', kind: 'drop-after' });
  await announcer.runRound();
  assert.equal((await notices.countByState()).waiting, 1);
  clock.aheadMs += 10 * minuteMs;
  await startProcess().runRound();
  assert.equal((await notices.countByState()).sent, 1);
  assert.equal(server.messages(dm).length, 1);
  assert.deepEqual(
    server.calls.map(({ method }) => method),
    ['chat.postMessage', 'conversations.open', 'conversations.history'],
  );
});

test('on Slack a message in doubt is held where the bot may not look, and never sent twice', async (t) => {
  const { server, announcer, startProcess, clock, notices } = await openSlack(t, usual, false);
  server.faults.add({ method: 'chat.postMessage', kind: 'drop-after' });
  await announcer.runRound();
  clock.aheadMs += 10 * minuteMs;
  await startProcess().runRound();
  assert.equal((await notices.countByState()).held, 1);
  assert.equal(server.messages(dm).length, 1);
});

test('on Slack who is gone is noted', async (t) => {
  const { server, announcer, watches, notices } = await openSlack(t, usual, false);
  server.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'user_not_found' });
  await announcer.runRound();
  assert.equal((await notices.countByState()).skipped, 1);
  assert.equal((await watches.listUnreachable(5))[0]?.reason, 'The person is gone.');
});

/** Discord, with somebody who takes direct messages. */
async function openDiscord(t: TestContext) {
  const discord = await connectChannelSender();
  t.after(() => discord.server.close());
  const { server } = discord;
  const [person] = [...server.world.users.values()].filter(({ bot }) => !bot);
  assert.ok(person);
  const { id, username } = person;
  const watcher: Watcher = { platform: 'discord', kind: 'person', key: id, recipientId: id, workspaceId: '@me' };
  const room = await openNews(t, watcher, discord.sender, () => server.clock.now());
  const messages = () => [...server.world.messages.values()].flatMap((stored) => [...stored.values()]);
  const routes = () => server.requests.map(({ route }) => route);
  return { ...room, server, username, messages, routes };
}

test('on Discord a person is told by direct message, in one conversation, once', async (t) => {
  const { announcer, startProcess, messages, routes, log } = await openDiscord(t);
  await announcer.runRound();
  await startProcess().runRound();
  assert.deepEqual(routes(), ['POST /users/@me/channels', 'POST /channels/:channelId/messages']);
  assert.equal(messages().length, 1);
  assert.match(messages()[0]?.content ?? '', /News on what you watch: Kettlectl\./);
  assert.deepEqual(log.above('info'), []);
});

test('on Discord a message whose answer was lost stands once, soon after and much later', async (t) => {
  for (const minutes of [0.5, 10]) {
    const { announcer, startProcess, messages, notices, server } = await openDiscord(t);
    server.faults.add({ route: 'POST /channels/:channelId/messages', how: 'drop', when: 'after' });
    await announcer.runRound();
    assert.equal((await notices.countByState()).waiting, 1);
    server.clock.advance(minutes * minuteMs);
    await startProcess().runRound();
    assert.deepEqual([messages().length, (await notices.countByState()).sent], [1, 1], `${minutes} minutes`);
  }
});

test('on Discord who takes no direct messages is noted, and told when they take them again', async (t) => {
  const { announcer, startProcess, messages, watches, server, username, publish } = await openDiscord(t);
  server.changes.acceptDirectMessages(username, false);
  await announcer.runRound();
  assert.equal((await watches.listUnreachable(5))[0]?.reason, 'The person takes no direct messages from the bot.');
  server.changes.acceptDirectMessages(username, true);
  const day = new Date(server.clock.now()).toISOString().slice(0, 10);
  const news = { says: 'Kettlectl runs on armv6.', about: ['Kettlectl'], on: ['armv6'], status: 'yes' };
  publish(inventIssueOfFacts('2031-W08', [news], { date: { day, isDerived: false } }));
  await startProcess().runRound();
  assert.equal(messages().length, 1);
  assert.deepEqual(await watches.listUnreachable(5), []);
});
