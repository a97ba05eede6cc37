import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSnapshot } from '#search/snapshot.ts';
import { sumUpWatches } from '#watching/sum-up-watches.ts';
import { makeWatch, makeWatcher } from '../contracts/make-watch.ts';
import { inventIssueOfFacts } from './invent-issue-of-facts.ts';

const facts = [{ says: 'Kettlectl runs on arm64.', about: ['Kettlectl'], on: ['arm64'], status: 'yes' }];
const subjects = [{ name: 'Kettlectl', also: ['kettle control'], kind: [], by: undefined }];
const snapshot = buildSnapshot([inventIssueOfFacts('2031-W07', facts)], subjects);
const people = ['U1', 'U2', 'U3'].map((recipientId) => makeWatcher({ recipientId }));
const watch = (subject: string, person: number, more = {}) => ({
  ...makeWatch({ subject, watcher: people[person] ?? makeWatcher(), createdMs: Date.UTC(2031, 1, 12), ...more }),
  id: `${subject} ${person}`,
});

test('a subject is summed up under all its names and letter cases; who watches it twice counts once', () => {
  const [kettlectl, ...others] = sumUpWatches(
    [
      watch('kettle control', 0),
      watch('KETTLECTL', 1, { createdMs: Date.UTC(2031, 1, 19) }),
      watch('Kettlectl', 0, { targetId: 'arm64' }),
      watch('Kettlectl', 0),
    ],
    snapshot,
  );
  assert.deepEqual(others, []);
  assert.deepEqual(kettlectl, {
    subject: 'Kettlectl',
    watchers: 2,
    topics: [
      { topic: 'Kettlectl', watchers: 2 },
      { topic: 'Kettlectl on arm64', watchers: 1 },
    ],
    weeks: [
      { week: '2031-W07', times: 3 },
      { week: '2031-W08', times: 1 },
    ],
  });
});

test('of a subject what most watch comes first, of equals by the name', () => {
  const at = (person: number, targetId?: string) => watch('Kettlectl', person, { targetId });
  const [{ topics } = { topics: [] }] = sumUpWatches(
    [at(0), at(0, 'windows'), at(1, 'windows'), at(2, 'armv6'), at(1, 'arm64')],
    snapshot,
  );
  assert.deepEqual(
    topics.map(({ topic, watchers }) => [topic, watchers]),
    [
      ['Kettlectl on Windows', 2],
      ['Kettlectl', 1],
      ['Kettlectl on arm64', 1],
      ['Kettlectl on armv6', 1],
    ],
  );
});

test('a person and a channel of the same id, and one id on two platforms, are several watchers', () => {
  const watchers = [{}, { kind: 'channel' as const }, { platform: 'discord' }].map(makeWatcher);
  const all = watchers.map((watcher) => watch('Kettlectl', 0, { watcher }));
  assert.equal(sumUpWatches(all, snapshot)[0]?.watchers, 3);
});

test('what most watch comes first, of equals by the name; what nobody wrote about keeps the name it was given', () => {
  const all = sumUpWatches(
    [watch('Spoonfs', 0), watch('forkfs', 0), watch('Forkfs', 1), watch('Ladlefs', 0), watch('Kettlectl', 2)],
    snapshot,
  );
  assert.deepEqual(
    all.map(({ subject, watchers }) => [subject, watchers]),
    [
      ['forkfs', 2],
      ['Kettlectl', 1],
      ['Ladlefs', 1],
      ['Spoonfs', 1],
    ],
  );
});
