import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isKnown, isStrangeJoin } from '#answering/question/read-words.ts';
import { understandQuestion } from '#answering/question/understand-question.ts';
import { millArchive } from '../mill-archive.ts';

test('a word of the archive, of the language or in another form of these is known, any other is not', () => {
  for (const word of ['quernd', 'QUERND', "quernd's", 'querndaemon', 'sacks', 'house', 'weirdly', 'arm64'])
    assert.equal(isKnown(word, millArchive), true, word);
  for (const word of ['flurble', 'quernds-sync']) assert.equal(isKnown(word, millArchive), false, word);
});

test('a joined word is another name unless all its parts are known and its end only says how it is', () => {
  for (const word of ['quernd-sync', 'quernd/flurble', 'flurble_db', 'pi-hole', 'foodb-quernd'])
    assert.equal(isStrangeJoin(word, millArchive), true, word);
  for (const word of [
    'arm64-based',
    'quernd-compatible',
    'quernd-conforming',
    'arm64-compliant',
    'arm64/armv7',
    'quernd/foodb',
    'plug-and-play',
    'linux-arm64',
    'quernd-centric',
    'quernd-heavy',
  ])
    assert.equal(isStrangeJoin(word, millArchive), false, word);
});

test('a sort of thing that nobody has written of is named as that, though the thing itself is known', () => {
  const unknown = (question: string) => understandQuestion(question, millArchive).unknownNames;
  assert.deepEqual(unknown('is there a spatula of quernd for arm64?'), ['spatula']);
  assert.deepEqual(unknown('is there a version of quernd for arm64?'), []);
});
