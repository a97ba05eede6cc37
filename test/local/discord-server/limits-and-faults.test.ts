import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type APIMessage, RateLimitError, Routes } from 'discord.js';
import { type DiscordServer, startDiscordServer } from '../../../local/discord-server/start-discord-server.ts';
import { connectRest, findRefusal } from './connect-rest.ts';

const send = 'POST /channels/:channelId/messages';
const agent = { 'User-Agent': 'DiscordBot (https://example.com, 1)', 'Content-Type': 'application/json' };

/** Posts without any regard for limits, as no SDK does. */
async function post(server: DiscordServer, channel: string, content: string): Promise<Response> {
  const url = `${server.apiUrl}/v10${Routes.channelMessages(server.channelId(channel))}`;
  const headers = { ...agent, Authorization: `Bot ${server.token}` };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify({ content }) });
}

test('a bucket tells what is left, and refuses who goes on regardless', async () => {
  await using server = await startDiscordServer({ limits: { routes: { [send]: { limit: 2, perMs: 10_000 } } } });
  const left = [];
  for (const content of ['one', 'two'])
    left.push((await post(server, 'general', content)).headers.get('X-RateLimit-Remaining'));
  assert.deepEqual(left, ['1', '0']);
  const refused = await post(server, 'general', 'three');
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('X-RateLimit-Scope'), 'user');
  const { retry_after: seconds, global } = (await refused.json()) as { retry_after: number; global: boolean };
  assert.ok(seconds > 9 && seconds <= 10 && !global);
  assert.equal((await post(server, 'hardware', 'elsewhere')).status, 200);
  assert.deepEqual(
    [server.refusals.announced, server.refusals.unannounced, server.refusals.invalidRequests],
    [1, 0, 1],
  );
  server.clock.advance(10_000);
  assert.equal((await post(server, 'general', 'four')).status, 200);
});

test('discord.js keeps to the headers, so that no request is refused', async () => {
  await using server = await startDiscordServer({ limits: { routes: { [send]: { limit: 2, perMs: 200 } } } });
  const rest = connectRest(server);
  const route = Routes.channelMessages(server.channelId('general'));
  await Promise.all([1, 2, 3, 4, 5].map((index) => rest.post(route, { body: { content: `${index}` } })));
  assert.equal(server.messages('general').length, 5);
  assert.deepEqual([server.refusals.announced, server.refusals.unannounced], [0, 0]);
});

test('more requests a second than a bot may send are refused, responses to interactions are not counted', async () => {
  await using server = await startDiscordServer({ limits: { global: 3 } });
  const answers = await Promise.all([1, 2, 3, 4].map((index) => post(server, 'general', `${index}`)));
  const refused = answers.filter(({ status }) => status === 429);
  assert.deepEqual(
    refused.map(({ headers }) => headers.get('X-RateLimit-Global')),
    ['true'],
  );
  assert.equal(server.refusals.global, 1);
  const open = await fetch(`${server.apiUrl}/v10/interactions/111111111111111111/token/callback`, {
    method: 'POST',
    headers: agent,
    body: '{}',
  });
  assert.equal(open.status, 404);
});

test('publishing has a slow limit of its own that nobody is to blame for', async () => {
  await using server = await startDiscordServer({ limits: { crosspost: { limit: 1, perMs: 3_600_000 } } });
  const rest = connectRest(server, { rejectOnRateLimit: ['/channels'] });
  const news = server.channelId('news');
  const publish = async () => {
    const { id } = (await rest.post(Routes.channelMessages(news), { body: { content: 'x' } })) as APIMessage;
    return rest.post(Routes.channelMessageCrosspost(news, id));
  };
  await publish();
  await assert.rejects(
    publish(),
    (error) => error instanceof RateLimitError && error.scope === 'shared' && error.retryAfter > 3_000_000,
  );
  assert.deepEqual([server.refusals.shared, server.refusals.invalidRequests], [1, 0]);
});

test('too many invalid requests end in a ban of ten minutes', async () => {
  await using server = await startDiscordServer({ limits: { invalidRequests: 2 } });
  const ask = () => fetch(`${server.apiUrl}/v10/users/@me`, { headers: { ...agent, Authorization: 'Bot wrong' } });
  assert.deepEqual([(await ask()).status, (await ask()).status], [401, 401]);
  assert.equal(await (await ask()).text(), 'error code: 1015');
  server.clock.advance(10 * 60_000 + 1);
  assert.equal((await ask()).status, 401);
});

test('faults come when they are ordered, before or after the server has acted', async (t) => {
  const cases = [
    ['an error before', { how: 'status', status: 503 }, 1],
    ['an error after', { how: 'status', status: 502, when: 'after' }, 2],
    ['a cut line before', { how: 'drop' }, 1],
    ['a cut line after', { how: 'drop', when: 'after' }, 2],
    ['silence before', { how: 'hang' }, 1],
    ['silence after', { how: 'hang', when: 'after' }, 2],
  ] as const;
  for (const [name, fault, messages] of cases) {
    await t.test(name, async () => {
      await using server = await startDiscordServer();
      const rest = connectRest(server, { retries: 0 });
      server.faults.add({ route: send, ...fault });
      const patience = new AbortController();
      const route = Routes.channelMessages(server.channelId('general'));
      const first = rest.post(route, { body: { content: 'x' }, signal: patience.signal });
      // Whoever waits for an answer that never comes gives up some day; here, as soon as it is certain that none comes.
      if (fault.how === 'hang') server.waitFor(() => server.requests[0]?.fault).then(() => patience.abort());
      await assert.rejects(first);
      await rest.post(route, { body: { content: 'x' } });
      assert.equal(server.messages('general').length, messages);
      assert.deepEqual(
        server.requests.map(({ route, fault: how }) => [route, how]),
        [
          [send, fault.how],
          [send, undefined],
        ],
      );
    });
  }
});

test('an ordered rate limit is counted as such', async () => {
  await using server = await startDiscordServer();
  server.faults.add({ how: 'rate-limit', retryAfterMs: 5000, scope: 'global' });
  const rest = connectRest(server, { rejectOnRateLimit: () => true });
  await assert.rejects(rest.get(Routes.user()), RateLimitError);
  assert.deepEqual([server.refusals.injected, server.refusals.global], [1, 0]);
  assert.equal(await findRefusal(connectRest(server).get(Routes.user())), undefined);
});
