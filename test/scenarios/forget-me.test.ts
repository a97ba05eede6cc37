import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { startSlackBot } from '../fixtures/slack-bot.ts';

test('in Slack, who says "forget me" is forgotten, is told what was removed, and nobody else is', async () => {
  await using server = await startSlackServer();
  await using bot = await startSlackBot(server);
  const ask = async (userId: string, line: string) => {
    const { length } = server.messages('C0GENERAL');
    await server.person(userId).runCommand('C0GENERAL', '/arm', line);
    const listNew = () => server.messages('C0GENERAL').slice(length);
    return server.waitFor(() => listNew().find(({ ephemeralTo }) => ephemeralTo === userId));
  };
  const vain = 'does nosuchthing run on arm64?';
  await ask('U0ANN', vain);
  await ask('U0BEN', vain);
  assert.equal((await bot.store.readerNotes.listUnanswered(10)).length, 2);

  const reply = await ask('U0ANN', 'forget me');
  assert.match(JSON.stringify(reply.blocks), /One note was kept of you, and is removed now/);
  const left = await bot.store.readerNotes.listUnanswered(10);
  assert.equal(left.length, 1);
  assert.match(JSON.stringify(await ask('U0ANN', 'forget me')), /Nothing that you wrote is kept/);
  assert.deepEqual(server.problems, []);
});
