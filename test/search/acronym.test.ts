import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findAcronyms, joinNames, makeInitials } from '#search/acronym.ts';

test('a run of capitalised words is known by its initials, small words inside it left out', () => {
  assert.deepEqual(findAcronyms('The release of Automotive Grade Linux 4.0 brings Red Hat Enterprise Linux along.'), [
    'agl',
    'rhel',
  ]);
  assert.deepEqual(findAcronyms('Bank of the West'), [], 'two initials are an accident');
  assert.deepEqual(findAcronyms('Internet of Tiny Things'), ['itt']);
  assert.deepEqual(findAcronyms('nothing here is a name'), []);
  assert.equal(makeInitials(['Functions', 'as', 'a', 'Service']), 'fs');
});

test('neighbouring capitalised words are also one word', () => {
  assert.equal(joinNames('The Adopt OpenJDK project'), 'TheAdopt TheAdoptOpenJDK TAOpenJDK AdoptOpenJDK');
  assert.equal(joinNames('plain words only'), '');
});
