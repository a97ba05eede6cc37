// Writes rows of every kind to the store, and reports each once it is stored: node write-until-killed.ts PATH
// It begins when it reads a line with a name, so that it can be started ahead of time.
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { openStore } from '#storage/opening/open-store.ts';
import { makeSubscription } from '../contracts/make-subscription.ts';
import { noLog, parseAddress } from './store-address.ts';

const [path = ''] = process.argv.slice(2);
// Node would do this at its end, which never comes.
flushCompileCache();
const [line] = await once(process.stdin, 'data');
const name = String(line).trim();
const store = await openStore(parseAddress(`sqlite:${path}`), { log: noLog, now: () => 0 });
const { subscriptions, outbox, lineKeeper, installations } = store;
const dueMs = makeSubscription().nextDueMs;

// At once, past all buffers of this process: what is read at the other end was stored.
const report = (kind: string, key: string) => writeSync(1, `${kind} ${key}\n`);

for (let number = 0; ; number++) {
  const channelId = `${name}-${number}`;
  const channel = { platform: 'slack', channelId };
  await subscriptions.save(makeSubscription(channel));
  report('subscription', channelId);
  const post = { issueId: '2019-W23', earlierIssueIds: [] };
  await outbox.plan([{ ...channel, dueMs, nextDueMs: dueMs + 1, seenIssueId: post.issueId, post }], dueMs);
  report('planned', channelId);
  const claims = await outbox.claim({ platforms: ['slack'], limit: 1, nowMs: dueMs, leaseMs: 1e12, owner: name });
  for (const claim of claims) {
    report('claimed', claim.channelId);
    await outbox.markSent(claim, `message of ${claim.channelId}`, dueMs);
    report('sent', claim.channelId);
  }
  report('line', await lineKeeper.keep(`${channelId} ${'x'.repeat((number * 977) % 5_000)}`, 0));
  await installations.save('slack', channelId, new Uint8Array(1_000).fill(number), 0);
  report('installation', channelId);
}
