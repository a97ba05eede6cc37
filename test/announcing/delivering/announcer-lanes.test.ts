import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openNewsroom } from '../open-newsroom.ts';

test('due dates that cannot be served keep nothing else from being planned and sent, nor the other way round', async (t) => {
  const events: string[] = [];
  const lane = (name: string, isWell: boolean) => ({
    async plan() {
      events.push(`plan ${name}`);
      if (!isWell) throw new Error('The store is away.');
      return 1;
    },
    drain: async () => events.push(`send ${name}`),
    release: async () => events.push(`give back ${name}`),
  });
  const { subscriptions, startProcess, log } = await openNewsroom(t);
  const failing = { ...subscriptions, listDue: () => Promise.reject(new Error('The store is away.')) };
  const otherLanes = [lane('news', false), lane('letters', true)];
  const announcer = startProcess({ subscriptions: failing, otherLanes });
  await announcer.runRound();
  assert.deepEqual(events, ['plan news', 'plan letters', 'send news', 'send letters']);
  assert.equal(log.above('info').length, 2);
  assert.equal(announcer.lastRoundMs(), undefined);
  await announcer.stop();
  assert.deepEqual(events.slice(-2), ['give back news', 'give back letters']);
});
