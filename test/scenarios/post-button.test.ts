import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAskModalId } from '#platforms/slack/rendering/shortcuts.ts';
import { startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { makeChannelPost } from '../fixtures/channel-post.ts';
import { startDiscordBot } from '../fixtures/discord-bot.ts';
import { startSlackBot } from '../fixtures/slack-bot.ts';

test('on Slack the button below a post opens the ask modal for whoever presses it', async () => {
  await using server = await startSlackServer();
  await using bot = await startSlackBot(server);
  assert.ok(bot.sender);
  const ts = await bot.sender.send(makeChannelPost(1, { channelId: 'C0GENERAL', workspaceId: 'T0LOCAL' }));
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
  assert.ok(bot.sender);
  const channelId = server.channelId('general');
  const messageId = await bot.sender.send(makeChannelPost(1, { channelId, workspaceId: server.guildId('Workshop') }));
  // The gateway knows what kind of channel it is.
  assert.ok(!server.requests.some(({ route }) => route === 'GET /channels/:channelId'));
  const message = server.findMessage(messageId);
  assert.ok(message);
  for (const by of ['ada', 'linus']) {
    const pressed = server.clicks.pressButton({ by, message, button: 'Ask about it' });
    await server.waitFor(() => pressed.callbackType === 9);
  }
});
