import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDiscordSender } from '#platforms/discord/posting/open-sender.ts';
import { openSlackSender } from '#platforms/slack/posting/open-sender.ts';
import { openAskModalId } from '#platforms/slack/rendering/shortcuts.ts';
import { startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { makeChannelPost } from '../fixtures/channel-post.ts';
import { startDiscordBot } from '../fixtures/discord-bot.ts';
import { keepLog } from '../fixtures/kept-log.ts';
import { startSlackBot } from '../fixtures/slack-bot.ts';

const parts = { log: keepLog(), now: () => Date.now(), wait: async () => {} };

test('on Slack the button below a post opens the ask modal for whoever presses it', async () => {
  await using server = await startSlackServer();
  await using _bot = await startSlackBot(server);
  const identity = { kind: 'one-workspace', botToken: server.botToken } as const;
  const connection = { kind: 'socket', appToken: server.app.appToken } as const;
  const sender = openSlackSender({
    ...parts,
    settings: { connection, identity, apiUrl: server.apiUrl, canLookBack: false },
  });
  const ts = await sender.send(makeChannelPost(1, { channelId: 'C0GENERAL', workspaceId: 'T0LOCAL' }));
  const message = server.messages('C0GENERAL').find((posted) => posted.ts === ts);
  assert.ok(message);
  for (const who of ['U0ANN', 'U0BEN']) {
    await server.person(who).press(message, openAskModalId);
    await server.waitFor(() => server.modal(who));
  }
  assert.deepEqual(server.problems, []);
});

test('on Discord the button below a post opens the ask modal for whoever presses it', async () => {
  await using server = await startDiscordServer();
  await using bot = await startDiscordBot(server);
  const sender = openDiscordSender({
    ...parts,
    settings: { token: server.token, apiUrl: server.apiUrl, guildId: undefined, shards: { kind: 'auto' } },
    lineKeeper: bot.store.lineKeeper,
    findChannelType: bot.findChannelType,
  });
  const channelId = server.channelId('general');
  const messageId = await sender.send(makeChannelPost(1, { channelId, workspaceId: server.guildId('Workshop') }));
  // The gateway knows what kind of channel it is.
  assert.ok(!server.requests.some(({ route }) => route === 'GET /channels/:channelId'));
  const message = server.findMessage(messageId);
  assert.ok(message);
  for (const by of ['ada', 'linus']) {
    const pressed = server.clicks.pressButton({ by, message, button: 'Ask about it' });
    await server.waitFor(() => pressed.callbackType === 9);
  }
});
