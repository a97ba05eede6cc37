import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChannelType, REST } from 'discord.js';
import { createDiscordChannels } from '#platforms/discord/posting/channels.ts';

/** discord.js’s own client, and what Discord answers to each path; what was asked. */
function connect(answers: Readonly<Record<string, object>>, findKnownType?: (id: string) => ChannelType | undefined) {
  const asked: string[] = [];
  const rest = new REST({
    retries: 0,
    async makeRequest(url) {
      const path = new URL(url).pathname.replace(/^\/api\/v\d+/, '');
      asked.push(path);
      const headers = { 'content-type': 'application/json' };
      return new Response(JSON.stringify(answers[path] ?? {}), { status: 200, headers }) as never;
    },
  }).setToken('token');
  return { channels: createDiscordChannels({ rest, findKnownType }), asked };
}

const { DM, GuildForum, GuildText } = ChannelType;

test('the channel of direct messages with a person is asked for once, and its kind is known by then', async () => {
  const { channels, asked } = connect({ '/users/@me/channels': { id: '7', type: DM } });
  assert.deepEqual([await channels.openDirect('5'), await channels.openDirect('5')], ['7', '7']);
  assert.equal(await channels.getType('7'), DM);
  assert.deepEqual(asked, ['/users/@me/channels']);
});

test('an answer without the channel’s id is tried again later, and not kept', async () => {
  const { channels, asked } = connect({ '/users/@me/channels': {} });
  for (let time = 0; time < 2; time++)
    await assert.rejects(channels.openDirect('5'), { name: 'DeliveryError', reason: 'try-later' });
  assert.equal(asked.length, 2);
});

test('what the gateway knows of a channel comes before what was asked, and what was asked is kept', async () => {
  let known: ChannelType | undefined;
  const { channels, asked } = connect({ '/channels/3': { id: '3', type: GuildText } }, () => known);
  assert.deepEqual([await channels.getType('3'), await channels.getType('3')], [GuildText, GuildText]);
  known = GuildForum;
  assert.equal(await channels.getType('3'), GuildForum);
  assert.deepEqual(asked, ['/channels/3']);
});
