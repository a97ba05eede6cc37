import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { createSlackQueue } from '#platforms/slack/calling/queue.ts';
import { type SlackServer, startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { startSlackBot } from '../fixtures/slack-bot.ts';
import { documentedCodes, tokenCodes } from '../platforms/slack/calling/documented-codes.ts';
import { boundless, listAnswersTo, question } from './break-socket.ts';

const general = 'C0GENERAL';

/** A clock for both sides on which a second lasts so many times less. */
function hurry(times: number) {
  const begunMs = Date.now();
  const elapsedMs = () => (performance.now() - beganMs) * times;
  const beganMs = performance.now();
  const waits: number[] = [];
  const wait = (ms: number) => {
    waits.push(ms);
    return delay(ms / times).then(() => {});
  };
  return { now: () => begunMs + elapsedMs(), slackQueue: createSlackQueue(wait, elapsedMs), waits };
}

async function ask(server: SlackServer, count: number) {
  const asked = Array.from({ length: count }, () => server.person('U0ANN').post(general, question));
  await server.waitFor(() => asked.every(({ ts }) => listAnswersTo(server, ts).length > 0));
  const outcomes = await Promise.all(asked.map(({ outcomes }) => outcomes));
  return { asked, areAcknowledged: outcomes.flat().every(({ isAcknowledged }) => isAcknowledged) };
}

const posts = (server: SlackServer) => server.calls.filter(({ method }) => method === 'chat.postMessage');

test('twenty mentions at once, where Slack takes one message a second: all are answered, none twice, at Slack’s own pace', async () => {
  const { now, slackQueue } = hurry(20);
  await using server = await startSlackServer({ now, limits: { perChannel: true } });
  await using bot = await startSlackBot(server, { slackQueue, budget: boundless });
  const { asked, areAcknowledged } = await ask(server, 20);
  assert.ok(areAcknowledged);
  for (const { ts } of asked) assert.equal(listAnswersTo(server, ts).length, 1);
  // Whoever is refused makes the others wait: the fewer are, the sooner the last is answered.
  assert.ok(posts(server).length <= 24, `${posts(server).length} calls`);
  assert.deepEqual(bot.log.above('info'), []);
});

test('nothing that was acknowledged is given up because of a limit: thirty seconds to wait, met again and again', async () => {
  const { now, slackQueue, waits } = hurry(200);
  await using server = await startSlackServer({ now });
  await using bot = await startSlackBot(server, { slackQueue, budget: boundless });
  server.faults.add({ method: 'chat.postMessage', kind: 'rate-limit', retryAfterSeconds: 30, times: 4 });
  const { asked, areAcknowledged } = await ask(server, 3);
  assert.ok(areAcknowledged);
  for (const { ts } of asked) assert.equal(listAnswersTo(server, ts).length, 1);
  assert.ok(waits.filter((ms) => ms > 25_000).length >= 4, waits.join());
  assert.deepEqual(bot.log.above('info'), []);
});

test('an answer is composed once, however often it must be sent', async () => {
  const { now, slackQueue } = hurry(200);
  await using server = await startSlackServer({ now });
  // A second question in the minute would be refused.
  await using _bot = await startSlackBot(server, { slackQueue, budget: { ...boundless, perUser: 1 } });
  server.faults.add({ method: 'chat.postMessage', kind: 'rate-limit', times: 3 });
  const { asked } = await ask(server, 1);
  assert.match(listAnswersTo(server, asked[0]?.ts ?? '')[0]?.text ?? '', /^Yes\b.*: Kettlectl 1\.0 runs on/);
});

test('each trouble of Slack’s that its documentation does not call final costs an answer some time, and nothing else', async () => {
  const final = [
    ...['channel_not_found', 'not_in_channel', 'is_archived', 'cannot_reply_to_message', 'messages_tab_disabled'],
    ...['as_user_not_supported', 'deprecated_endpoint', 'invalid_arg_name', 'invalid_array_arg', 'invalid_charset'],
    ...['invalid_form_data', 'invalid_metadata_format', 'invalid_metadata_schema', 'invalid_post_type'],
    ...[
      'metadata_must_be_sent_from_app',
      'metadata_too_large',
      'method_deprecated',
      'missing_post_type',
      'missing_scope',
    ],
    // Whether these have arrived nobody knows.
    ...['internal_error', 'fatal_error'],
  ];
  const passing = documentedCodes['chat.postMessage'].filter(
    (code) => !final.includes(code) && !tokenCodes.has(code) && !code.startsWith('restricted_action'),
  );
  assert.ok(passing.length > 25);
  const { now, slackQueue } = hurry(100);
  await using server = await startSlackServer({ now });
  await using _bot = await startSlackBot(server, { slackQueue, budget: boundless });
  const asked = passing.map((error) => {
    const { ts } = server.person('U0ANN').post(general, question);
    server.faults.add({ method: 'chat.postMessage', kind: 'error', error, when: (args) => args.thread_ts === ts });
    return { error, ts };
  });
  await server.waitFor(() => asked.every(({ ts }) => listAnswersTo(server, ts).length > 0));
  for (const { error, ts } of asked) assert.equal(listAnswersTo(server, ts).length, 1, error);
});

test('what Slack does not take for its form goes to the asker as plain words', async () => {
  await using server = await startSlackServer();
  await using _bot = await startSlackBot(server);
  const ann = server.person('U0ANN');
  server.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'msg_blocks_too_long' });
  const { ts } = ann.post(general, question);
  const answer = await server.waitFor(() => listAnswersTo(server, ts)[0]);
  assert.match(answer.text ?? '', /^Yes\b.*: Kettlectl 1\.0 runs on/);
  assert.equal(answer.blocks?.length ?? 0, 0);
  // Bolt tells no more of a response address than the status.
  server.faults.add({ method: 'response_url', kind: 'error', error: 'invalid_blocks', times: 1 });
  await ann.runCommand(general, '/arm', 'does kettlectl run on arm64?');
  const isPrivate = ({ ephemeralTo }: { ephemeralTo?: string | undefined }) => ephemeralTo === ann.id;
  const shown = await server.waitFor(() => server.messages(general).find(isPrivate));
  assert.match(shown.text, /^Yes\b/);
});

test('at a response address, too, Slack is not asked again before it says so', async () => {
  await using server = await startSlackServer();
  await using _bot = await startSlackBot(server);
  server.faults.add({ method: 'response_url', kind: 'rate-limit', retryAfterSeconds: 2 });
  await server.person('U0ANN').runCommand(general, '/arm', 'does kettlectl run on arm64?');
  await server.waitFor(() => server.messages(general).length > 0);
  const [first, second, ...others] = server.calls.filter(({ method }) => method === 'response_url');
  assert.ok(first && second && others.length === 0);
  assert.ok(second.at - first.at >= 1_900, `${second.at - first.at} ms`);
});

test('a connection that ends while Slack is away gives up what cannot be sent, and says so', async () => {
  await using server = await startSlackServer();
  await using bot = await startSlackBot(server);
  server.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'service_unavailable', times: 1_000 });
  server.person('U0ANN').post(general, question);
  await server.waitFor(() => posts(server).length > 0);
  await bot.stop();
  const { fields } = await bot.log.told('An event was not answered.');
  assert.match(String(fields.error), /The bot stops before this could be sent|Slack is out of order/);
});
