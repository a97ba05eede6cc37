import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DiscordServer, startDiscordServer } from '../../../../local/discord-server/start-discord-server.ts';
import { startDiscordBot } from '../../../fixtures/discord-bot.ts';
import { seeResponse } from '../../../scenarios/discord-entry-points.ts';

/** What Discord says of a feature that is switched off for a moment: certainly not done, and to be tried again. */
const refusedForNow = { how: 'status', status: 403, code: 40_006 } as const;

const askInPrivate = (server: DiscordServer) => {
  const options = { question: 'does kettlectl run on arm64?', private: true };
  return seeResponse(
    server,
    server.clicks.runCommand({ by: 'ada', in: 'general', name: 'arm', subcommand: 'ask', options }),
  );
};

test('an answer that has to be sent again is not asked for again', async () => {
  await using server = await startDiscordServer();
  const asked: string[] = [];
  await using bot = await startDiscordBot(server, { onResponse: ({ line }) => void asked.push(line) });
  const message = await askInPrivate(server);
  asked.length = 0;
  server.faults.add({ route: 'POST /interactions/:interactionId/:token/callback', ...refusedForNow });
  const more = server.clicks.pressButton({ by: 'ada', message, button: 'More' });
  await bot.finished(`discord:interaction:${more.id}`);
  assert.equal(more.messageIds.length, 1);
  assert.equal(asked.length, 1);
});

test('what is shared stands there once, however often the thanks for it have to be sent', async () => {
  await using server = await startDiscordServer();
  await using bot = await startDiscordBot(server);
  const message = await askInPrivate(server);
  server.faults.add({ route: 'PATCH /webhooks/:applicationId/:token/messages/:messageId', ...refusedForNow });
  const share = server.clicks.pressButton({ by: 'ada', message, button: 'Share in channel' });
  await bot.finished(`discord:interaction:${share.id}`);
  const open = server.messages('general').filter(({ ephemeralFor }) => ephemeralFor === undefined);
  assert.equal(open.length, 1);
  assert.equal(server.findMessage(message.id)?.content, 'Shared in the channel.');
});
