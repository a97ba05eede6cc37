import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createSlackQueue } from '#platforms/slack/calling/queue.ts';
import { lookBackScopes } from '#platforms/slack/calling/scopes.ts';
import { createSlackChannelSender } from '#platforms/slack/posting/channel-sender.ts';
import { renderSlackPost } from '#platforms/slack/posting/post.ts';
import { inDoubt } from '#traffic/network-failure.ts';
import type { Fault } from '../../../../local/slack-server/fault-list.ts';
import { findBrokenLinks, findLiveMentions } from '../../../../local/slack-server/find-live-mentions.ts';
import { validateMessage } from '../../../../local/slack-server/validate-blocks.ts';
import { assertProperty } from '../../../fixtures/assert-property.ts';
import { inventedDigest, makeChannelPost } from '../../../fixtures/channel-post.ts';
import { hostileResponseOf } from '../../../fixtures/hostile-response.ts';
import { hostileSlackWords } from '../rendering/hostile-words.ts';
import { connectSender, failureOf, hangMs, here, looking, postsIn, usual } from './connect-sender.ts';

test('a post stands in the channel, without previews, with a button to ask', async () => {
  await using slack = await connectSender(usual, false);
  const ts = await slack.sender.send(makeChannelPost(1, here));
  const [message, ...others] = postsIn(slack.server);
  assert.deepEqual(others, []);
  assert.equal(message?.ts, ts);
  assert.match(JSON.stringify(message?.blocks), /Kettlectl runs on arm64.*Ask about it/);
  assert.equal(message?.unfurl_links, false);
  assert.deepEqual(slack.server.problems, []);
});

test('the SDK never sends a post a second time, whatever goes wrong', async () => {
  const kinds = [
    'no-answer',
    'no-answer-after',
    'drop-before',
    'drop-after',
    'server-error',
    'server-error-after',
  ] as const;
  for (const kind of [...kinds, 'rate-limit' as const]) {
    await using slack = await connectSender(usual, false, kind.startsWith('no-answer') ? hangMs : undefined);
    slack.server.faults.add({ method: 'chat.postMessage', kind });
    const failure = await failureOf(slack.sender.send(makeChannelPost(1, here)));
    assert.equal(slack.server.calls.filter(({ method }) => method === 'chat.postMessage').length, 1, kind);
    assert.equal(failure.reason, 'try-later', kind);
    // Whoever cannot know whether it arrived has to say so; with a 429 Slack says that it did not.
    assert.equal(failure.mayHaveArrived, kind !== 'rate-limit', kind);
  }
});

test('Slack’s own wait is passed on', async () => {
  await using slack = await connectSender(usual, false);
  slack.server.faults.add({ method: 'chat.postMessage', kind: 'rate-limit', retryAfterSeconds: 7 });
  const failure = await failureOf(slack.sender.send(makeChannelPost(1, here)));
  assert.equal(failure.retryAfterMs, 7000);
});

test('a refusal is told from a fault: what is wrong with the channel, what with the app, what with Slack', async () => {
  const cases: [error: string, reason: string, mayHaveArrived: boolean][] = [
    ['channel_not_found', 'destination-gone', false],
    ['is_archived', 'destination-gone', false],
    ['not_in_channel', 'destination-gone', false],
    ['restricted_action', 'destination-gone', false],
    ['account_inactive', 'rejected', false],
    ['invalid_blocks', 'rejected', false],
    ['invalid_auth', 'rejected', false],
    ['missing_scope', 'rejected', false],
    ['service_unavailable', 'try-later', false],
    ['internal_error', 'try-later', true],
    ['fatal_error', 'try-later', true],
  ];
  await using slack = await connectSender(usual, false);
  for (const [error, reason, mayHaveArrived] of cases) {
    slack.server.faults.add({ method: 'chat.postMessage', kind: 'error', error });
    const failure = await failureOf(slack.sender.send(makeChannelPost(1, here)));
    assert.deepEqual([failure.reason, failure.mayHaveArrived], [reason, mayHaveArrived], error);
    assert.ok(!failure.message.includes(slack.server.botToken));
  }
});

test('a server that is not there has certainly not taken the post', async () => {
  const slack = await connectSender(usual, false);
  await slack.server.close();
  const failure = await failureOf(slack.sender.send(makeChannelPost(1, here)));
  assert.deepEqual([failure.reason, failure.mayHaveArrived], ['try-later', false]);
});

test('a look back finds exactly the post that arrived although its answer was lost', async () => {
  await using slack = await connectSender(looking, true);
  const sinceMs = Date.now();
  slack.server.faults.add({ method: 'chat.postMessage', kind: 'drop-after' });
  await failureOf(slack.sender.send(makeChannelPost(1, here)));
  await slack.sender.send(makeChannelPost(2, here));
  slack.server.person('U0ANN').post(here.channelId, 'nice');
  const [first] = postsIn(slack.server);
  assert.deepEqual(await slack.sender.findSent(makeChannelPost(1, here), sinceMs), {
    kind: 'found',
    messageId: first?.ts,
  });
  assert.deepEqual(await slack.sender.findSent(makeChannelPost(3, here), sinceMs), { kind: 'absent' });
});

test('a look back finds a post though Slack’s clock is some minutes slow', async () => {
  await using slack = await connectSender(looking, true);
  const ts = await slack.sender.send(makeChannelPost(1, here));
  const sinceMs = Number(ts) * 1000 + 4.5 * 60_000;
  assert.deepEqual(await slack.sender.findSent(makeChannelPost(1, here), sinceMs), { kind: 'found', messageId: ts });
});

test('a look back goes through a busy channel, in private ones too', async () => {
  await using slack = await connectSender(looking, true);
  const sinceMs = Date.now();
  const secret = { ...here, channelId: 'G0SECRET' };
  for (const place of [here, secret]) {
    const ts = await slack.sender.send(makeChannelPost(1, place));
    for (let i = 0; i < 250; i++) slack.server.person('U0ANN').post(place.channelId, `message ${i}`);
    assert.deepEqual(await slack.sender.findSent(makeChannelPost(1, place), sinceMs), { kind: 'found', messageId: ts });
  }
  assert.deepEqual(slack.server.problems, []);
});

test('an empty look back means nothing without each of the rights to look', async () => {
  for (const missing of Object.keys(lookBackScopes)) {
    await using slack = await connectSender(
      looking.filter((scope) => scope !== missing),
      true,
    );
    const channels: Record<string, string> = { 'groups:history': 'G0SECRET', 'im:write': 'U0ANN' };
    const channelId = channels[missing] ?? 'C0GENERAL';
    const found = await slack.sender.findSent(makeChannelPost(1, { ...here, channelId }), Date.now());
    assert.equal(found.kind, 'unknown', missing);
    assert.match(found.kind === 'unknown' ? found.reason : '', new RegExp(missing));
  }
  await using left = await connectSender(looking, true);
  const found = await left.sender.findSent(makeChannelPost(1, { ...here, channelId: 'C0WITHOUT' }), Date.now());
  assert.equal(found.kind, 'unknown');
});

test('a history that is closed to the bot leaves the doubt, whatever Slack calls that', async () => {
  const closed = [
    'missing_scope',
    'user_not_found',
    'not_in_channel',
    'channel_not_found',
    'is_archived',
    'restricted_action',
  ];
  await using slack = await connectSender(looking, true);
  for (const error of closed) {
    slack.server.faults.add({ method: 'conversations.history', kind: 'error', error });
    const { kind } = await slack.sender.findSent(makeChannelPost(1, here), Date.now());
    assert.equal(kind, 'unknown', error);
  }
});

test('with a person the conversation is looked through, of an organisation’s person, too', async () => {
  await using slack = await connectSender(looking, true);
  for (const [channelId, first] of [
    ['U0ANN', 'conversations.open'],
    ['W0ANN', 'conversations.open'],
    ['C0GENERAL', 'conversations.history'],
  ] as const) {
    const from = slack.server.calls.length;
    await slack.sender.findSent(makeChannelPost(1, { ...here, channelId }), Date.now());
    assert.equal(slack.server.calls[from]?.method, first, channelId);
  }
});

test('where the operator allows no look back, none is tried', async () => {
  await using slack = await connectSender(looking, false);
  const found = await slack.sender.findSent(makeChannelPost(1, here), Date.now());
  assert.match(found.kind === 'unknown' ? found.reason : '', /SLACK_LOOK_BACK is off/);
  assert.deepEqual(slack.server.calls, []);
});

test('a look back that fails is no look back: it is tried again later', async () => {
  const faults: Omit<Fault, 'method'>[] = [
    { kind: 'no-answer' },
    { kind: 'server-error' },
    { kind: 'rate-limit', retryAfterSeconds: 60 },
    { kind: 'error', error: 'internal_error' },
    { kind: 'error', error: 'invalid_auth' },
  ];
  await using slack = await connectSender(looking, true, hangMs);
  for (const fault of faults) {
    slack.server.faults.add({ method: 'conversations.history', ...fault });
    const failure = await failureOf(slack.sender.findSent(makeChannelPost(1, here), Date.now()));
    // A wrong token says nothing of the channel.
    assert.equal(failure.reason, fault.error === 'invalid_auth' ? 'rejected' : 'try-later', fault.kind);
  }
});

test('a channel is checked by a word that only the asker sees; what is missing is named', async () => {
  await using slack = await connectSender(usual, false);
  const check = (channelId: string) => slack.sender.checkChannel(channelId, 'T0LOCAL', 'U0ANN');
  assert.deepEqual(await check('C0GENERAL'), { canPost: true, workspaceId: 'T0LOCAL' });
  assert.equal(slack.server.messages('C0GENERAL').at(-1)?.ephemeralTo, 'U0ANN');
  for (const [channelId, problem] of [
    ['C0WITHOUT', /invite/],
    ['C0OLD', /archived/],
    ['C0NONE', /gone/],
  ] as const) {
    const result = await check(channelId);
    assert.match(result.canPost ? '' : result.problem, problem);
  }
  // Named in the configuration, by nobody in particular: nobody to show anything to.
  assert.deepEqual(await slack.sender.checkChannel('C0GENERAL', undefined, undefined), {
    canPost: true,
    workspaceId: 'T0LOCAL',
  });
});

test('a check that Slack keeps from being made says nothing of the channel', async () => {
  await using slack = await connectSender(looking, true);
  const check = () => slack.sender.checkChannel('C0GENERAL', 'T0OTHER', 'U0ANN');
  slack.server.faults.add({ method: 'chat.postEphemeral', kind: 'error', error: 'service_unavailable' });
  assert.equal((await failureOf(check())).reason, 'try-later');
  slack.server.faults.add({ method: 'conversations.history', kind: 'error', error: 'service_unavailable' });
  assert.deepEqual(await check(), { canPost: true, workspaceId: 'T0OTHER' });
});

test('without a workspace nothing is checked, and without its token nothing can have been sent', async () => {
  const clients = {
    get: () => Promise.reject(inDoubt('The connection broke off.', undefined)),
    findOwnWorkspaceId: async () => undefined,
  };
  const wait = async () => {};
  const sender = createSlackChannelSender({ clients, canLookBack: false, wait, sendQueue: createSlackQueue(wait) });
  const checked = await sender.checkChannel('C0GENERAL', undefined, 'U0ANN');
  assert.match(checked.canPost ? '' : checked.problem, /subscribe in the channel itself/);
  const failure = await failureOf(sender.send(makeChannelPost(1, here)));
  assert.deepEqual([failure.reason, failure.mayHaveArrived], ['try-later', false]);
});

test('a channel in which a look back will fail is taken with a warning', async () => {
  await using slack = await connectSender([...usual, 'metadata.message:read', 'channels:history'], true);
  const open = await slack.sender.checkChannel('C0GENERAL', 'T0LOCAL', 'U0ANN');
  assert.equal(open.canPost && open.warning, undefined);
  const secret = await slack.sender.checkChannel('G0SECRET', 'T0LOCAL', 'U0ANN');
  assert.match((secret.canPost && secret.warning) || '', /groups:history/);
});

test('what is no id of a user group is not pinged, whatever else it may be', () => {
  for (const id of ['4711', 'S1', 's012abcdef', 'U012ABCDEF', 'S012ABCDEF> <!channel', 'here']) {
    const message = renderSlackPost(inventedDigest, id);
    assert.deepEqual([findLiveMentions(message), message.text.includes(id)], [[], false], id);
  }
});

test('whatever an issue says, its post is accepted by Slack and pings nobody', (t) => {
  const seed = 20311013;
  t.diagnostic(`seed ${seed}`);
  assertProperty(
    fc.property(hostileResponseOf(hostileSlackWords), (response) => {
      const message = renderSlackPost(response);
      assert.deepEqual([...validateMessage(message), ...findLiveMentions(message), ...findBrokenLinks(message)], []);
      assert.match(JSON.stringify(message.blocks.at(-1)), /"Ask about it"/);
    }),
    { seed, numRuns: 300 },
  );
});
