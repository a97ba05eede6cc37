import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSlackServer } from '../../../../local/slack-server/start-slack-server.ts';
import { startSlackBot } from '../../../fixtures/slack-bot.ts';

test('a bot that is stopped while it connects again leaves no connection behind', async () => {
  await using server = await startSlackServer();
  await using bot = await startSlackBot(server);
  const opened = () => server.calls.filter(({ method }) => method === 'apps.connections.open').length;
  // The stop comes between the address for the next socket and its hello.
  server.faults.add({ method: 'apps.connections.open', kind: 'slow', delayMs: 300 });
  server.sockets.drop();
  await server.waitFor(() => opened() === 2);
  await bot.stop();
  await server.waitFor(() => server.sockets.count === 0);
  assert.equal(server.sockets.count, 0);
});
