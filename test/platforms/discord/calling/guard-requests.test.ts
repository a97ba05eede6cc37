import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REST, Routes } from 'discord.js';
import { composeRestOptions } from '#platforms/discord/calling/create-client.ts';
import { toDeliveryError } from '#platforms/discord/calling/errors.ts';
import { guardRequests } from '#platforms/discord/calling/guard-requests.ts';
import { startDiscordServer } from '../../../../local/discord-server/start-discord-server.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';

test('far below Discord’s ban nothing is sent any more, and some minutes later again', async () => {
  const routes = { 'GET /channels/:channelId/messages': { limit: 100, perMs: 1000 } };
  await using server = await startDiscordServer({ limits: { routes } });
  server.changes.setOverwrite('general', { who: 'everyone', deny: ['ViewChannel'] });
  const log = keepLog();
  let nowMs = 0;
  const limit = 3;
  const guard = guardRequests(log, () => nowMs, limit);
  const rest = new REST(composeRestOptions(server.apiUrl, guard)).setToken(server.token);
  const ask = () =>
    rest.get(Routes.channelMessages(server.channelId('general'))).then(
      () => 'answered',
      (error) => toDeliveryError(error).message,
    );
  for (let i = 0; i < limit; i++) assert.match(await ask(), /cannot see the channel/);
  assert.match(await ask(), /nothing is sent for some minutes/);
  assert.equal(server.refusals.invalidRequests, limit);
  assert.equal(guard.countInvalid(), limit);
  assert.match(log.above('info').join(), /Discord refuses nearly everything/);
  nowMs += 10 * 60_000 - 1;
  assert.match(await ask(), /nothing is sent for some minutes/);
  nowMs += 1;
  assert.match(await ask(), /cannot see the channel/);
  assert.equal(guard.countInvalid(), 1);
  // A clock that is set back by an hour does not close it for an hour.
  for (let i = 1; i < limit; i++) await ask();
  nowMs -= 60 * 60_000;
  assert.match(await ask(), /cannot see the channel/);
});

test('a limit that all bots share is nobody’s fault; one of our own counts', async () => {
  await using server = await startDiscordServer();
  const guard = guardRequests(keepLog(), () => 0);
  const rest = new REST(composeRestOptions(server.apiUrl, guard)).setToken(server.token);
  for (const scope of ['shared', 'user'] as const) {
    server.faults.add({ how: 'rate-limit', retryAfterMs: 10, scope });
    await rest.get(Routes.user());
  }
  assert.equal(guard.countInvalid(), 1);
});

test('a token or a right that is refused counts; what is not found, or asked in a wrong form, does not', async () => {
  await using server = await startDiscordServer();
  const guard = guardRequests(keepLog(), () => 0);
  const rest = new REST(composeRestOptions(server.apiUrl, guard)).setToken(server.token);
  for (const [status, counted] of [
    [400, 0],
    [404, 0],
    [403, 1],
    [401, 2],
  ] as const) {
    server.faults.add({ how: 'status', status, code: 0 });
    await assert.rejects(rest.get(Routes.user()));
    assert.equal(guard.countInvalid(), counted, String(status));
  }
});

test('being asked to send less is charged to nobody, however often', async () => {
  await using server = await startDiscordServer();
  const guard = guardRequests(keepLog(), () => 0);
  const rest = new REST(composeRestOptions(server.apiUrl, guard)).setToken(server.token);
  const causes = [{ kind: 'person', id: 'ada' }] as const;
  server.faults.add({ how: 'rate-limit', retryAfterMs: 10, scope: 'user', times: 6 });
  await guard.during({ causes }, () => rest.get(Routes.user()));
  assert.equal(guard.countInvalid(), 6);
  assert.equal(guard.isSpent(causes), false);
});

test('what is refused is charged to whom it was done for; the others, and answers to interactions, go on', async () => {
  await using server = await startDiscordServer();
  server.changes.setOverwrite('general', { who: 'everyone', deny: ['ViewChannel'] });
  let nowMs = 0;
  const guard = guardRequests(keepLog(), () => nowMs);
  const rest = new REST(composeRestOptions(server.apiUrl, guard)).setToken(server.token);
  const looking = Routes.channelMessages(server.channelId('general'));
  const askFor = (id: string, route: `/${string}` = looking) =>
    guard
      .during({ causes: [{ kind: 'person', id }] }, () => rest.get(route))
      .then(
        () => 'answered',
        (error) => toDeliveryError(error).message,
      );
  for (let i = 0; i < 5; i++) assert.match(await askFor('ada'), /cannot see the channel/);
  assert.match(await askFor('ada'), /a minute later it is tried again/);
  assert.match(await askFor('linus'), /cannot see the channel/);
  assert.match(await askFor('ada', Routes.user()), /a minute later/);
  const respond = guard.during({ causes: [{ kind: 'person', id: 'ada' }] }, () =>
    rest.post(Routes.interactionCallback('111111111111111111', 'token'), { body: { type: 5 }, auth: false }),
  );
  await assert.rejects(respond, /Unknown interaction/);
  const followUp = guard.during({ causes: [{ kind: 'person', id: 'ada' }] }, () =>
    rest.post(Routes.webhook('111111111111111111', 'token'), { body: { content: 'It boils.' }, auth: false }),
  );
  await assert.rejects(followUp, /Unknown/);
  assert.deepEqual(
    ['ada', 'linus'].map((id) => guard.isSpent([{ kind: 'person', id }])),
    [true, false],
  );
  // Work within the work is done for the same person.
  const within = guard.during({ causes: [{ kind: 'person', id: 'ada' }] }, () =>
    guard.during({ beforeLeaving: async () => {} }, () => rest.get(Routes.user())),
  );
  await assert.rejects(within, /a minute later/);
  assert.equal(server.refusals.invalidRequests, 6);
  nowMs += 60_000;
  assert.match(await askFor('ada'), /cannot see the channel/);
});

test('a first response to an interaction leaves at once, though no other request may', {
  timeout: 120_000,
}, async (t) => {
  await using server = await startDiscordServer();
  const guard = guardRequests(keepLog(), () => 0);
  const ending = new AbortController();
  t.after(() => ending.abort());
  server.faults.add({ route: 'GET /channels/:channelId', how: 'hang', times: 1_000 });
  const headers = { authorization: `Bot ${server.token}` };
  const channel = `${server.apiUrl}/v10${Routes.channel(server.channelId('general'))}`;
  let ended = 0;
  const hanging = Array.from({ length: 60 }, () =>
    guard
      .makeRequest(channel, { method: 'GET', headers, signal: ending.signal })
      .catch(() => {})
      .finally(() => {
        ended++;
      }),
  );
  // Nobody gives a place back before.
  const response = await guard.makeRequest(`${server.apiUrl}/v10${Routes.interactionCallback('1', 'token')}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: '{"type":5}',
  });
  assert.ok(response.status >= 400);
  assert.equal(ended, 0);
  ending.abort();
  await Promise.all(hanging.slice(0, 49));
});

test('what makes something is asked about when it leaves, and does not leave when that is refused; a look is not', async () => {
  await using server = await startDiscordServer();
  const guard = guardRequests(keepLog(), () => 0);
  const rest = new REST({ ...composeRestOptions(server.apiUrl, guard), retries: 0 }).setToken(server.token);
  let asked = 0;
  let isMine = true;
  const beforeLeaving = async () => {
    asked++;
    if (!isMine) throw new Error('Another process has it by now.');
  };
  const during = <T>(work: () => Promise<T>) => guard.during({ beforeLeaving }, work);
  const channel = Routes.channelMessages(server.channelId('general'));
  const post = () => during(() => rest.post(channel, { body: { content: 'It boils.' } }));
  await during(() => rest.get(Routes.user()));
  assert.equal(asked, 0);
  await post();
  assert.deepEqual([asked, server.messages('general').length], [1, 1]);
  isMine = false;
  await assert.rejects(post(), /Another process has it by now/);
  await during(() => rest.get(Routes.user()));
  assert.deepEqual([asked, server.messages('general').length], [2, 1]);
});
