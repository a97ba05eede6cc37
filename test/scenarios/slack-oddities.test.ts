import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../local/slack-server/slack-json.ts';
import { type SlackServer, startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { startSlackBot } from '../fixtures/slack-bot.ts';
import { listAnswersTo, question } from './break-socket.ts';

const general = 'C0GENERAL';
const line = 'does kettlectl run on arm64?';

async function isAnswering(server: SlackServer): Promise<boolean> {
  const { ts } = server.person('U0ANN').post(general, question);
  await server.waitFor(() => listAnswersTo(server, ts).length > 0);
  return true;
}

/** From now on what is delivered is changed on its way, as somebody could who makes up payloads. */
function tamper(server: SlackServer, change: (payload: JsonObject) => JsonObject): void {
  const { deliver } = server.state;
  server.state.deliver = (delivery) => deliver({ ...delivery, payload: change(structuredClone(delivery.payload)) });
}

test('frames that are no frame of Slack’s end nothing', async () => {
  await using server = await startSlackServer();
  await using bot = await startSlackBot(server);
  const limited = {
    type: 'events_api',
    envelope_id: '1',
    payload: { type: 'app_rate_limited', minute_rate_limited: 1 },
  };
  const frames = ['null', '7', '{}', '[]', '{"type":"events_api"}', '{"type":"events_api","payload":null}', 'tea'];
  for (const frame of [...frames, JSON.stringify(limited), '{"type":"events_api","payload":{"event":null}}']) {
    server.sockets.tellRaw(frame);
  }
  assert.ok(await isAnswering(server));
  assert.equal(server.sockets.count, 1);
  assert.ok(bot.log.above('info').every((told) => told.startsWith('Slack sent something that is not understood')));
});

test('troubles of Slack’s at a reconnect cost a moment, and nothing else', async () => {
  await using server = await startSlackServer({ socket: { withoutConnection: 'hold' } });
  await using bot = await startSlackBot(server);
  for (const error of ['internal_error', 'team_added_to_org', 'a_code_of_next_year', '<html>log in</html>']) {
    server.faults.add({ method: 'apps.connections.open', kind: 'error', error });
  }
  server.sockets.drop();
  assert.ok(await isAnswering(server));
  assert.ok(bot.isConnected());
  assert.equal(
    bot.log.above('info').filter((told) => told.startsWith('Slack cannot be connected again yet')).length,
    4,
  );
});

test('a token that is refused while the bot runs ends the connection, so that it is told and looked into', async () => {
  await using server = await startSlackServer();
  await using bot = await startSlackBot(server);
  server.setTokenState(server.botToken, 'token_revoked');
  server.person('U0ANN').post(general, question);
  assert.match(String(await bot.whenOver), /Slack refuses the bot token/);
});

test('where the app is removed from its only workspace, the connection ends, too', async () => {
  await using server = await startSlackServer();
  await using bot = await startSlackBot(server);
  server.uninstall();
  assert.match(String(await bot.whenOver), /Slack refuses the bot token/);
  await bot.log.told('Slack says that the app was removed from the workspace.');
});

test('an answer that was to go to another host is not sent, and is not told as one that may have arrived', async () => {
  await using server = await startSlackServer();
  await using bot = await startSlackBot(server);
  tamper(server, (payload) => ({ ...payload, response_url: 'http://127.0.0.1.evil.example/response' }));
  await server.person('U0ANN').runCommand(general, '/arm', line);
  const { fields } = await bot.log.told('An answer could not be sent.');
  assert.equal(fields.reason, 'rejected');
  assert.match(String(fields.error), /Nothing is sent to 127\.0\.0\.1\.evil\.example: it is no host of Slack's/);
});

test('a button, a shortcut or a window that nobody here knows is acknowledged: Slack shows no warning', async () => {
  await using server = await startSlackServer();
  await using bot = await startSlackBot(server);
  const ann = server.person('U0ANN');
  await ann.runCommand(general, '/arm', line);
  const answer = await server.waitFor(() => server.messages(general)[0]);
  const known = JSON.stringify(answer.blocks).match(/"action_id":"(reply_\d+)"/)?.[1] ?? '';
  tamper(server, (payload) => JSON.parse(JSON.stringify(payload).replaceAll(known, 'other_0')) as JsonObject);
  assert.ok((await ann.press(answer, known)).isAcknowledged);
  tamper(server, (payload) => ({ ...payload, callback_id: 'other_shortcut' }));
  assert.ok((await ann.useGlobalShortcut('ask_anything')).isAcknowledged);
  const told = bot.log.above('info');
  assert.equal(told.filter((text) => /does not know\. .*other_(?:0|shortcut)/.test(text)).length, 2, told.join('\n'));
  assert.deepEqual(server.problems, []);
});

test('by HTTP, a request whose time lies in the future is refused like one of the past, and the log says what to do', async () => {
  await using server = await startSlackServer({ http: { retryAfterMs: [] } });
  await using bot = await startSlackBot(server, { mode: 'http' });
  const ask = async () => (await server.person('U0ANN').post(general, question).outcomes)[0]?.isAcknowledged;
  server.http.clockSkewMs = 6 * 60_000;
  assert.equal(await ask(), false);
  const { fields } = await bot.log.told('A request bears a time in the future');
  assert.match(String(fields.remedy), /Set this machine's clock/);
  server.http.clockSkewMs = 4 * 60_000;
  assert.equal(await ask(), true);
});

test('by HTTP, Slack’s word that it holds events back is acknowledged and told', async () => {
  await using server = await startSlackServer({ http: { retryAfterMs: [] } });
  await using bot = await startSlackBot(server, { mode: 'http' });
  const payload = { type: 'app_rate_limited', team_id: 'T0LOCAL', minute_rate_limited: 1_900_000_000 };
  const outcome = await server.state.deliver({ kind: 'events_api', payload, acceptsResponse: false });
  assert.ok(outcome.isAcknowledged);
  await bot.log.told('Slack holds events back');
});
