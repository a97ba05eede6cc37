import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSubscriptionDesk } from '#announcing/channels/subscription-desk.ts';
import { createResponder } from '#app/responding/responder.ts';
import type { Place, Request } from '#conversation/request.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { StoreError } from '#storage/store-error.ts';
import { inventIssue } from '../../announcing/invent-issues.ts';
import { openNewsroom } from '../../announcing/open-newsroom.ts';
import { kitchenArchive } from '../../commands/invented-archive.ts';

const place: Place = {
  platform: 'slack',
  workspaceId: 'T1',
  channelId: 'C1',
  askerId: 'U1',
  isDirect: false,
  isManager: true,
};

async function openChannel(t: Parameters<typeof openNewsroom>[0]) {
  const newsroom = await openNewsroom(t);
  const { subscriptions, channels, issues, clock } = newsroom;
  clock.nowMs = Date.UTC(2031, 1, 19, 9, 0);
  issues.push(inventIssue('2031-W07'));
  const desk = createSubscriptionDesk({
    ...newsroom,
    senders: [channels.sender],
    getIssues: () => issues,
    now: () => clock.nowMs,
    defaultSchedule: { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'Europe/Berlin' },
    isConfigured: () => false,
    deliverSoon: () => void newsroom.announcer.tick(),
  });
  const { respond } = createResponder({ getSnapshot: () => kitchenArchive, version: '1', desk, log: newsroom.log });
  const answer = (text: string, given: Partial<Place> = {}) => {
    const request: Request = { text, conversationId: 'c', nowMs: clock.nowMs, place: { ...place, ...given } };
    return respond(request);
  };
  const say = async (text: string, given: Partial<Place> = {}) => replyToText((await answer(text, given)).reply, 2000);
  return { ...newsroom, answer, say, respond, subscriptions };
}

test('a channel is subscribed, changed, listed and unsubscribed as one talks', async (t) => {
  const { say } = await openChannel(t);
  assert.equal(
    await say('subscribe'),
    `This channel gets each new issue from now on: every Friday at 12:00 (Europe/Berlin).
The next dates
• Friday 21 February 2031, 12:00
• Friday 28 February 2031, 12:00
• Friday 7 March 2031, 12:00
On a date without a new issue nothing is posted.
Or
› post the latest now
› unsubscribe`,
  );
  assert.match(await say('subscribe saturdays at 9am'), /^Changed: .* every Saturday at 09:00 \(Europe\/Berlin\)\./);
  assert.match(await say('subscribe firday'), /^I do not know the day “firday”\. Did you mean “friday”\?/);
  assert.equal(
    await say('subscriptions'),
    `These channels get each new issue.
Subscriptions
• this channel | every Saturday at 09:00 (Europe/Berlin) | Saturday 22 February 2031, 09:00`,
  );
  assert.match(await say('post the latest now'), /^Issue 2031-W07 is being posted in this channel\./);
  assert.match(await say('post the latest now'), /^Issue 2031-W07 (?:is on its way|has been posted)/);
  assert.match(await say('unsubscribe'), /^This channel gets no more issues\./);
  assert.match(await say('unsubscribe'), /^This channel was not subscribed\./);
  assert.match(await say('subscriptions'), /^No channel here gets new issues\./);
  assert.match(await say('post'), /Subscribe it first/);
});

test('only who manages the channel decides for it, and everybody may look', async (t) => {
  const { say, answer, subscriptions } = await openChannel(t);
  const reader = { isManager: false };
  for (const line of ['subscribe', 'unsubscribe', 'post']) {
    const { reply, outcome } = await answer(line, reader);
    assert.match(replyToText(reply, 500), /^Only who manages this channel may decide that/);
    assert.equal(outcome.kind, 'refused');
    assert.equal(reply.audience, 'private');
  }
  assert.deepEqual(await subscriptions.listAll(undefined, 9), []);
  assert.match(await say('subscriptions', reader), /^No channel here/);
});

test('a paused channel says why, in the list and to who would post there', async (t) => {
  const { say, subscriptions } = await openChannel(t);
  await say('subscribe');
  await subscriptions.pause({ platform: 'slack', channelId: 'C1' }, 'The bot is not in the channel: invite it.');
  assert.match(await say('subscriptions'), /Paused: The bot is not in the channel: invite it\./);
  assert.match(await say('post'), /Nothing is posted here for now\. The bot is not in the channel: invite it\./);
  assert.match(await say('subscribe'), /^This channel gets new issues again/);
});

test('in a direct message and in a terminal the commands say where they work', async (t) => {
  const { say, respond, subscriptions } = await openChannel(t);
  const where = /^New issues are posted in channels: type this in a channel of Slack or Discord\./;
  for (const line of ['subscribe', 'unsubscribe', 'subscriptions', 'post', 'subscribe sat 9:00']) {
    assert.match(await say(line, { isDirect: true }), where);
    const { reply } = await respond({ text: line, conversationId: 'terminal', nowMs: 0 });
    assert.match(replyToText(reply, 500), where);
  }
  assert.deepEqual(await subscriptions.listAll(undefined, 9), []);
});

test('a sentence about subscriptions is a question, and a question in a channel is answered as ever', async (t) => {
  const { answer } = await openChannel(t);
  assert.equal((await answer('does kettlectl run on arm64?')).outcome.kind, 'answered');
  for (const line of ['post offices run on arm64?', 'subscribe buttons are broken', 'subscriptions of kettlectl']) {
    assert.notDeepEqual((await answer(line)).outcome, { kind: 'command', command: line.split(' ')[0] }, line);
  }
});

test('while the store is away whoever decides for a channel is told that nothing is kept, and what to do', async (t) => {
  const { say, subscriptions, log } = await openChannel(t);
  const fail = () => Promise.reject(new StoreError('unreachable', 'the server does not answer'));
  Object.assign(subscriptions, { find: fail, listByWorkspace: fail });
  for (const line of ['subscribe friday', 'unsubscribe', 'subscriptions', 'post the latest now']) {
    assert.match(
      await say(line),
      /^Which channels get new issues can neither be looked up nor be kept just now\. Say it again in a few minutes/,
    );
  }
  assert.match(await say('subscribe friday'), /\nAgain\n› subscribe friday$/);
  assert.equal(log.above('info').length, 5);
});

test('a platform that is away is told in the log and answered politely', async (t) => {
  const { say, channels, log } = await openChannel(t);
  Object.assign(channels.sender, { checkChannel: () => Promise.reject(new Error('the network is away')) });
  assert.match(await say('subscribe'), /^That could not be done just now\./);
  assert.equal(log.above('info').length, 1);
});
