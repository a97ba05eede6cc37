import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { composeMessages, createNewsPlanner, type NewsParts } from '#watching/plan-news.ts';
import type { Watch } from '#watching/watch.ts';
import { makeWatch, makeWatcher } from '../contracts/make-watch.ts';
import { type InventedFact, inventIssueOfFacts } from './invent-issue-of-facts.ts';
import { noon, openWatchRoom } from './open-watch-room.ts';

const dayMs = 24 * 60 * 60 * 1000;
const kettle: InventedFact = { says: 'Kettlectl runs on arm64.', about: ['Kettlectl'], on: ['arm64'], status: 'yes' };
const planned: InventedFact = { ...kettle, says: 'Kettlectl is planned for arm64.', status: 'planned' };
const teapot: InventedFact = { says: 'Teapotd runs on armv6.', about: ['Teapotd'], on: ['armv6'], status: 'yes' };
const before = inventIssueOfFacts('2031-W06', [planned]);
const issue = (facts: readonly InventedFact[], more = {}) => inventIssueOfFacts('2031-W08', facts, more);

/** A room whose archive has been looked through once, with somebody who watches. */
async function openWatched(t: TestContext, ...watches: readonly Partial<Omit<Watch, 'id'>>[]) {
  const room = await openWatchRoom(t, [before]);
  await room.announcer.runRound();
  for (const watch of watches) await room.watches.add(makeWatch(watch), 50);
  return room;
}

test('who watches a subject is told once what a new issue says of it, with what was said before', async (t) => {
  const { announcer, channels, publish, startProcess, log } = await openWatched(t, { subject: 'kettlectl' });
  publish(before, issue([kettle, teapot], { link: 'https://kitchen.example/8' }));
  await announcer.runRound();
  await announcer.runRound();
  await startProcess().runRound();
  assert.equal(channels.arrived.length, 1);
  const [{ channelId, text } = { channelId: '', text: '' }] = channels.arrived;
  assert.equal(channelId, 'direct U1');
  assert.match(text, /^News on what you watch: kettlectl\.\nKitchen Weekly, 2031-W08, 21 February 2031\./);
  assert.match(text, /• ✅ Kettlectl runs on arm64\. \(before: planned, 2031-W06\)/);
  assert.match(text, /https:\/\/kitchen\.example\/8/);
  assert.doesNotMatch(text, /Teapotd/);
  assert.deepEqual(log.above('info'), []);
});

test('all that somebody watches comes in one message, each thing once, and each watcher has one', async (t) => {
  const ben = makeWatcher({ recipientId: 'U2' });
  const room = await openWatched(
    t,
    { subject: 'Kettlectl' },
    { subject: 'Kettlectl', targetId: 'arm64' },
    { subject: 'Teapotd' },
    { watcher: ben, subject: 'Teapotd' },
    { watcher: makeWatcher({ kind: 'channel', key: 'T1:C1', recipientId: 'C1' }), subject: 'Kettlectl' },
  );
  room.publish(before, issue([kettle, teapot]));
  await room.announcer.runRound();
  const { arrived } = room.channels;
  assert.deepEqual(arrived.map(({ channelId }) => channelId).sort(), ['C1', 'direct U1', 'direct U2']);
  const own = arrived.find(({ channelId }) => channelId === 'direct U1')?.text ?? '';
  assert.equal(own.match(/• /g)?.length, 2);
  const told = (id: string) => arrived.find(({ channelId }) => channelId === id)?.text ?? '';
  assert.match(told('C1'), /^News on what you watch: Kettlectl\.\n.*\n• ✅ Kettlectl runs on arm64/);
  assert.match(told('direct U2'), /^News on what you watch: Teapotd\.\n.*\n• ✅ Teapotd runs on armv6/);
});

test('who watch one subject on different targets have each the words for theirs', () => {
  const { issue: read } = issue([kettle]);
  const matched = ['arm64', 'armv6'].map((targetId) => ({
    watch: { ...makeWatch({ watcher: makeWatcher({ recipientId: targetId }), targetId }), id: targetId },
    statements: [],
  }));
  assert.deepEqual(
    composeMessages(read, matched).map(({ watcher, content }) => [watcher.recipientId, content.topics]),
    [
      ['arm64', ['Kettle on arm64']],
      ['armv6', ['Kettle on armv6']],
    ],
  );
});

test('a message is the same one in whatever order what it tells is found', () => {
  const { issue: read } = issue([kettle]);
  const statements = ['b', 'a', 'c'].map((key) => ({ key, says: key, facts: [] }) as never);
  const keysOf = (found: readonly never[]) =>
    composeMessages(read, [{ watch: { ...makeWatch(), id: 'w' }, statements: found }])[0]?.keys;
  assert.deepEqual(keysOf(statements), ['a', 'b', 'c']);
  assert.deepEqual(keysOf(statements.toReversed()), ['a', 'b', 'c']);
});

test('a draft, a day that has not come and an issue that is old are told to nobody', async (t) => {
  const room = await openWatched(t, { subject: 'Kettlectl' });
  const old = inventIssueOfFacts('2030-W40', [kettle]);
  room.publish(before, old, issue([kettle], { isDraft: true }), inventIssueOfFacts('2031-W09', [kettle]));
  await room.announcer.runRound();
  assert.equal(room.channels.arrived.length, 0);
  room.clock.nowMs += 7 * dayMs;
  await room.announcer.runRound();
  assert.equal(room.channels.arrived.length, 1);
  assert.match(room.channels.arrived[0]?.text ?? '', /2031-W09/);
  room.publish(before, old, issue([kettle]), inventIssueOfFacts('2031-W09', [kettle]));
  await room.announcer.runRound();
  assert.equal(room.channels.arrived.length, 2, 'the draft is let out');
});

test('an edited issue tells only what is new in it: not other words for the same, nor the heading’s news again', async (t) => {
  const room = await openWatched(t, { subject: 'Kettlectl' });
  room.publish(before, issue([kettle]));
  await room.announcer.runRound();
  room.publish(before, issue([{ ...kettle, says: 'Kettlectl runs well on arm64.' }]));
  await room.announcer.runRound();
  assert.equal(room.channels.arrived.length, 1, 'reworded');
  room.publish(
    before,
    issue([kettle, { ...kettle, says: 'Kettlectl is not for armv6.', on: ['armv6'], status: 'no' }]),
  );
  await room.announcer.runRound();
  assert.equal(room.channels.arrived.length, 2);
  assert.doesNotMatch(room.channels.arrived[1]?.text ?? '', /arm64/);
  room.publish(before, issue([]));
  await room.announcer.runRound();
  room.publish(before, issue([kettle]));
  await room.announcer.runRound();
  assert.equal(room.channels.arrived.length, 2, 'taken out and put back');
});

test('where an article has no facts its heading is told, and the facts that come later are not told again', async (t) => {
  const room = await openWatched(t, { subject: 'Spoonfs' });
  const heading = 'Spoonfs on small boards';
  const says = 'The file system Spoonfs now runs on armv7.';
  const spoon: InventedFact = { says, about: ['Spoonfs'], on: ['armv7'], status: 'yes', heading };
  room.publish(before, issue([{ ...spoon, isDraft: true }]));
  await room.announcer.runRound();
  assert.match(room.channels.arrived[0]?.text ?? '', /• Spoonfs on small boards/);
  room.publish(before, issue([spoon]));
  await room.announcer.runRound();
  assert.equal(room.channels.arrived.length, 1);
});

test('nothing is told of what stood in the archive when watching began, nor while an issue may still be written', async (t) => {
  const room = await openWatchRoom(t, [before, issue([kettle])]);
  await room.watches.add(makeWatch({ subject: 'Kettlectl' }), 50);
  await room.announcer.runRound();
  assert.deepEqual(room.channels.arrived, []);
  const patient = room.startProcess(5 * 60_000);
  await patient.runRound();
  room.clock.nowMs += 4 * 60_000;
  room.publish(before, issue([kettle, { says: 'Kettlectl is fast.', about: ['Kettlectl'] }]));
  await patient.runRound();
  room.clock.nowMs += 4 * 60_000;
  await patient.runRound();
  assert.equal(room.channels.arrived.length, 0);
  room.clock.nowMs += 60_000;
  await patient.runRound();
  assert.equal(room.channels.arrived.length, 1);
});

test('a watch that ends with the first news does, and says so; one that waited a year ends and says so', async (t) => {
  const once = { onceUntilMs: noon + 365 * dayMs };
  const room = await openWatched(t, { subject: 'Kettlectl', ...once }, { subject: 'Teapotd', ...once });
  room.publish(before, issue([kettle]));
  await room.announcer.runRound();
  assert.match(room.channels.arrived[0]?.text ?? '', /I no longer watch Kettlectl\./);
  assert.deepEqual(
    (await room.watches.listOf(makeWatcher())).map(({ subject }) => subject),
    ['Teapotd'],
  );
  room.clock.nowMs = once.onceUntilMs;
  await room.announcer.runRound();
  await room.startProcess().runRound();
  assert.equal(room.channels.arrived.length, 2);
  assert.match(room.channels.arrived[1]?.text ?? '', /^For a year no issue has said anything about Teapotd/);
  assert.deepEqual(await room.watches.listOf(makeWatcher()), []);
});

test('who pressed “Tell me” hears that the watch has ended; who watches the same for good does not', () => {
  const { issue: read } = issue([kettle]);
  const match = (recipientId: string, given: Partial<Watch>) => ({
    watch: { ...makeWatch({ watcher: makeWatcher({ recipientId }), subject: 'Kettlectl', ...given }), id: recipientId },
    statements: [],
  });
  const messages = composeMessages(read, [match('U1', { onceUntilMs: noon }), match('U2', {})]);
  assert.deepEqual(
    messages.map(({ watcher, content }) => [watcher.recipientId, content.ended]),
    [
      ['U1', ['Kettlectl']],
      ['U2', []],
    ],
  );
});

test('whose watches have waited a year is told of their own alone, and anew when a year has passed again', async (t) => {
  const once = (given: Partial<Watch>) => ({ createdMs: noon, onceUntilMs: noon + 365 * dayMs, ...given });
  const ben = makeWatcher({ recipientId: 'U2' });
  const room = await openWatched(t, once({ subject: 'Teapotd' }), once({ watcher: ben, subject: 'Spoonfs' }));
  room.clock.nowMs += 365 * dayMs;
  await room.announcer.runRound();
  const ends = () => room.channels.arrived.map(({ channelId, text }) => [channelId, /about (.*?):/.exec(text)?.[1]]);
  const first = [
    ['direct U1', 'Teapotd'],
    ['direct U2', 'Spoonfs'],
  ];
  assert.deepEqual(ends().sort(), first);
  const again = { createdMs: room.clock.nowMs, onceUntilMs: room.clock.nowMs + 365 * dayMs };
  await room.watches.add(makeWatch({ subject: 'Teapotd', ...again }), 50);
  room.clock.nowMs = again.onceUntilMs;
  await room.announcer.runRound();
  assert.deepEqual(ends().slice(2), [['direct U1', 'Teapotd']]);
});

test('who takes no direct messages is noted, keeps the watch, and is no longer noted when one arrives', async (t) => {
  const room = await openWatched(t, { subject: 'Kettlectl' });
  room.channels.mishaps.push('gone');
  room.publish(before, issue([kettle]));
  await room.announcer.runRound();
  assert.equal((await room.watches.listUnreachable(10)).length, 1);
  assert.equal((await room.notices.countByState()).skipped, 1);
  room.publish(before, issue([kettle, { ...kettle, says: 'Kettlectl is on armv6.', on: ['armv6'] }]));
  await room.announcer.runRound();
  assert.equal(room.channels.arrived.length, 1);
  assert.deepEqual(await room.watches.listUnreachable(10), []);
  assert.ok(
    room.log.entries.every(({ fields }) => !JSON.stringify(fields).includes('U1')),
    'no id of a person is logged',
  );
});

test('news that stands already, and is not finished, is not sent again', async (t) => {
  const room = await openWatched(t, { subject: 'Kettlectl' });
  room.channels.mishaps.push('unfinished');
  room.publish(before, issue([kettle]));
  await room.announcer.runRound();
  assert.equal((await room.notices.countByState()).waiting, 1);
  room.clock.nowMs += dayMs;
  await room.announcer.runRound();
  assert.equal((await room.notices.countByState()).sent, 1);
  assert.equal(room.channels.arrived.length, 1);
});

type Room = Awaited<ReturnType<typeof openWatched>>;

/** Looks for news in a room, with some of what it works with in the test's hands. */
const createPlanner = (room: Room, given: Partial<NewsParts>) =>
  createNewsPlanner({
    watches: room.watches,
    notices: room.notices,
    getSnapshot: () => room.archive.current,
    timeZone: 'UTC',
    log: room.log,
    now: () => room.clock.nowMs,
    quietMs: 0,
    ...given,
  });

test('a clock that is set back keeps no news back until it has come to where it was', async (t) => {
  const room = await openWatched(t, { subject: 'Kettlectl' });
  const plan = createPlanner(room, { quietMs: 5 * 60_000 });
  room.publish(before, issue([kettle]));
  assert.equal(await plan(), 0);
  room.clock.nowMs -= 60 * 60_000;
  assert.equal(await plan(), 1);
});

test('an issue that is let out at a moment is told of then, though nothing has changed in the archive', async (t) => {
  const room = await openWatched(t, { subject: 'Kettlectl' });
  room.publish(before, issue([kettle], { notBefore: '2031-02-21T13:00:00.000Z' }));
  await room.announcer.runRound();
  assert.equal(room.channels.arrived.length, 0);
  room.clock.nowMs += 60 * 60_000;
  await room.announcer.runRound();
  assert.equal(room.channels.arrived.length, 1);
});

test('where another process was quicker with one issue, all is looked at again', async (t) => {
  const room = await openWatched(t, { subject: 'Kettlectl' }, { subject: 'Teapotd' });
  room.publish(before, inventIssueOfFacts('2031-W07', [teapot]), issue([kettle]));
  for (const late of ['2031-W07', '2031-W08']) {
    let isLate = true;
    const plan = createPlanner(room, {
      notices: {
        ...room.notices,
        // Nothing is kept of what is told here.
        async tell({ issueId }) {
          const isKept = issueId !== late || !isLate;
          isLate &&= isKept;
          return isKept;
        },
      },
    });
    assert.deepEqual([await plan(), await plan(), await plan()], [1, 2, 0], late);
  }
});

test('a first look that was not whole begins nothing: what stood there by then is no news later', async (t) => {
  const room = await openWatchRoom(t, [before, issue([kettle])]);
  let refusals = 1;
  const plan = createPlanner(room, {
    notices: {
      ...room.notices,
      tell: async (news, nowMs) => (refusals-- > 0 ? false : room.notices.tell(news, nowMs)),
    },
  });
  await plan();
  assert.equal(await room.notices.hasBegun(), false);
  await plan();
  assert.equal(await room.notices.hasBegun(), true);
});

test('however many watch, all of them are told', async (t) => {
  const room = await openWatched(t);
  const all = Array.from({ length: 5_003 }, (_, i) => ({
    ...makeWatch({ watcher: makeWatcher({ recipientId: `U${i}` }), subject: 'Kettlectl' }),
    id: String(i).padStart(4, '0'),
  }));
  let pages = 0;
  const plan = createPlanner(room, {
    watches: {
      async listAll(afterId = '', limit) {
        if (++pages > 2) throw new Error('That page was there before.');
        return all.filter(({ id }) => id > afterId).slice(0, limit);
      },
      listOverdue: async () => [],
    },
  });
  room.publish(before, issue([kettle]));
  assert.equal(await plan(), all.length);
});

test('news that cannot be sent is tried for a week, and no longer', async (t) => {
  for (const [waitMs, arrived] of [
    [7 * dayMs, 1],
    [7 * dayMs + 1, 0],
  ] as const) {
    const room = await openWatched(t, { subject: 'Kettlectl' });
    room.channels.mishaps.push('busy');
    room.publish(before, issue([kettle]));
    await room.announcer.runRound();
    assert.equal(room.channels.arrived.length, 0);
    room.clock.nowMs += waitMs;
    await room.announcer.runRound();
    assert.equal(room.channels.arrived.length, arrived, `after ${waitMs} ms`);
    assert.equal((await room.notices.countByState()).skipped, 1 - arrived);
  }
});

test('news is what is thirty days old at most, by its day or by that on which it was let out', async (t) => {
  const room = await openWatched(t, { subject: 'Kettlectl' });
  const of = (id: string, day: string, more = {}) =>
    inventIssueOfFacts(id, [kettle], { date: { day, isDerived: false }, ...more });
  room.publish(before, of('2031-W03', '2031-01-21'));
  await room.announcer.runRound();
  assert.equal(room.channels.arrived.length, 0, 'of 31 days ago');
  room.publish(before, of('2031-W04', '2031-01-22', { notBefore: '2031-01-02' }));
  await room.announcer.runRound();
  assert.equal(room.channels.arrived.length, 1, 'of 30 days ago');
  room.publish(before, of('2031-W02', '2031-01-10', { notBefore: '2031-01-22T08:00' }));
  await room.announcer.runRound();
  assert.equal(room.channels.arrived.length, 2, 'let out 30 days ago');
});
