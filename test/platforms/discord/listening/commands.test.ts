import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDiscordServer } from '../../../../local/discord-server/start-discord-server.ts';
import { messageFlags } from '../../../../local/discord-server/world-model.ts';
import { startDiscordBot } from '../../../fixtures/discord-bot.ts';

const callback = 'POST /interactions/:interactionId/:token/callback';

test('a reply that has to be sent again does not run the command again', async () => {
  await using server = await startDiscordServer();
  let runs = 0;
  await using bot = await startDiscordBot(server, { onResponse: () => void runs++ });
  server.faults.add({ route: callback, how: 'status', status: 403, code: 40_006 });
  const options = { subject: 'kettlectl' };
  const command = server.clicks.runCommand({ by: 'ada', in: 'general', name: 'arm', subcommand: 'status', options });
  await bot.finished(`discord:interaction:${command.id}`);
  assert.equal(server.requests.filter(({ route }) => route === callback).length, 2);
  assert.equal(command.messageIds.length, 1);
  assert.equal(runs, 1);
});

for (const [isPrivate, isForOne] of [
  [undefined, true],
  [false, false],
  [true, true],
] as const)
  test(`help asked for with private: ${isPrivate} is seen by ${isForOne ? 'its asker alone' : 'all'}`, async () => {
    await using server = await startDiscordServer();
    await using bot = await startDiscordBot(server);
    const options: Record<string, boolean> = isPrivate === undefined ? {} : { private: isPrivate };
    const command = server.clicks.runCommand({ by: 'ada', in: 'general', name: 'arm', subcommand: 'help', options });
    await bot.finished(`discord:interaction:${command.id}`);
    const help = server.findMessage(command.messageIds.at(-1) ?? '');
    assert.equal(((help?.flags ?? 0) & messageFlags.ephemeral) !== 0, isForOne);
  });
