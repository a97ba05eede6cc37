import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type APIMessage, type APIThreadChannel, Routes } from 'discord.js';
import type { PermissionName } from '../../../local/discord-server/permission-bits.ts';
import { startDiscordServer } from '../../../local/discord-server/start-discord-server.ts';
import type { OverwriteOptions } from '../../../local/discord-server/world-options.ts';
import { connectRest, findRefusal } from './connect-rest.ts';

const permissive: PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'EmbedLinks',
  'CreatePublicThreads',
  'SendMessagesInThreads',
];

async function startWith(overwrite?: OverwriteOptions) {
  const channels = [
    { name: 'general', overwrites: overwrite === undefined ? [] : [overwrite] },
    { name: 'news', kind: 'announcement' as const },
    { name: 'questions', kind: 'forum' as const, tags: ['solved'], requiresTag: true },
  ];
  const guilds = [{ name: 'Workshop', channels, everyonePermissions: permissive, botPermissions: permissive }];
  const server = await startDiscordServer({ world: { guilds, users: [{ name: 'ada' }] } });
  return { server, rest: connectRest(server), messages: Routes.channelMessages(server.channelId('general')) };
}

test('a message is posted, read, changed and deleted', async () => {
  const { server, rest, messages } = await startWith();
  await using _ = server;
  const sent = (await rest.post(messages, { body: { content: '  hello  ', nonce: '1' } })) as APIMessage;
  assert.equal(sent.content, 'hello');
  assert.equal(sent.author.id, server.world.bot.id);
  const place = Routes.channelMessage(sent.channel_id, sent.id);
  await rest.patch(place, { body: { embeds: [{ title: 'Verdict' }] } });
  const changed = (await rest.get(place)) as APIMessage;
  assert.deepEqual([changed.content, changed.embeds[0]?.title], ['hello', 'Verdict']);
  assert.notEqual(changed.edited_timestamp, null);
  await rest.delete(place);
  assert.equal(await findRefusal(rest.get(place)), 10008);
});

test('what people wrote is left out over REST as well, unless it concerns the bot', async () => {
  const { server, rest, messages } = await startWith();
  await using _ = server;
  server.people.postMessage({ by: 'ada', in: 'general', text: 'private talk' });
  server.people.postMessage({ by: 'ada', in: 'general', text: `${server.mention} hello` });
  const page = (await rest.get(messages)) as APIMessage[];
  assert.deepEqual(
    page.map(({ content }) => content),
    [`${server.mention} hello`, ''],
  );
});

test('a repeated nonce returns the first message, and Unknown Message once that is deleted', async () => {
  const { server, rest, messages } = await startWith();
  await using _ = server;
  const post = (content: string) =>
    rest.post(messages, { body: { content, nonce: 'issue-41', enforce_nonce: true } }) as Promise<APIMessage>;
  const first = await post('one');
  assert.equal((await post('two')).id, first.id);
  assert.equal(server.messages('general').length, 1);
  await rest.delete(Routes.channelMessage(first.channel_id, first.id));
  assert.equal(await findRefusal(post('three')), 10008);
  server.clock.advance(4 * 60_000);
  assert.notEqual((await post('four')).id, first.id);
});

test('each missing permission is refused with its own code', async (t) => {
  const cases: [PermissionName, number][] = [
    ['ViewChannel', 50001],
    ['SendMessages', 50013],
    ['EmbedLinks', 50013],
    ['ReadMessageHistory', 160002],
  ];
  for (const [permission, code] of cases) {
    await t.test(permission, async () => {
      const { server, rest, messages } = await startWith({ who: 'bot', deny: [permission] });
      await using _ = server;
      const asked = server.people.postMessage({ by: 'ada', in: 'general', text: 'hello' });
      const body = { embeds: [{ title: 'Verdict' }], message_reference: { message_id: asked.id } };
      assert.equal(await findRefusal(rest.post(messages, { body })), code);
    });
  }
});

test('without Embed Links a message with text comes without its embeds', async () => {
  const { server, rest, messages } = await startWith({ who: 'everyone', deny: ['EmbedLinks'] });
  await using _ = server;
  await rest.post(messages, { body: { content: 'yes', embeds: [{ title: 'Verdict' }] } });
  assert.deepEqual(
    server.messages('general').map(({ content, embeds }) => [content, embeds.length]),
    [['yes', 0]],
  );
});

test('without Read Message History the list of messages is empty, and no error', async () => {
  const { server, rest, messages } = await startWith({ who: 'bot', deny: ['ReadMessageHistory'] });
  await using _ = server;
  await rest.post(messages, { body: { content: 'hello' } });
  assert.deepEqual(await rest.get(messages), []);
});

test('a reply names what it replies to, and a deleted message cannot be replied to', async () => {
  const { server, rest, messages } = await startWith();
  await using _ = server;
  const asked = server.people.postMessage({ by: 'ada', in: 'general', text: server.mention });
  const body = { content: 'yes', message_reference: { message_id: asked.id } };
  const reply = (await rest.post(messages, { body })) as APIMessage;
  assert.equal(reply.referenced_message?.id, asked.id);
  assert.deepEqual(
    reply.mentions.map(({ id }) => id),
    [asked.authorId],
  );
  server.people.deleteMessage(asked);
  assert.equal(await findRefusal(rest.post(messages, { body })), 50035);
  const lenient = { ...body, message_reference: { ...body.message_reference, fail_if_not_exists: false } };
  assert.equal(await findRefusal(rest.post(messages, { body: lenient })), undefined);
});

test('an announcement is published once, and only where announcements are', async () => {
  const { server, rest, messages } = await startWith();
  await using _ = server;
  const news = server.channelId('news');
  const { id } = (await rest.post(Routes.channelMessages(news), { body: { content: 'Issue 41' } })) as APIMessage;
  const published = (await rest.post(Routes.channelMessageCrosspost(news, id))) as APIMessage;
  assert.equal((published.flags ?? 0) & 1, 1);
  assert.equal(await findRefusal(rest.post(Routes.channelMessageCrosspost(news, id))), 40033);
  const other = (await rest.post(messages, { body: { content: 'x' } })) as APIMessage;
  assert.equal(await findRefusal(rest.post(Routes.channelMessageCrosspost(other.channel_id, other.id))), 50024);
});

test('a forum takes posts with a tag where it asks for one, and no plain messages', async () => {
  const { server, rest } = await startWith();
  await using _ = server;
  const forum = server.channelId('questions');
  const tag = server.world.channels.get(forum)?.tags[0]?.id;
  const post = { name: 'Issue 41', message: { content: 'Read it' } };
  assert.equal(await findRefusal(rest.post(Routes.channelMessages(forum), { body: { content: 'x' } })), 50008);
  assert.equal(await findRefusal(rest.post(Routes.threads(forum), { body: post })), 40067);
  const body = { ...post, applied_tags: [tag] };
  const thread = (await rest.post(Routes.threads(forum), { body })) as APIThreadChannel & { message: APIMessage };
  assert.equal(thread.message.id, thread.id);
  assert.deepEqual(
    server.messages(thread.id).map(({ content }) => content),
    ['Read it'],
  );
});

test('a thread starts on a message once, and is written in with a permission of its own', async () => {
  const { server, rest, messages } = await startWith({ who: 'bot', deny: ['SendMessagesInThreads'] });
  await using _ = server;
  const { id, channel_id } = (await rest.post(messages, { body: { content: 'hello' } })) as APIMessage;
  const thread = (await rest.post(Routes.threads(channel_id, id), { body: { name: 'More' } })) as APIThreadChannel;
  assert.equal(thread.id, id);
  assert.equal(await findRefusal(rest.post(Routes.threads(channel_id, id), { body: { name: 'More' } })), 160004);
  assert.equal(await findRefusal(rest.post(Routes.channelMessages(thread.id), { body: { content: 'x' } })), 50013);
});

test('a person who takes no direct messages gets none', async () => {
  const { server, rest } = await startWith();
  await using _ = server;
  const recipient_id = [...server.world.users.values()].find(({ username }) => username === 'ada')?.id;
  const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id } })) as { id: string };
  assert.equal(await findRefusal(rest.post(Routes.channelMessages(id), { body: { content: 'x' } })), undefined);
  server.changes.acceptDirectMessages('ada', false);
  assert.equal(await findRefusal(rest.post(Routes.channelMessages(id), { body: { content: 'x' } })), 50007);
});

test('a deleted channel is unknown, a guild that kicked the bot is out of reach', async () => {
  const { server, rest, messages } = await startWith();
  await using _ = server;
  const news = Routes.channelMessages(server.channelId('news'));
  server.changes.deleteChannel('news');
  assert.equal(await findRefusal(rest.post(news, { body: { content: 'x' } })), 10003);
  server.changes.kickBot('Workshop');
  assert.equal(await findRefusal(rest.post(messages, { body: { content: 'x' } })), 50001);
  assert.equal(await findRefusal(rest.get(Routes.guild(server.guildId('Workshop')))), 50001);
  server.changes.inviteBot('Workshop', permissive);
  assert.equal(await findRefusal(rest.post(messages, { body: { content: 'x' } })), undefined);
});

test('files come beside the JSON in a form', async () => {
  const { server, rest, messages } = await startWith();
  await using _ = server;
  server.changes.setBotPermissions('Workshop', [...permissive, 'AttachFiles']);
  const files = [{ name: 'answer.txt', data: Buffer.from('yes') }];
  const body = { content: 'see the file', attachments: [{ id: '0', description: 'the answer' }] };
  const sent = (await rest.post(messages, { body, files })) as APIMessage;
  assert.deepEqual(
    [sent.content, sent.attachments.map(({ filename, size }) => [filename, size])],
    ['see the file', [['answer.txt', 3]]],
  );
});

test('strangers, unknown routes and broken JSON are turned away', async () => {
  const { server, messages } = await startWith();
  await using _ = server;
  const headers = { 'User-Agent': 'DiscordBot (https://example.com, 1)', 'Content-Type': 'application/json' };
  const ask = async (path: string, init: RequestInit) => (await fetch(`${server.apiUrl}/v10${path}`, init)).status;
  assert.equal(await ask('/users/@me', { headers }), 401);
  assert.equal(
    await ask('/users/@me', { headers: { ...headers, Authorization: `Bot ${server.token}`, 'User-Agent': 'curl' } }),
    403,
  );
  const own = { ...headers, Authorization: `Bot ${server.token}` };
  assert.equal(await ask('/users/@me', { headers: own }), 200);
  assert.equal(await ask('/no/such/route', { headers: own }), 404);
  assert.equal(await ask(messages, { method: 'POST', headers: own, body: '{' }), 400);
  assert.equal(server.refusals.invalidRequests, 2);
});
