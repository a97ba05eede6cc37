import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { renderDiscordPost } from '#platforms/discord/posting/post.ts';
import { createCustomIds } from '#platforms/discord/talking/custom-id.ts';
import { findBrokenLinks } from '../../../../local/discord-server/find-broken-links.ts';
import { findLinkPreviews } from '../../../../local/discord-server/find-link-previews.ts';
import { findLiveMentions } from '../../../../local/discord-server/find-live-mentions.ts';
import { findMentionMarkup } from '../../../../local/discord-server/find-mention-markup.ts';
import type { DiscordServer } from '../../../../local/discord-server/start-discord-server.ts';
import { validateMessage } from '../../../../local/discord-server/validate-message.ts';
import { assertProperty } from '../../../fixtures/assert-property.ts';
import { makeChannelPost } from '../../../fixtures/channel-post.ts';
import { hostileResponse } from '../rendering/hostile-response.ts';
import { createMemoryLineKeeper } from '../talking/memory-line-keeper.ts';
import { connectChannelSender as connect, failureOf } from './connect-channel-sender.ts';

const creating = 'POST /channels/:channelId/messages';
const openingThread = 'POST /channels/:channelId/threads';
/** What else is asked then has to be answered within it, on a slow machine, too. */
const hangMs = 3_000;
const writing = ['ViewChannel', 'SendMessages', 'SendMessagesInThreads'] as const;

function deleteMessage(server: DiscordServer, messageId: string): void {
  const message = server.findMessage(messageId);
  assert.ok(message);
  server.people.deleteMessage(message);
}

test('a post stands in the channel, pings nobody, and has a button to ask', async () => {
  await using discord = await connect();
  const messageId = await discord.sender.send(discord.postIn('general'));
  const [message, ...others] = discord.server.messages('general');
  assert.deepEqual(others, []);
  assert.equal(message?.id, messageId);
  assert.match(message?.content ?? '', /Kettlectl runs on arm64/);
  assert.match(JSON.stringify(message?.components), /"Ask about it"/);
  assert.deepEqual(findLiveMentions(message?.sentBody ?? {}), []);
});

test('a role that was configured is the only one that a post can ping', async () => {
  await using discord = await connect();
  const roles = [...(discord.server.world.guilds.get(discord.guildId)?.roles.values() ?? [])];
  const makers = roles.find(({ name }) => name === 'makers')?.id;
  const pinged = async (roleToPing: string | undefined, number: number) => {
    const id = await discord.sender.send(discord.postIn('general', number, { roleToPing }));
    return findLiveMentions(discord.server.findMessage(id)?.sentBody ?? {});
  };
  assert.deepEqual(await pinged(makers, 1), [`<@&${makers}>`]);
  // The role that bears the server's id is @everyone.
  assert.deepEqual(await pinged(discord.guildId, 2), []);
  assert.deepEqual(await pinged('everyone', 3), []);
});

test('nothing is sent a second time by the SDK, whatever goes wrong, and who cannot know says so', async () => {
  const cases = [
    { how: 'hang', when: 'before', mayHaveArrived: true },
    { how: 'hang', when: 'after', mayHaveArrived: true },
    { how: 'drop', when: 'before', mayHaveArrived: true },
    { how: 'drop', when: 'after', mayHaveArrived: true },
    { how: 'status', status: 503, when: 'before', mayHaveArrived: true },
    { how: 'status', status: 500, when: 'after', mayHaveArrived: true },
  ] as const;
  const provoke = async (channel: string, { mayHaveArrived, ...fault }: (typeof cases)[number]) => {
    const route = channel === 'questions' ? openingThread : creating;
    await using discord = await connect({}, fault.how === 'hang' ? hangMs : undefined);
    discord.server.faults.add({ route, ...fault });
    const failure = await failureOf(discord.sender.send(discord.postIn(channel)));
    assert.deepEqual([failure.reason, failure.mayHaveArrived], ['try-later', mayHaveArrived], JSON.stringify(fault));
    assert.equal(discord.server.requests.filter((request) => request.route === route).length, 1);
    assert.ok(!failure.message.includes(discord.server.token));
  };
  await Promise.all(['general', 'questions'].flatMap((channel) => cases.map((fault) => provoke(channel, fault))));
});

test('what goes wrong before anything is sent is no reason to look for it', async () => {
  await using discord = await connect({}, hangMs);
  discord.server.faults.add({ route: 'GET /channels/:channelId', how: 'hang' });
  const failure = await failureOf(discord.sender.send(discord.postIn('general')));
  assert.deepEqual([failure.reason, failure.mayHaveArrived], ['try-later', false]);
  await discord.server.close();
  const away = await failureOf(discord.sender.send(discord.postIn('hardware')));
  assert.deepEqual([away.reason, away.mayHaveArrived], ['try-later', false]);
});

test('Discord’s own wait is passed on, before anything is sent as when it is', async () => {
  await using discord = await connect();
  for (const route of ['GET /channels/:channelId', creating]) {
    discord.server.faults.add({ route, how: 'rate-limit', retryAfterMs: 60_000, scope: 'user' });
    const failure = await failureOf(discord.sender.send(discord.postIn('general')));
    assert.deepEqual([failure.reason, failure.mayHaveArrived], ['try-later', false], route);
    assert.ok((failure.retryAfterMs ?? 0) >= 60_000, `${route}: ${failure.retryAfterMs}`);
  }
});

test('a channel that is gone or closed is told from a fault', async () => {
  await using discord = await connect();
  const { server, sender, postIn } = discord;
  const post = postIn('general');
  await sender.send(post);
  server.changes.setOverwrite('general', { who: 'bot', deny: ['SendMessages'] });
  assert.equal((await failureOf(sender.send(postIn('general', 2)))).reason, 'destination-gone');
  server.changes.setOverwrite('general', { who: 'bot', deny: ['ViewChannel'] });
  assert.equal((await failureOf(sender.send(postIn('general', 2)))).reason, 'destination-gone');
  server.changes.deleteChannel('general');
  assert.equal((await failureOf(sender.send({ ...post, id: 'post-00000000000000003' }))).reason, 'destination-gone');
});

test('the same post sent again within the nonce’s life is the same message', async () => {
  await using discord = await connect();
  const post = discord.postIn('general');
  discord.server.faults.add({ route: creating, how: 'drop', when: 'after' });
  await failureOf(discord.sender.send(post));
  discord.server.clock.advance(await discord.sender.repeatableForMs(post.channelId));
  const messageId = await discord.sender.send(post);
  assert.deepEqual(
    discord.server.messages('general').map(({ id }) => id),
    [messageId],
  );
});

test('a post that was deleted on Discord is not posted again by its nonce', async () => {
  await using discord = await connect();
  const post = discord.postIn('general');
  const messageId = await discord.sender.send(post);
  deleteMessage(discord.server, messageId);
  assert.equal(await discord.sender.send(post), '');
  assert.deepEqual(discord.server.messages('general'), []);
});

test('a look back finds exactly the post that arrived although its answer was lost', async () => {
  // Its pages are not what is slow here.
  const routes = { 'GET /channels/:channelId/messages': { limit: 50, perMs: 1000 } };
  await using discord = await connect({ limits: { routes } });
  const { server, sender, postIn } = discord;
  const sinceMs = server.clock.now();
  server.faults.add({ route: creating, how: 'drop', when: 'after' });
  await failureOf(sender.send(postIn('general', 1)));
  for (let i = 0; i < 250; i++) server.people.postMessage({ by: 'ada', in: 'general', text: `message ${i}` });
  server.clock.advance(10 * 60_000);
  const [first] = server.messages('general');
  assert.deepEqual(await sender.findSent(postIn('general', 1), sinceMs), { kind: 'found', messageId: first?.id });
  assert.deepEqual(await sender.findSent(postIn('general', 2), sinceMs), { kind: 'absent' });
});

test('a look back finds a post though Discord’s clock is some minutes slow, in a busy channel and in a forum', async () => {
  await using discord = await connect();
  const { server, sender, postIn } = discord;
  const sinceMs = server.clock.now() + 4.5 * 60_000;
  for (const channel of ['general', 'questions']) {
    const messageId = await sender.send(postIn(channel));
    for (let i = 0; i < 110; i++) server.people.postMessage({ by: 'ada', in: 'general', text: `message ${i}` });
    assert.deepEqual((await sender.findSent(postIn(channel), sinceMs)).kind, 'found', `${channel}: ${messageId}`);
  }
});

test('an empty channel means nothing without the right to read it', async () => {
  await using discord = await connect();
  const { server, sender, postIn } = discord;
  const sinceMs = server.clock.now();
  assert.deepEqual(await sender.findSent(postIn('general'), sinceMs), { kind: 'absent' });
  server.changes.setOverwrite('general', { who: 'everyone', deny: ['ReadMessageHistory'] });
  await sender.send(postIn('general'));
  const blind = await sender.findSent(postIn('general'), sinceMs);
  assert.match(blind.kind === 'unknown' ? blind.reason : '', /Read Message History/);
  // One's own overwrite goes before that of everyone.
  server.changes.setOverwrite('general', { who: 'bot', allow: ['ReadMessageHistory'] });
  assert.equal((await sender.findSent(postIn('general'), sinceMs)).kind, 'found');
});

test('in a forum a post is a thread, which is found whether it is active or archived', async () => {
  await using discord = await connect();
  const { server, sender, postIn, threads } = discord;
  const sinceMs = server.clock.now();
  assert.equal(await sender.repeatableForMs(postIn('questions').channelId), 0);
  server.faults.add({ route: openingThread, how: 'drop', when: 'after' });
  await failureOf(sender.send(postIn('questions')));
  const [thread, ...others] = threads();
  assert.deepEqual([thread?.name, others], ['Kettle Weekly 7', []]);
  assert.deepEqual(await sender.findSent(postIn('questions'), sinceMs), { kind: 'found', messageId: thread?.id });
  assert.deepEqual(await sender.findSent(postIn('questions', 2), sinceMs), { kind: 'absent' });
  server.changes.archiveThread(thread?.id ?? '');
  assert.deepEqual(await sender.findSent(postIn('questions'), sinceMs), { kind: 'found', messageId: thread?.id });
  server.changes.setOverwrite('questions', { who: 'everyone', deny: ['ReadMessageHistory'] });
  assert.equal((await sender.findSent(postIn('questions', 2), sinceMs)).kind, 'unknown');
});

test('a forum’s thread whose first message somebody deleted is known by its name', async () => {
  await using discord = await connect();
  const { server, sender, postIn, threads } = discord;
  await sender.send(postIn('questions'));
  const [thread] = threads();
  deleteMessage(server, thread?.id ?? '');
  assert.equal((await sender.findSent(postIn('questions'), server.clock.now())).kind, 'found');
  const other = { title: 'Kettle Weekly 8' };
  assert.equal((await sender.findSent(postIn('questions', 2, other), server.clock.now())).kind, 'absent');
});

test('a forum that takes no post without a tag gets one', async () => {
  const channels = [{ name: 'tagged', kind: 'forum' as const, tags: ['news'], requiresTag: true }];
  await using discord = await connect({ world: { guilds: [{ name: 'Workshop', channels }] } });
  await discord.sender.send(discord.postIn('tagged'));
  assert.equal(discord.threads()[0]?.thread?.appliedTags.length, 1);
});

test('what is missing in a channel is named before anybody relies on it', async () => {
  await using discord = await connect({
    world: {
      guilds: [
        {
          name: 'Workshop',
          everyonePermissions: [...writing, 'ReadMessageHistory'],
          channels: [
            { name: 'open' },
            { name: 'mute', overwrites: [{ who: 'everyone', deny: ['SendMessages'] }] },
            { name: 'hidden', overwrites: [{ who: 'everyone', deny: ['ViewChannel'] }] },
            { name: 'blind', overwrites: [{ who: 'everyone', deny: ['ReadMessageHistory'] }] },
            { name: 'shelf', kind: 'category' },
            { name: 'strict', kind: 'forum', requiresTag: true },
          ],
        },
      ],
    },
  });
  const check = (channel: string) =>
    discord.sender.checkChannel(discord.server.channelId(channel), undefined, undefined);
  assert.deepEqual(await check('open'), { canPost: true, workspaceId: discord.guildId });
  const problems = { mute: /"Send Messages"/, hidden: /"View Channel"/, shelf: /kind/, strict: /tag/ };
  for (const [channel, problem] of Object.entries(problems)) {
    const result = await check(channel);
    assert.match(result.canPost ? '' : result.problem, problem, channel);
  }
  const blind = await check('blind');
  assert.match((blind.canPost && blind.warning) || '', /"Read Message History"/);
  const gone = await discord.sender.checkChannel('123456789012345678', undefined, undefined);
  assert.match(gone.canPost ? '' : gone.problem, /gone/);
});

test('whatever an issue says, its post is accepted by Discord and pings nobody but the role', async (t) => {
  const seed = 20311013;
  t.diagnostic(`seed ${seed}`);
  const role = '222222222222222222';
  const where = { channelId: '111111111111111111', workspaceId: '333333333333333333', roleToPing: role };
  await assertProperty(
    fc.asyncProperty(hostileResponse, async (response) => {
      const post = makeChannelPost(1, { ...where, response });
      const message = await renderDiscordPost(post, createCustomIds(createMemoryLineKeeper()), 0);
      const body = { ...message, nonce: post.id, enforce_nonce: true };
      assert.deepEqual(validateMessage(body), []);
      assert.deepEqual(validateMessage({ ...message }, 'forum-post'), []);
      assert.deepEqual(findLiveMentions(body), [`<@&${role}>`]);
      const mentions = findMentionMarkup(body).filter((mark) => mark !== `<@&${role}>`);
      assert.deepEqual([...mentions, ...findLinkPreviews(body), ...findBrokenLinks(body)], []);
      assert.match(JSON.stringify(message.components.at(-1)), /"Ask about it"/);
    }),
    { seed, numRuns: 60 },
  );
});

test('a forum that takes no post without a tag, and has none that the bot may use, is told so and sent nothing', async () => {
  const tagged = { name: 'tagged', kind: 'forum' as const, tags: [], requiresTag: true };
  await using discord = await connect({ world: { guilds: [{ name: 'Workshop', channels: [tagged] }] } });
  const failure = await failureOf(discord.sender.send(discord.postIn('tagged')));
  assert.equal(failure.reason, 'destination-gone');
  const check = await discord.sender.checkChannel(discord.server.channelId('tagged'), undefined, undefined);
  assert.equal(failure.message, check.canPost ? '' : check.problem);
  assert.deepEqual(
    discord.server.requests.filter(({ method }) => method !== 'GET'),
    [],
  );
});
