import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeRandom } from '../../bench/seeded-random.ts';
import { startSlackBot } from '../fixtures/slack-bot.ts';
import type { Delivery } from '../slack-server/delivery.ts';
import type { StoredMessage } from '../slack-server/message-store.ts';
import { type SlackServer, startSlackServer } from '../slack-server/start-slack-server.ts';

const question = '@bot does kettlectl run on arm64?';
const budget = { perUser: 10_000, perChannel: 10_000, windowMs: 60_000 };
const answersTo = (server: SlackServer, ts: string) =>
  server.messages('C0GENERAL').filter(({ thread_ts, via }) => thread_ts === ts && via !== 'person');
const isAnswered = (server: SlackServer, ts: string) => answersTo(server, ts).length > 0;
const countAnswers = (server: SlackServer) => server.messages('C0GENERAL').filter(({ via }) => via !== 'person').length;

test('500 mentions while the socket is dropped, rotated, refused and its acknowledgements lost: one answer each, none lost', async (t) => {
  const seed = 4;
  t.diagnostic(`seed ${seed}`);
  const random = makeRandom(seed);
  await using server = await startSlackServer({
    socket: { acknowledgeWithinMs: 300, retryAfterMs: [0, 20, 50, 100, 200, 400, 800], withoutConnection: 'hold' },
  });
  await using _bot = await startSlackBot(server, { budget });
  const ann = server.person('U0ANN');
  const asked: string[] = [];
  for (let i = 0; i < 500; i++) {
    asked.push(ann.post('C0GENERAL', question).ts);
    const dice = random();
    if (dice < 0.01) server.sockets.drop();
    else if (dice < 0.02) server.sockets.rotate(dice < 0.015 ? 'warning' : 'refresh_requested');
    else if (dice < 0.03) server.sockets.loseAcks(3);
    else if (dice < 0.035) {
      server.sockets.refuse(2);
      server.sockets.drop();
    }
    if (i % 25 === 24) await server.waitFor(() => countAnswers(server) >= i - 10, 30_000);
  }
  await server.waitFor(() => countAnswers(server) >= asked.length, 30_000);
  assert.deepEqual(
    asked.filter((ts) => answersTo(server, ts).length !== 1),
    [],
  );
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
    await using _first = await startSlackBot(server, { databasePath, budget });
    for (let i = 0; i < 10; i++) await ask();
    await redeliver();
  }
  {
    await using _second = await startSlackBot(server, { databasePath, budget });
    await using _replica = await startSlackBot(server, { databasePath, budget });
    await redeliver();
    for (let i = 0; i < 10; i++) await ask();
    await redeliver();
  }
  for (const ts of asked) assert.equal(answersTo(server, ts).length, 1);
});

test('an answer that Slack certainly did not take is sent again; one that it may have taken is not', async () => {
  await using server = await startSlackServer({
    socket: { retryAfterMs: [0, 50, 100], acknowledgeWithinMs: 500 },
  });
  await using bot = await startSlackBot(server, { budget });
  const ann = server.person('U0ANN');
  const post = (kind: 'rate-limit' | 'drop-after' | 'server-error-after') => {
    server.faults.add({ method: 'chat.postMessage', kind, times: 1, retryAfterSeconds: 1 });
    return ann.post('C0GENERAL', question);
  };
  for (const kind of ['rate-limit', 'drop-after', 'server-error-after'] as const) {
    const { ts, outcomes } = post(kind);
    await outcomes;
    await server.waitFor(() => isAnswered(server, ts));
    const answers: readonly StoredMessage[] = answersTo(server, ts);
    assert.equal(answers.length, 1, kind);
  }
  assert.ok(
    bot.log.above('info').some((line) => line.startsWith('An answer may not have arrived; it is not sent again.')),
  );
});
