import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WORDS_KEPT_MS } from '#announcing/posted-words.ts';
import { SUBJECT_KEPT_MS } from '#conversation/ports/conversation-memory.ts';
import { EVENT_KEPT_MS, EVENT_LEASE_MS } from '#conversation/ports/handled-events.ts';
import { LINES_KEPT_MS } from '#conversation/ports/line-keeper.ts';
import { NOTES_KEPT_MS } from '#conversation/ports/reader-notes.ts';
import { NOTICES_KEPT_MS, UNREACHABLE_KEPT_MS } from '#watching/watch.ts';
import { makeSubscription } from '../contracts/make-subscription.ts';
import { makeNotice, makeWatch, makeWatcher } from '../contracts/make-watch.ts';
import type { NewPlace } from '../contracts/place.ts';
import type { StoreAndClock } from './store-places.ts';

const start = 1_700_000_000_000;

const dayMs = 24 * 60 * 60 * 1000;

/** What the store as a whole must do, on one engine. */
export function storeContract(
  engine: string,
  { newPlace, newEmptyPlace }: Record<'newPlace' | 'newEmptyPlace', NewPlace<StoreAndClock>>,
): void {
  test(`${engine}: each thing is purged when its own time is over, and not before`, async (t) => {
    const { store, setNow } = await (await newPlace(t)).open();
    const note = { platform: 'slack', readerKey: 'r', atMs: start };
    await store.memory().remember('kitchen', 'kettle', start);
    await store.handledEvents.claim('held', start);
    await store.handledEvents.finish('done', start);
    await store.lineKeeper.keep('a line', start);
    await store.readerNotes.recordFeedback({ ...note, line: 'a line', isHelpful: true, issueId: undefined });
    const asked = { ...note, question: 'a question' };
    await store.readerNotes.recordUnanswered(asked);
    await store.readerNotes.recordUnanswered({ ...asked, atMs: start + 1 });
    await store.installations.save('slack', 'T1', Uint8Array.of(1), start);
    await store.subscriptions.save(makeSubscription());
    setNow(start);

    assert.equal(await store.purge(start + EVENT_LEASE_MS - 1), 0);
    assert.equal(await store.purge(start + EVENT_LEASE_MS), 1, 'the event in hand');
    assert.equal(await store.purge(start + SUBJECT_KEPT_MS), 0);
    assert.equal(await store.purge(start + SUBJECT_KEPT_MS + 1), 1, 'the subject');
    assert.equal(await store.purge(start + EVENT_KEPT_MS - 1), 0);
    assert.equal(await store.purge(start + EVENT_KEPT_MS), 1, 'the answered event');
    assert.equal(LINES_KEPT_MS, NOTES_KEPT_MS);
    assert.equal(await store.purge(start + NOTES_KEPT_MS), 0);
    assert.equal(await store.purge(start + NOTES_KEPT_MS + 1), 3, 'the line and both notes');
    assert.deepEqual(await store.readerNotes.listFeedback(10), []);
    assert.deepEqual(await store.readerNotes.listUnanswered(10), [{ ...asked, atMs: start + 1 }], 'a newer one stays');
    assert.equal(await store.purge(Number.MAX_SAFE_INTEGER), 1, 'the newer one');
    assert.equal(await store.purge(Number.MAX_SAFE_INTEGER), 0);
    assert.ok(await store.installations.find('slack', 'T1'));
    assert.ok(await store.subscriptions.find({ platform: 'slack', channelId: 'C1' }));
  });

  test(`${engine}: what was told is purged in its time, and what waits to be told is not`, async (t) => {
    const { store } = await (await newPlace(t)).open();
    const { notices, watches } = store;
    await watches.add(makeWatch(), 50);
    await notices.begin(start);
    const notice = (keys: readonly string[]) => makeNotice({ keys });
    const statements = [{ key: 's1', likeness: 'l1' }];
    await notices.tell(
      { issueId: '2031-W08', statements, notices: [notice(['a']), notice(['b'])], endedWatchIds: [] },
      start,
    );
    const request = { platforms: ['slack'], limit: 1, nowMs: start, leaseMs: 1, owner: 'a' };
    const [claimed] = await notices.claim(request);
    assert.ok(claimed && (await notices.markSent(claimed, 'm', start)));
    assert.equal(await store.purge(start + NOTICES_KEPT_MS), 0);
    assert.equal(await store.purge(start + NOTICES_KEPT_MS + 1), 2, 'the statement and the message that was sent');
    assert.equal(await notices.hasBegun(), true);
    assert.deepEqual(await notices.countByState(), { waiting: 1, claimed: 0, sent: 0, held: 0, skipped: 0 });
    assert.deepEqual([NOTICES_KEPT_MS, UNREACHABLE_KEPT_MS], [90 * dayMs, 60 * dayMs]);
    await watches.markUnreachable(makeWatcher(), 'takes none', start);
    assert.equal(await store.purge(start + UNREACHABLE_KEPT_MS), 0);
    assert.equal(await store.purge(start + UNREACHABLE_KEPT_MS + 1), 1, 'the watch of who takes no messages');
  });

  test(`${engine}: what a post said is kept the first time, and found with the posts of that time`, async (t) => {
    const { store } = await (await newPlace(t)).open();
    const { outbox, subscriptions, postedWords } = store;
    const channels = ['C1', 'C2', 'C3'];
    const step = { dueMs: start, nextDueMs: start + 1, seenIssueId: undefined };
    const post = { issueId: '2031-W08', earlierIssueIds: [] };
    for (const channelId of channels) await subscriptions.save(makeSubscription({ channelId, nextDueMs: start }));
    await outbox.plan(
      channels.map((channelId) => ({ platform: 'slack', channelId, ...step, post })),
      start,
    );
    const claims = await outbox.claim({ platforms: ['slack'], limit: 2, nowMs: start, leaseMs: 1, owner: 'a' });
    for (const claim of claims) await outbox.markSent(claim, 'm', start + 5);
    const [first] = claims;
    assert.ok(first);
    await postedWords.note(first.id, 'k1', start);
    await postedWords.note(first.id, 'k2', start);
    const listed = await postedWords.listSince(start + 5, undefined, 10);
    assert.equal(listed.length, 2);
    assert.deepEqual(listed.map(({ id, wordsKey }) => (id === first.id ? wordsKey : 'other')).sort(), ['k1', 'other']);
    assert.deepEqual(await postedWords.listSince(start + 6, undefined, 10), []);
    assert.equal((await postedWords.listSince(start, listed[0]?.id, 10)).length, 1);
    await postedWords.replace(first.id, 'k3', start + 1);
    assert.ok((await postedWords.listSince(start, undefined, 10)).some(({ wordsKey }) => wordsKey === 'k3'));
    assert.equal(await store.purge(start + 1 + WORDS_KEPT_MS), 0, 'as long as ever from when they were replaced');
    assert.equal(await store.purge(start + 2 + WORDS_KEPT_MS), 1);
  });

  test(`${engine}: it says whether it can be reached, and throws for nothing once it is closed`, async (t) => {
    const { store } = await (await newPlace(t)).open();
    assert.equal(await store.isReachable(), true);
    await store.close();
    assert.equal(await store.isReachable(), false);
    await store.close();
  });

  test(`${engine}: what was stored is there when it is opened again`, async (t) => {
    const place = await newPlace(t);
    const { store } = await place.open();
    await store.subscriptions.save(makeSubscription());
    await store.close();
    const { store: again } = await place.open();
    assert.deepEqual(await again.subscriptions.listAll(undefined, 10), [makeSubscription()]);
  });

  test(`${engine}: programs that open an empty database at once all get its tables`, async (t) => {
    const place = await newEmptyPlace(t);
    const opened = await Promise.all([place.open(), place.open(), place.open(), place.open()]);
    for (const { store } of opened) assert.deepEqual(await store.subscriptions.listAll(undefined, 1), []);
  });
}
