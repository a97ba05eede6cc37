import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeSubject, listSubjects } from '#search/complete-subject.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { gardenArchive } from './garden-archive.ts';

test('offers the subjects that begin as typed, then those that are spelt like it', () => {
  const subjects = listSubjects(gardenArchive);
  const mulchd = subjects.find((name) => name.startsWith('Mulchd'));
  assert.ok(mulchd, `no Mulchd among ${subjects.join(', ')}`);
  assert.equal(completeSubject(gardenArchive, 'mul', 5)[0], mulchd, 'its beginning, in any letter case');
  assert.equal(completeSubject(gardenArchive, ' mulhcd ', 5)[0], mulchd, 'swapped letters and blanks');
  assert.equal(completeSubject(gardenArchive, 'mul', 0).length, 0);
});

test('offers the newest subjects to somebody who has typed nothing, and each only once', () => {
  const newest = completeSubject(gardenArchive, '', 3);
  assert.deepEqual(newest, listSubjects(gardenArchive).slice(-3).reverse());
  const all = listSubjects(gardenArchive).map((name) => name.toLowerCase());
  assert.equal(new Set(all).size, all.length);
});

test('offers nothing that is nothing like it, and falls over nothing', () => {
  for (const typed of ['zzyzxqv', '((((', '\u0000', '\ud83d', '은하수', 'q'.repeat(10_000)]) {
    assert.deepEqual(completeSubject(gardenArchive, typed, 5), [], typed.slice(0, 20));
  }
  assert.deepEqual(completeSubject(buildSnapshot([]), 'mul', 5), []);
});
