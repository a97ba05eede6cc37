import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSlackServer } from '../../../../local/slack-server/start-slack-server.ts';
import { startSlackBot } from '../../../fixtures/slack-bot.ts';

const general = 'C0GENERAL';

test('an answer that has to be sent again is not asked for again', async () => {
  await using server = await startSlackServer();
  let asked = 0;
  await using _bot = await startSlackBot(server, { onResponse: () => void asked++ });
  server.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'service_unavailable' });
  const { ts } = server.person('U0ANN').post(general, '@bot does kettlectl run on arm64?');
  await server.waitFor(() => server.messages(general).find(({ thread_ts }) => thread_ts === ts));
  assert.equal(server.calls.filter(({ method }) => method === 'chat.postMessage').length, 2);
  assert.equal(asked, 1);
});

for (const subtype of [undefined, 'file_share', 'thread_broadcast'] as const)
  test(`somebody's words are answered: ${subtype ?? 'a plain message'}`, async () => {
    await using server = await startSlackServer();
    await using _bot = await startSlackBot(server);
    const ann = server.person('U0ANN');
    const { ts: root } = ann.post(general, 'good morning');
    const options = { threadTs: root, ...(subtype && { subtype }) };
    ann.post(general, '@bot does kettlectl run on arm64?', options);
    const isAnswer = ({ thread_ts, user }: { thread_ts?: string; user?: string }) =>
      thread_ts === root && user !== 'U0ANN';
    await server.waitFor(() => server.messages(general).find(isAnswer));
  });
