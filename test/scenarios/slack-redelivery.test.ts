import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Delivery } from '../../local/slack-server/delivery.ts';
import type { StoredMessage } from '../../local/slack-server/message-store.ts';
import { type SlackServer, startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { startSlackBot } from '../fixtures/slack-bot.ts';
import { askWhileSocketBreaks, boundless, listAnswersTo, question } from './break-socket.ts';

const isAnswered = (server: SlackServer, ts: string) => listAnswersTo(server, ts).length > 0;

test('250 mentions while the socket is dropped, rotated, refused and its acknowledgements lost: one answer each, none lost', async (t) => {
  const seed = 4;
  const { notOnce, ...happened } = await askWhileSocketBreaks(250, seed);
  t.diagnostic(`seed ${seed}, ${JSON.stringify(happened)}`);
  assert.ok(Object.values(happened).every((count) => count > 0));
  assert.deepEqual(notOnce, []);
});

test('an event delivered three times, over a restart and to two replicas, is answered once', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'redelivery-'));
  const databasePath = join(folder.path, 'bot.sqlite');
  await using server = await startSlackServer();
  const ann = server.person('U0ANN');
  const asked: string[] = [];
  const delivered: Delivery[] = [];
  const { deliver } = server.state;
  server.state.deliver = (delivery) => {
    delivered.push(delivery);
    return deliver(delivery);
  };
  const ask = async () => {
    const { ts, outcomes } = ann.post('C0GENERAL', question);
    asked.push(ts);
    await outcomes;
  };
  const redeliver = () => Promise.all(delivered.map((delivery) => deliver(delivery)));
  {
    await using _first = await startSlackBot(server, { databasePath, budget: boundless });
    for (let i = 0; i < 10; i++) await ask();
    await redeliver();
  }
  {
    await using _second = await startSlackBot(server, { databasePath, budget: boundless });
    await using _replica = await startSlackBot(server, { databasePath, budget: boundless });
    await redeliver();
    for (let i = 0; i < 10; i++) await ask();
    await redeliver();
  }
  for (const ts of asked) assert.equal(listAnswersTo(server, ts).length, 1);
});

test('an answer that Slack certainly did not take is sent again; one that it may have taken is not', async () => {
  await using server = await startSlackServer({
    socket: { retryAfterMs: [0, 50, 100], acknowledgeWithinMs: 500 },
  });
  await using bot = await startSlackBot(server, { budget: boundless });
  const ann = server.person('U0ANN');
  const post = (kind: 'rate-limit' | 'drop-after' | 'server-error-after') => {
    server.faults.add({ method: 'chat.postMessage', kind, times: 1, retryAfterSeconds: 1 });
    return ann.post('C0GENERAL', question);
  };
  for (const kind of ['rate-limit', 'drop-after', 'server-error-after'] as const) {
    const { ts, outcomes } = post(kind);
    await outcomes;
    await server.waitFor(() => isAnswered(server, ts));
    const answers: readonly StoredMessage[] = listAnswersTo(server, ts);
    assert.equal(answers.length, 1, kind);
  }
  assert.ok(
    bot.log.above('info').some((line) => line.startsWith('An answer may not have arrived; it is not sent again.')),
  );
});
