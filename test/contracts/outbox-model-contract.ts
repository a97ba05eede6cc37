import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ClaimedPost } from '#announcing/outbox.ts';
import { assertProperty } from '../fixtures/assert-property.ts';
import { makeSubscription } from './make-subscription.ts';
import type { OutboxAndSubscriptions } from './outbox-contract.ts';
import { OutboxModel } from './outbox-model.ts';
import type { NewPlace } from './place.ts';

const due = 1_700_000_000_000;
const channelIds = ['C1', 'C2', 'C3', 'C4', 'C5'];

const owner = fc.constantFrom('a', 'b', 'c');
const anyStep = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('claim' as const), owner, limit: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: -5, max: 40 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sent' as const), pick: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('retry' as const), pick: fc.nat(), mayHaveArrived: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hold' as const), pick: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('extend' as const), pick: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('release' as const), owner }) },
);
const leaseMs = 30;

/** The outbox against an obvious model of it: random owners, old claims, and a clock that also goes back. */
export function outboxModelContract(name: string, newPlace: NewPlace<OutboxAndSubscriptions>, runs: number): void {
  test(`${name}: whatever happens in whatever order, it does what the plainest outbox would`, async (t) => {
    const { outbox, subscriptions } = await (await newPlace(t)).open();
    let round = 0;
    await assertProperty(
      fc.asyncProperty(fc.array(anyStep, { minLength: 10, maxLength: 40 }), async (steps) => {
        // A platform of its own keeps the rounds apart in one database.
        round++;
        const platform = `round ${round}`;
        for (const channelId of channelIds) await subscriptions.save(makeSubscription({ platform, channelId }));
        const step = { dueMs: due, nextDueMs: due + 1, seenIssueId: 'i', post: { issueId: 'i', earlierIssueIds: [] } };
        await outbox.plan(
          channelIds.map((channelId) => ({ platform, channelId, ...step })),
          due,
        );
        const model = new OutboxModel(channelIds, due);
        // Owners of other rounds must not be taken for those of this one.
        const own = (ownerName: string) => `${ownerName} ${round}`;
        const claims: ClaimedPost[] = [];
        let nowMs = due;
        for (const action of steps) {
          if (action.kind === 'wait') nowMs += action.ms;
          else if (action.kind === 'claim') {
            const ready = model.findReady(nowMs);
            const request = { platforms: [platform], limit: action.limit, nowMs, leaseMs, owner: own(action.owner) };
            const taken = await outbox.claim(request);
            assert.equal(taken.length, Math.min(ready.length, action.limit));
            for (const claim of taken) {
              assert.ok(ready.some(({ channelId }) => channelId === claim.channelId));
              const expected = model.claim(claim, own(action.owner), nowMs, leaseMs);
              assert.equal(claim.unsureSinceMs, expected?.unsureSinceMs);
              assert.equal(claim.attempts, expected?.attempts);
            }
            claims.push(...taken);
          } else if (action.kind === 'release') {
            const held = model.posts.filter((post) => post.state === 'claimed' && post.owner === own(action.owner));
            for (const post of held) Object.assign(post, { state: 'waiting', owner: undefined, nextTryMs: nowMs });
            assert.equal(await outbox.release(own(action.owner), nowMs), held.length);
          } else {
            const claim = claims[action.pick % claims.length];
            if (!claim) continue;
            const post = model.find(claim);
            let accepted: boolean;
            if (action.kind === 'sent') {
              accepted = await outbox.markSent(claim, 'm', nowMs);
              if (post) Object.assign(post, { state: 'sent', unsureSinceMs: undefined });
            } else if (action.kind === 'hold') {
              accepted = await outbox.hold(claim, 'why');
              if (post) post.state = 'held';
            } else if (action.kind === 'extend') {
              accepted = await outbox.extendLease(claim, nowMs + leaseMs);
              if (post) post.nextTryMs = nowMs + leaseMs;
            } else {
              const { mayHaveArrived } = action;
              accepted = await outbox.retryLater(claim, { nextTryMs: nowMs + 10, reason: 'why', mayHaveArrived });
              if (post) {
                const unsureSinceMs = mayHaveArrived ? (post.unsureSinceMs ?? post.claimedMs) : undefined;
                Object.assign(post, { state: 'waiting', owner: undefined, nextTryMs: nowMs + 10, unsureSinceMs });
              }
            }
            assert.equal(accepted, post !== undefined);
          }
        }
        for (const post of model.posts) {
          const [stored] = await outbox.list({ channel: { platform, channelId: post.channelId }, limit: 1 });
          assert.deepEqual(
            [stored?.state, stored?.attempts, stored?.unsureSinceMs],
            [post.state, post.attempts, post.unsureSinceMs],
          );
        }
      }),
      { numRuns: runs, seed: 20_190_607 },
    );
  });
}
