import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSnapshot } from '#search/snapshot.ts';
import { matchWatches } from '#watching/match-watches.ts';
import { readStatements } from '#watching/read-statements.ts';
import type { WatchedTopic } from '#watching/watch.ts';
import { inventIssue, withFacts } from '../commands/invented-archive.ts';
import { makeWatch } from '../contracts/make-watch.ts';
import { type InventedFact, inventIssueOfFacts } from './invent-issue-of-facts.ts';

const subjects = [{ name: 'Kettlectl', also: ['kettle control'], kind: [], by: undefined }];

/** Which of the issue's statements bear on a topic, by their number. */
function findNumbers(facts: readonly InventedFact[], topic: Partial<WatchedTopic>): readonly number[] {
  return findAllNumbers(facts, [topic])[0] ?? [];
}

/** The same for topics that are watched side by side. */
function findAllNumbers(facts: readonly InventedFact[], topics: readonly Partial<WatchedTopic>[]) {
  const factual = inventIssueOfFacts('2031-W08', facts);
  const snapshot = buildSnapshot([factual], subjects);
  const statements = readStatements(factual.issue, snapshot);
  const watches = topics.map((topic, i) => ({ ...makeWatch(), id: `w${i}`, ...topic }));
  const matched = matchWatches(watches, statements, snapshot);
  return watches.map((watch) => {
    const match = matched.find((one) => one.watch === watch);
    return (match?.statements ?? []).map((statement) => statements.indexOf(statement));
  });
}

const on = (...places: readonly string[]): InventedFact => ({
  says: `Kettlectl runs on ${places.join(' and ')}.`,
  about: ['Kettlectl'],
  on: places,
  status: 'yes',
});
const all: InventedFact[] = [
  on('arm64'),
  on('Raspberry Pi 4'),
  on('armv6'),
  on('Windows'),
  { says: 'Kettlectl is fast.', about: ['Kettlectl'] },
  { says: 'Teapotd runs on arm64.', about: ['Teapotd', 'Kettlectl'], on: ['arm64'] },
  { says: 'Spoonfs runs on arm64.', about: ['Spoonfs'], on: ['arm64'] },
];

test('a subject is watched by any of its names, wherever it runs, also where it is not the first that is spoken of', () => {
  assert.deepEqual(findNumbers(all, { subject: 'Kettlectl' }), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(findNumbers(all, { subject: 'Kettle Control' }), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(findNumbers(all, { subject: 'Kettlectl 19.1' }), [0, 1, 2, 3, 4, 5]);
});

test('a subject that nobody had written about is found as soon as somebody has', () => {
  assert.deepEqual(findNumbers(all, { subject: 'spoonfs' }), [6]);
  assert.deepEqual(findNumbers(all, { subject: 'Forkfs' }), []);
  assert.deepEqual(findNumbers(all, { subject: '…' }), []);
});

test('a watch on a target matches what answers a question about it', () => {
  assert.deepEqual(findNumbers(all, { subject: 'Kettlectl', targetId: 'arm64' }), [0, 1, 5]);
  assert.deepEqual(findNumbers(all, { subject: 'Kettlectl', targetId: 'windows' }), [3]);
  assert.deepEqual(findNumbers(all, { subject: 'Kettlectl', targetId: 'raspberry-pi-4' }), [0, 1, 2, 5]);
  assert.deepEqual(findNumbers(all, { subject: 'Kettlectl', targetId: 'riscv64' }), []);
});

test('a watch that matches nothing keeps none of the same subject from matching, whichever comes first', () => {
  const topics = [{ targetId: 'riscv64' }, { targetId: 'windows' }, {}].map((more) => ({
    subject: 'Kettlectl',
    ...more,
  }));
  const numbers = [[], [3], [0, 1, 2, 3, 4, 5]];
  assert.deepEqual(findAllNumbers(all, topics), numbers);
  assert.deepEqual(findAllNumbers(all, topics.toReversed()), numbers.toReversed());
});

test('who watches a machine is told what runs on it', () => {
  assert.deepEqual(findNumbers(all, { subject: 'Raspberry Pi 4' }), [0, 1, 2, 5, 6]);
  assert.deepEqual(findNumbers(all, { subject: 'armv6' }), [2]);
});

test('and what is said of the machine itself; of a thing that only has its name in its own, nothing of it', () => {
  const machine = [on('armv6'), { says: 'Raspberry Pi 4 is sold out.', about: ['Raspberry Pi 4'] }, ...all.slice(1, 2)];
  assert.deepEqual(findNumbers(machine, { subject: 'Raspberry Pi 4' }), [0, 1, 2]);
  assert.deepEqual(findNumbers(all, { subject: 'Raspberry Pi 4 Teapot' }), []);
  assert.deepEqual(findNumbers(all, { subject: 'Teapot for Raspberry Pi 4' }), []);
});

test('what is said of a whole family is news of each that belongs to it', () => {
  const family = [on('32-bit Arm'), on('x86')];
  assert.deepEqual(findNumbers(family, { subject: 'Kettlectl', targetId: 'armv5' }), [0]);
  assert.deepEqual(findNumbers(family, { subject: 'Kettlectl', targetId: 'i386' }), [1]);
});

test('an article without an editor’s fact bears on all that its sentences speak of', () => {
  const sentences = ['Kettlectl runs on arm64.', 'Spoonfs runs on armv6.'];
  const drafted = withFacts(inventIssue('2031-W08', '2031-02-21', [{ heading: 'Much news', sentences }]));
  const snapshot = buildSnapshot([inventIssueOfFacts('2031-W07', all), drafted], subjects);
  const statements = readStatements(drafted.issue, snapshot);
  assert.deepEqual(
    statements.map(({ says }) => says),
    ['Much news'],
  );
  for (const subject of ['Kettlectl', 'Spoonfs', 'Forkfs']) {
    const matched = matchWatches([{ ...makeWatch({ subject }), id: subject }], statements, snapshot);
    assert.equal(matched.length, subject === 'Forkfs' ? 0 : 1, subject);
  }
});

test('a target that the vocabulary no longer has matches nothing, and breaks nothing', () => {
  assert.deepEqual(findNumbers(all, { subject: 'Kettlectl', targetId: 'long-gone' }), []);
});
