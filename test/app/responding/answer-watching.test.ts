import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createResponder } from '#app/responding/responder.ts';
import type { Asker, Place } from '#conversation/request.ts';
import { planReplyControls } from '#conversation/wording/reply-controls.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { StoreError } from '#storage/store-error.ts';
import { createWatchDesk } from '#watching/watch-desk.ts';
import { kitchenArchive } from '../../commands/invented-archive.ts';
import { makeWatch, makeWatcher } from '../../contracts/make-watch.ts';
import { openWatchRoom } from '../../watching/open-watch-room.ts';

const asker: Asker = {
  platform: 'slack',
  userId: 'T1:U1',
  channelId: 'T1:C1',
  reachedAs: { userId: 'U1', workspaceId: 'T1' },
};
const ada = makeWatcher();
const place: Place = {
  platform: 'slack',
  workspaceId: 'T1',
  channelId: 'C1',
  askerId: 'U1',
  isDirect: false,
  isManager: true,
};

/** Somebody who talks to the bot where news is told. */
async function openTalk(t: TestContext) {
  const room = await openWatchRoom(t);
  const { watches, channels, log, clock } = room;
  const desk = createWatchDesk({ watches, senders: [channels.sender], now: () => clock.nowMs });
  const notes = { kept: room.store.readerNotes, readerKeyOf: () => 'r' };
  const { respond } = createResponder({ getSnapshot: () => kitchenArchive, version: '1', watching: desk, notes, log });
  const answer = (text: string, given: Partial<Place> = {}) =>
    respond({ text, conversationId: 'c', nowMs: clock.nowMs, asker, place: { ...place, ...given } });
  const say = async (text: string, given: Partial<Place> = {}) => replyToText((await answer(text, given)).reply, 2000);
  const watched = async (watcher = ada) =>
    (await watches.listOf(watcher)).map(({ subject, targetId }) => [subject, targetId]);
  return { ...room, desk, answer, say, watched, respond };
}

test('somebody watches, is told what was understood, sees it and ends it', async (t) => {
  const { say, watched } = await openTalk(t);
  assert.equal(
    await say('watch kettlctl on a raspberry pi 4'),
    `I’ll tell you when an issue says something about Kettlectl on Raspberry Pi 4.
It comes as a direct message. For that I keep your id and this topic, and nothing else.
To end or see it
› unwatch Kettlectl on Raspberry Pi 4
› watching`,
  );
  assert.match(await say('Watch kettlectl on the Raspberry Pi 4, please'), /^You are already told/);
  assert.match(await say('watch Teapotd'), /about Teapotd\.\n/);
  assert.deepEqual(await watched(), [
    ['Kettlectl', 'raspberry-pi-4'],
    ['Teapotd', undefined],
  ]);
  assert.match(await say('watching'), /^2 topics are watched\.\nYou watch\n• Kettlectl on Raspberry Pi 4\n• Teapotd\n/);
  assert.match(await say('unwatch kettlectl'), /^You watch Kettlectl on Raspberry Pi 4 no more\./);
  assert.match(await say('unwatch kettlectl'), /^You watch no “kettlectl”\./);
  assert.match(await say('unwatch all'), /^You watch nothing any more: one watch ended\./);
  assert.match(await say('unwatch all'), /^You watch nothing\./);
  assert.match(await say('what am i watching?'), /^You watch nothing yet/);
});

test('a subject that nobody has written about is asked back, and watched all the same when that is wanted', async (t) => {
  const { say, watched } = await openTalk(t);
  const asked = await say('watch Toasterlib on arm64');
  assert.match(asked, /^Nobody has written about “Toasterlib” yet; watch it all the same\?/);
  assert.match(asked, /› watch Toasterlib on arm64 anyway/);
  assert.deepEqual(await watched(), []);
  assert.match(await say('watch Toasterlib on arm64 anyway'), /about Toasterlib on arm64\./);
  assert.deepEqual(await watched(), [['Toasterlib', 'arm64']]);
});

test('a place that is no machine, nothing at all, and a machine as the subject', async (t) => {
  const { say, watched } = await openTalk(t);
  assert.match(await say('watch kettlectl on qwortz'), /^I know no processor, board or system called “qwortz”/);
  assert.match(await say('watch'), /^watch <topic>: /);
  assert.match(await say('watch …'), /^Which product, project or machine shall I watch\?/);
  assert.deepEqual(await watched(), []);
  assert.match(await say('watch armv6'), /about armv6\./);
  assert.deepEqual(await watched(), [['armv6', undefined]]);
});

test('nobody watches more than so many, and is told so', async (t) => {
  const { say, watches } = await openTalk(t);
  for (let i = 0; i < 50; i++) await watches.add(makeWatch({ subject: `pan ${i}` }), 50);
  assert.match(await say('watch kettlectl'), /^You watch 50 topics already, and no more is possible\. End one first\./);
});

test('a channel watches by who manages it, and only where the bot can post', async (t) => {
  const { say, watched, channels } = await openTalk(t);
  const channel = makeWatcher({ kind: 'channel', key: 'C1', recipientId: 'C1' });
  const refused = await say('watch kettlectl here', { isManager: false });
  assert.match(refused, /^Only who manages this channel may decide that; I can watch it for you alone\./);
  assert.match(refused, /› watch Kettlectl$/);
  channels.check = { canPost: false, problem: 'The bot is not in the channel: invite it.' };
  assert.match(await say('watch kettlectl here'), /^The bot is not in the channel/);
  channels.check = { canPost: true, workspaceId: 'T1' };
  assert.match(await say('watch kettlectl here'), /^I’ll tell this channel when .*\nIt is posted here\.\n/);
  assert.deepEqual(await watched(channel), [['Kettlectl', undefined]]);
  assert.match(await say('watching', { isManager: false }), /This channel watches\n• Kettlectl/);
  assert.match(await say('unwatch all here', { isManager: false }), /^Only who manages/);
  assert.match(await say('unwatch kettlectl here'), /^This channel watches Kettlectl no more/);
  await say('watch kettlectl here', { isDirect: true, channelId: 'D1' });
  assert.deepEqual(await watched(), [['Kettlectl', undefined]], 'in a direct message here is oneself');
});

test('of a watch that is somebody else’s, or on another machine, the line that ends it is said', async (t) => {
  const { say, watched } = await openTalk(t);
  await say('watch kettlectl on riscv64 here');
  const asked = await say('unwatch kettlectl');
  assert.match(asked, /^You watch no “kettlectl”; this channel watches Kettlectl on riscv64\./);
  assert.match(asked, /› unwatch Kettlectl on riscv64 here\n/);
  const refused = await say('unwatch kettlectl', { isManager: false });
  assert.match(refused, /Only who manages this channel may end that\.\n.*\n› watching$/);
  await say('watch kettlectl on armv6');
  const other = await say('unwatch kettlectl on arm64');
  assert.match(other, /^You watch no “kettlectl on arm64”; it is Kettlectl on armv6 that you watch; this channel/);
  assert.match(other, /› unwatch Kettlectl on armv6\n› unwatch Kettlectl on riscv64 here\n/);
  await say('unwatch Kettlectl on riscv64 here');
  assert.match(await say('unwatch kettle here'), /^This channel watches no “kettle”; you watch Kettlectl on armv6\./);
  assert.match(await say('unwatch teapotd'), /^You watch no “teapotd”\.\n/);
  assert.deepEqual(await watched(), [['Kettlectl', 'armv6']]);
});

test('under an answer that is silent or not yet there, and under no other, one press watches until the first news', async (t) => {
  const { answer, say, watched, watches } = await openTalk(t);
  const tellMe = async (question: string) =>
    planReplyControls(await answer(question), { isPrivate: false }).find(({ label }) => label === 'Tell me')?.action;
  assert.deepEqual(await tellMe('does teapotd run on riscv64?'), {
    kind: 'ask',
    line: 'watch Teapotd on riscv64 once',
  });
  assert.deepEqual(await tellMe('does toasterlib run on armv6?'), {
    kind: 'ask',
    line: 'watch toasterlib on armv6 once anyway',
  });
  for (const question of ['does kettlectl run on arm64?', 'does spoonfs run on armv6?', 'thanks', 'latest', 'help'])
    assert.equal(await tellMe(question), undefined, question);
  assert.deepEqual(await watched(), [], 'nothing is kept before it is pressed');
  assert.match(await say('watch Teapotd on riscv64 once'), /That ends with the first news, or after a year\./);
  await say('watch toasterlib on armv6 once anyway');
  assert.deepEqual(await watched(), [
    ['Teapotd', 'riscv64'],
    ['toasterlib', 'armv6'],
  ]);
  assert.ok((await watches.listOf(ada)).every(({ onceUntilMs }) => onceUntilMs !== undefined));
});

test('“forget me” removes what is watched and says so', async (t) => {
  const { say, watched } = await openTalk(t);
  await say('watch kettlectl');
  await say('watch teapotd');
  assert.equal(await say('forget me'), 'What you watched is removed, 2 topics: I tell you of it no more.');
  assert.deepEqual(await watched(), []);
  assert.equal(await say('forget me'), 'Nothing that you wrote is kept.');
});

test('who could not be reached is told once, in the next answer, and sees why', async (t) => {
  const { say, desk, watches, clock } = await openTalk(t);
  await say('watch kettlectl');
  await watches.markUnreachable(ada, 'The person takes no direct messages.', clock.nowMs);
  assert.doesNotMatch(await say('does kettlectl run on arm64?'), /did not arrive/);
  await desk.refresh();
  assert.match(
    await say('does kettlectl run on arm64?'),
    /A direct message to you did not arrive; “watching” says why\.$/,
  );
  assert.doesNotMatch(await say('does kettlectl run on arm64?'), /did not arrive/);
  assert.match(await say('watching'), /did not arrive: The person takes no direct messages\. Let messages/);
});

test('a store that is away is said, and nobody is offered what cannot be had', async (t) => {
  const { respond, log } = await openTalk(t);
  const desk = createWatchDesk({
    watches: Object.assign(Object.create(null), { add: () => Promise.reject(new StoreError('unreachable', 'gone')) }),
    senders: [{ platform: 'slack' } as never],
    now: () => 0,
  });
  const away = createResponder({ getSnapshot: () => kitchenArchive, version: '1', watching: desk, log });
  const ask = (with_: typeof respond, text: string) => with_({ text, conversationId: 'c', nowMs: 0, asker, place });
  const { reply } = await ask(away.respond, 'watch kettlectl');
  assert.match(replyToText(reply, 500), /^What is watched can neither be looked up nor be kept just now\./);
  const without = createResponder({ getSnapshot: () => kitchenArchive, version: '1' });
  assert.equal((await ask(without.respond, 'does teapotd run on riscv64?')).watchLine, undefined);
  assert.match(
    replyToText((await ask(without.respond, 'watch kettlectl')).reply, 500),
    /^News is told by direct message/,
  );
});

test('help says what is kept of who watches', async (t) => {
  const { say } = await openTalk(t);
  const help = await say('help watch');
  assert.match(help, /“forget me” removes all of it at once/);
  assert.match(help, /Nothing is kept of who does not ask for it/);
});
