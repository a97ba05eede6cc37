import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import {
  type SlackServer,
  type SlackServerOptions,
  startSlackServer,
} from '../../../local/slack-server/start-slack-server.ts';
import { findTimeLimit } from '../../../scripts/find-time-limit.ts';
import { keepLog } from './keep-log.ts';

const quiet = keepLog();
/** A call that is never answered is waited out, but must have arrived by then. */
const impatienceMs = findTimeLimit(1_000);

function connect(
  server: SlackServer,
  token: string | undefined = server.botToken,
  options: WebClientOptions = {},
): WebClient {
  return new WebClient(token, { slackApiUrl: server.apiUrl, retryConfig: { retries: 0 }, logger: quiet, ...options });
}

/** The `error` of a refused call, with what else the answer says. */
async function refusalOf(call: Promise<unknown>): Promise<Record<string, unknown> & { error: string }> {
  return call.then(
    () => assert.fail('the call was not refused'),
    (error) => error.data ?? assert.fail(error),
  );
}

const scopes = [
  'commands',
  'chat:write',
  'channels:history',
  'groups:history',
  'im:history',
  'channels:read',
  'users:read',
  'im:write',
  'channels:join',
];
const world: SlackServerOptions = {
  workspaces: [
    {
      id: 'T0A',
      scopes,
      channels: [
        { id: 'C0OPEN', name: 'open' },
        { id: 'C0OTHER', name: 'other', hasBot: false },
        { id: 'G0SECRET', name: 'secret', kind: 'private', hasBot: false },
        { id: 'G0OURS', name: 'ours', kind: 'private' },
        { id: 'C0OLD', name: 'old', isArchived: true },
      ],
    },
    { id: 'T0B', botToken: 'xoxb-b', channels: [{ id: 'C0B' }] },
  ],
};

test('tokens: missing, unknown, of the wrong kind, dead and without the scope are told apart', async () => {
  await using server = await startSlackServer(world);
  const test = (token: string) => connect(server, token).auth.test();
  assert.equal((await test(server.botToken)).bot_id, server.workspace.botId);
  assert.equal((await test('xoxb-b')).team_id, 'T0B');
  assert.equal(
    (await refusalOf(new WebClient(undefined, { slackApiUrl: server.apiUrl, logger: quiet }).auth.test())).error,
    'not_authed',
  );
  assert.equal((await refusalOf(test('xoxb-wrong'))).error, 'invalid_auth');
  const post = { channel: 'C0OPEN', text: 'x' };
  assert.equal(
    (await refusalOf(connect(server, server.app.appToken).chat.postMessage(post))).error,
    'not_allowed_token_type',
  );
  assert.equal((await refusalOf(connect(server).apps.connections.open())).error, 'not_allowed_token_type');
  assert.match(
    String((await connect(server, server.app.appToken).apps.connections.open()).url),
    /^ws:\/\/127\.0\.0\.1:\d+\/link\/\?ticket=/,
  );
  for (const state of ['token_revoked', 'account_inactive', 'token_expired'] as const) {
    server.setTokenState('xoxb-b', state);
    assert.equal((await refusalOf(test('xoxb-b'))).error, state);
  }
  const lacking = await refusalOf(connect(server).conversations.info({ channel: 'G0OURS' }));
  assert.deepEqual(
    [lacking.error, lacking.needed, lacking.provided],
    ['missing_scope', 'groups:read', scopes.join(',')],
  );
  const answer = await connect(server).users.info({ user: 'U0ANN' });
  assert.deepEqual(
    [answer.response_metadata?.scopes, answer.response_metadata?.acceptedScopes],
    [scopes, ['users:read']],
  );
});

test('channels refuse whom they do not know', async () => {
  await using server = await startSlackServer(world);
  const client = connect(server);
  const errorIn = async (channel: string) => (await refusalOf(client.chat.postMessage({ channel, text: 'x' }))).error;
  assert.equal(await errorIn('C0NONE'), 'channel_not_found');
  assert.equal(await errorIn('C0OTHER'), 'not_in_channel');
  assert.equal(await errorIn('G0SECRET'), 'channel_not_found');
  assert.equal(await errorIn('C0OLD'), 'is_archived');
  assert.equal(await errorIn('C0B'), 'channel_not_found');
  server.workspace.scopes.add('chat:write.public');
  assert.equal((await client.chat.postMessage({ channel: 'C0OTHER', text: 'x' })).channel, 'C0OTHER');
  await client.conversations.join({ channel: 'C0OTHER' });
  assert.equal((await client.conversations.info({ channel: 'C0OTHER' })).channel?.is_member, true);
  const dm = (await client.conversations.open({ users: 'U0ANN' })).channel?.id ?? '';
  assert.equal((await client.chat.postMessage({ channel: 'U0ANN', text: 'x' })).channel, dm);
  assert.equal((await client.chat.postMessage({ channel: '#open', text: 'x' })).channel, 'C0OPEN');
  assert.deepEqual(server.problems, []);
});

test('a message is checked as Slack checks it, and the SDK is told what is wrong', async () => {
  await using server = await startSlackServer(world);
  const client = connect(server);
  const post = (more: object) => client.chat.postMessage({ channel: 'C0OPEN', text: 'x', ...more });
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
  const refused = await refusalOf(post({ blocks: [section('y'.repeat(3001))] }));
  assert.equal(refused.error, 'invalid_blocks');
  assert.deepEqual((refused.response_metadata as { messages: string[] }).messages, [
    '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ]);
  assert.equal((await refusalOf(post({ text: '' }))).error, 'no_text');
  assert.equal((await refusalOf(post({ text: 'y'.repeat(40_001) }))).error, 'msg_too_long');
  assert.equal((await refusalOf(post({ thread_ts: '1700000000.000001' }))).error, 'thread_not_found');
  assert.equal((await refusalOf(post({ thread_ts: 'soon' }))).error, 'invalid_thread_ts');
  assert.equal(
    (await refusalOf(post({ metadata: { event_type: 'a b', event_payload: {} } }))).error,
    'invalid_metadata_schema',
  );
  assert.equal(
    (await refusalOf(client.apiCall('chat.postMessage', { channel: 'C0OPEN', blocks: '[{' }))).error,
    'invalid_blocks_format',
  );
  assert.equal((await refusalOf(client.apiCall('chat.sing'))).error, 'unknown_method');
  const { ts } = await post({ blocks: [section('z')], unfurl_links: false, unfurl_media: false });
  const root = server.messages('C0OPEN').at(-1);
  assert.deepEqual(
    [root?.ts, root?.unfurl_links, root?.unfurl_media, typeof root?.blocks?.[0]?.block_id],
    [ts, false, false, 'string'],
  );
  const reply = await post({ thread_ts: ts });
  assert.equal((await refusalOf(post({ thread_ts: reply.ts }))).error, 'cannot_reply_to_message');
  assert.deepEqual(server.problems, []);
  await post({ unfurl_link: false });
  assert.deepEqual(server.problems, ['chat.postMessage knows no argument unfurl_link']);
});

test('JSON bodies do as well as forms, but carry no token', async () => {
  await using server = await startSlackServer(world);
  const send = async (headers: Record<string, string>, body: object) => {
    const response = await fetch(`${server.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body: JSON.stringify(body),
    });
    return (await response.json()) as { ok: boolean; error?: string };
  };
  assert.equal((await send({ authorization: `Bearer ${server.botToken}` }, { channel: 'C0OPEN', text: 'x' })).ok, true);
  assert.equal((await send({}, { channel: 'C0OPEN', text: 'x', token: server.botToken })).error, 'not_authed');
});

test('own messages can be changed and deleted, others cannot, and ephemeral ones are beyond reach', async () => {
  await using server = await startSlackServer(world);
  const client = connect(server);
  const { ts = '' } = await client.chat.postMessage({ channel: 'C0OPEN', text: 'first' });
  await client.chat.update({ channel: 'C0OPEN', ts, text: 'second' });
  const message = server.messages('C0OPEN')[0];
  assert.deepEqual([message?.text, message?.edits.map(({ text }) => text)], ['second', ['first']]);
  const other = server.person('U0ANN').post('C0OPEN', 'hello').ts;
  assert.equal(
    (await refusalOf(client.chat.update({ channel: 'C0OPEN', ts: other, text: 'x' }))).error,
    'cant_update_message',
  );
  assert.equal((await refusalOf(client.chat.delete({ channel: 'C0OPEN', ts: other }))).error, 'cant_delete_message');
  const { message_ts: hidden = '' } = await client.chat.postEphemeral({
    channel: 'C0OPEN',
    user: 'U0ANN',
    text: 'psst',
  });
  assert.equal(
    (await refusalOf(client.chat.update({ channel: 'C0OPEN', ts: hidden, text: 'x' }))).error,
    'message_not_found',
  );
  assert.equal(
    (await refusalOf(client.chat.postEphemeral({ channel: 'C0OPEN', user: 'U0NONE', text: 'x' }))).error,
    'user_not_in_channel',
  );
  assert.deepEqual(
    server.messages('C0OPEN').map(({ ephemeralTo }) => ephemeralTo),
    [undefined, undefined, 'U0ANN'],
  );
  await client.chat.delete({ channel: 'C0OPEN', ts });
  assert.equal(message?.isDeleted, true);
  assert.equal((await refusalOf(client.chat.delete({ channel: 'C0OPEN', ts }))).error, 'message_not_found');
});

test('history shows what everybody sees, page by page, and metadata only to those who may', async () => {
  await using server = await startSlackServer(world);
  const client = connect(server);
  const metadata = { event_type: 'issue', event_payload: { id: 'w1' } };
  const { ts = '' } = await client.chat.postMessage({ channel: 'C0OPEN', text: 'root', metadata });
  await client.chat.postMessage({ channel: 'C0OPEN', text: 'reply', thread_ts: ts });
  await client.chat.postEphemeral({ channel: 'C0OPEN', user: 'U0ANN', text: 'psst' });
  server.person('U0ANN').post('C0OPEN', 'last');
  const read = (more: object = {}) =>
    client.conversations.history({ channel: 'C0OPEN', include_all_metadata: true, ...more });
  const all = await read();
  assert.deepEqual(
    all.messages?.map(({ text }) => text),
    ['last', 'root'],
  );
  assert.deepEqual([all.messages?.[1]?.reply_count, all.messages?.[1]?.metadata], [1, undefined]);
  server.workspace.scopes.add('metadata.message:read');
  assert.deepEqual((await read()).messages?.[1]?.metadata, metadata);
  assert.equal((await read({ include_all_metadata: false })).messages?.[1]?.metadata, undefined);
  const first = await read({ limit: 1 });
  assert.equal(first.has_more, true);
  assert.deepEqual(
    (await read({ limit: 1, cursor: first.response_metadata?.next_cursor })).messages?.map(({ text }) => text),
    ['root'],
  );
  assert.deepEqual(
    (await read({ oldest: ts })).messages?.map(({ text }) => text),
    ['last'],
  );
  assert.equal((await read({ oldest: ts, inclusive: true })).messages?.length, 2);
  const thread = await client.conversations.replies({ channel: 'C0OPEN', ts });
  assert.deepEqual(
    thread.messages?.map(({ text }) => text),
    ['root', 'reply'],
  );
  assert.equal(
    (await refusalOf(client.conversations.replies({ channel: 'C0OPEN', ts: '1.1' }))).error,
    'thread_not_found',
  );
  assert.equal((await refusalOf(client.conversations.history({ channel: 'C0OTHER' }))).error, 'not_in_channel');
  server.workspace.scopes.delete('groups:history');
  assert.equal((await refusalOf(client.conversations.history({ channel: 'G0OURS' }))).needed, 'groups:history');
});

test('limits answer 429 with the wait, one channel at a time or by tier', async () => {
  let now = 1_700_000_000_000;
  await using server = await startSlackServer({ ...world, now: () => now, limits: { perChannel: true } });
  const client = connect(server, server.botToken, { rejectRateLimitedCalls: true });
  const post = (channel: string) => client.chat.postMessage({ channel, text: 'x' });
  await post('C0OPEN');
  await assert.rejects(post('C0OPEN'), { code: 'slack_webapi_rate_limited_error', retryAfter: 1 });
  await post('G0OURS');
  now += 1000;
  await post('C0OPEN');
  server.limits.options = { perMethod: true };
  for (let count = 0; count < 50; count++) await client.conversations.info({ channel: 'C0OPEN' });
  await assert.rejects(client.conversations.info({ channel: 'C0OPEN' }), { retryAfter: 60 });
});

test('faults happen as ordered: nothing done, or done and the answer lost', async () => {
  await using server = await startSlackServer(world);
  const [client, impatient] = [connect(server), connect(server, server.botToken, { timeout: impatienceMs })];
  const post = (text: string, by = client) => by.chat.postMessage({ channel: 'C0OPEN', text });
  const texts = () => server.messages('C0OPEN').map(({ text }) => text);
  const method = 'chat.postMessage';
  server.faults.add({ method, kind: 'drop-before' });
  await assert.rejects(post('a'), { code: 'slack_webapi_request_error' });
  server.faults.add({ method, kind: 'no-answer' });
  await assert.rejects(post('b', impatient), { code: 'slack_webapi_request_error' });
  server.faults.add({ method, kind: 'server-error', status: 502 });
  await assert.rejects(post('c'), { code: 'slack_webapi_http_error', statusCode: 502 });
  server.faults.add({ method, kind: 'error', error: 'fatal_error' });
  await assert.rejects(post('d'), /fatal_error/);
  assert.deepEqual(texts(), []);
  server.faults.add({ method, kind: 'drop-after' });
  await assert.rejects(post('e'), { code: 'slack_webapi_request_error' });
  server.faults.add({ method, kind: 'no-answer-after', when: (args) => args.text === 'f' });
  await post('not f');
  await assert.rejects(post('f', impatient), { code: 'slack_webapi_request_error' });
  server.faults.add({ method, kind: 'rate-limit', retryAfterSeconds: 0 });
  await connect(server, server.botToken, {
    retryConfig: { retries: 1, minTimeout: 0, maxTimeout: 1 },
  }).chat.postMessage({ channel: 'C0OPEN', text: 'g' });
  assert.deepEqual(texts(), ['e', 'not f', 'f', 'g']);
  assert.deepEqual(
    server.calls.map(({ error }) => error ?? 'ok'),
    ['lost', 'lost', 'server_error', 'fatal_error', 'lost', 'ok', 'lost', 'ratelimited', 'ok'],
  );
});

test('views open once per trigger and in time, and only what is valid and current is shown', async () => {
  let now = 1_700_000_000_000;
  await using server = await startSlackServer({ ...world, now: () => now });
  const client = connect(server);
  const trigger = () => server.state.triggers.make('T0A', 'U0ANN', 'C0OPEN');
  const modal = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'Ask' }, blocks: [] };
  const opened = trigger();
  const { view } = await client.views.open({ trigger_id: opened, view: modal });
  assert.equal(server.modal('U0ANN')?.id, view?.id);
  assert.equal((await refusalOf(client.views.open({ trigger_id: opened, view: modal }))).error, 'exchanged_trigger_id');
  const late = trigger();
  now += 3001;
  assert.equal((await refusalOf(client.views.open({ trigger_id: late, view: modal }))).error, 'expired_trigger_id');
  assert.equal((await refusalOf(client.views.open({ trigger_id: '1.2.x', view: modal }))).error, 'invalid_trigger_id');
  const long = { ...modal, title: { type: 'plain_text' as const, text: 'x'.repeat(25) } };
  const refused = await refusalOf(client.views.open({ trigger_id: trigger(), view: long }));
  assert.deepEqual(
    [refused.error, (refused.response_metadata as { messages: string[] }).messages],
    ['invalid_arguments', ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]']],
  );
  await client.views.update({
    view_id: view?.id ?? '',
    hash: view?.hash ?? '',
    view: { ...modal, private_metadata: 'x' },
  });
  assert.equal(
    (await refusalOf(client.views.update({ view_id: view?.id ?? '', hash: view?.hash ?? '', view: modal }))).error,
    'hash_conflict',
  );
  assert.equal((await refusalOf(client.views.update({ view_id: 'V0', view: modal }))).error, 'not_found');
  await client.views.publish({ user_id: 'U0ANN', view: { type: 'home', blocks: [{ type: 'divider' }] } });
  assert.match(JSON.stringify(server.home('U0ANN')?.body.blocks), /^\[\{"type":"divider","block_id":"\w+"\}\]$/);
  assert.equal(
    (await refusalOf(client.views.publish({ user_id: 'U0NONE', view: { type: 'home', blocks: [] } }))).error,
    'user_not_found',
  );
  assert.equal(
    (await refusalOf(client.apiCall('views.publish', { user_id: 'U0ANN', view: modal }))).error,
    'invalid_arguments',
  );
});

test('the pane takes four prompts, and an agent pane silently ignores those for a thread', async () => {
  await using server = await startSlackServer();
  const client = connect(server);
  const { dm } = server.person('U0ANN');
  const prompt = { title: 'Ask', message: 'does it run?' };
  const set = (more: object) =>
    client.assistant.threads.setSuggestedPrompts({ channel_id: dm, prompts: [prompt], ...more });
  await set({ title: 'Try' });
  assert.deepEqual(server.state.paneThreads.get(`${dm} `)?.prompts, [prompt]);
  assert.equal((await refusalOf(set({ prompts: Array(5).fill(prompt) }))).error, 'invalid_arguments');
  const { ts: thread_ts } = server.person('U0ANN').post('dm', 'hi');
  await set({ thread_ts, prompts: [prompt, prompt] });
  assert.equal(server.problems.length, 1);
  assert.equal(server.state.paneThreads.get(`${dm} `)?.prompts.length, 1);
  await client.assistant.threads.setStatus({ channel_id: dm, thread_ts, status: 'is reading…' });
  assert.equal(server.state.paneThreads.get(`${dm} ${thread_ts}`)?.status, 'is reading…');
  server.workspace.scopes.delete('assistant:write');
  assert.equal((await refusalOf(set({}))).error, 'missing_scope');
});

test('waiting for something ends with what is waited for, or tells what happened instead', async () => {
  await using server = await startSlackServer(world);
  const waiting = server.waitFor(() => server.messages('C0OPEN').find(({ text }) => text === 'x'));
  await connect(server).chat.postMessage({ channel: 'C0OPEN', text: 'x' });
  assert.equal((await waiting).text, 'x');
  await assert.rejects(
    server.waitFor(() => false, 20),
    /within 20 ms; last calls: chat\.postMessage;/,
  );
});
