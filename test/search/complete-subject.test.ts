import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeSubject } from '#search/complete-subject.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { inventArchive } from '../answering/invented-archive.ts';
import { gardenArchive } from './garden-archive.ts';

test('offers the subjects that begin as typed, then those that are spelt like it', () => {
  assert.equal(completeSubject(gardenArchive, 'mul', 5)[0], 'Mulchd', 'its beginning, in any letter case');
  assert.equal(completeSubject(gardenArchive, ' rakelibb ', 5)[0], 'Rakelib', 'a doubled letter, and blanks');
  assert.deepEqual(completeSubject(gardenArchive, 'rakellibb', 5), ['Rakelib'], 'two doubled letters');
  assert.equal(completeSubject(gardenArchive, 'mul', 0).length, 0);
});

test('forgives two letters swapped in a short name', () => {
  assert.equal(completeSubject(gardenArchive, 'mulhcd', 5)[0], 'Mulchd');
});

test('offers what most is known of to somebody who has typed nothing, and each only once', () => {
  assert.equal(completeSubject(gardenArchive, '', 3)[0], 'Mulchd');
  const all = completeSubject(gardenArchive, '', 100);
  assert.ok(all.includes('Rakelib') && all.includes('Wormctl'), all.join(', '));
  assert.equal(new Set(all.map((name) => name.toLowerCase())).size, all.length);
  const archive = inventArchive({
    '2031-W07': '### Hopperfs\n\nHopperfs is new.\n',
    '2031-W08': '### Quernd\n\nQuernd is new. Quernd is small.\n',
  });
  assert.deepEqual(completeSubject(archive, '', 2), ['Quernd', 'Hopperfs']);
});

test('a subject is found by each of its names, and offered under the one that the list gives it', () => {
  const text = '### Quernd\n\nQuernd runs on arm64. The Quern Daemon is small.\n\n### Quern\n\nQuern is a stone.\n';
  const archive = inventArchive(
    { '2031-W07': text },
    '- { name: Quernd, also: [Quern Daemon, qd] }\n- { name: Quern }\n- { name: Hopperfs }\n',
  );
  assert.equal(completeSubject(archive, 'quern d', 5)[0], 'Quernd');
  assert.equal(completeSubject(archive, 'QD', 5)[0], 'Quernd');
  assert.equal(completeSubject(archive, 'quern', 5)[0], 'Quern', 'the very name before a longer one');
  assert.deepEqual(completeSubject(archive, 'hopper', 5), [], 'one that no issue speaks of is not offered');
});

test('offers nothing that is nothing like it, and falls over nothing', () => {
  for (const typed of ['zzyzxqv', '((((', '\u0000', '\ud83d', '은하수', 'q'.repeat(10_000)]) {
    assert.deepEqual(completeSubject(gardenArchive, typed, 5), [], typed.slice(0, 20));
  }
  assert.deepEqual(completeSubject(buildSnapshot([]), 'mul', 5), []);
});
