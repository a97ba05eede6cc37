import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSlackServer } from '../../../../local/slack-server/start-slack-server.ts';
import { startSlackBot } from '../../../fixtures/slack-bot.ts';

const general = 'C0GENERAL';

test('what somebody asked for their own eyes is nobody else’s to go on with, and theirs still', async () => {
  await using server = await startSlackServer();
  await using _bot = await startSlackBot(server);
  const ask = async (personId: string, line: string) => {
    const count = server.messages(general).length;
    await server.person(personId).runCommand(general, '/arm', line);
    return (await server.waitFor(() => server.messages(general)[count])).text;
  };
  assert.match(await ask('U0ANN', 'does kettlectl run on arm64?'), /^Yes\b.*: Kettlectl/);
  assert.match(await ask('U0BEN', 'and on armv7?'), /^The archive does not say\./);
  assert.match(await ask('U0ANN', 'and on armv7?'), /^Yes\b.*: Kettlectl/);
});
