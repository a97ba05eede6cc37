import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseIssue } from '#newsletter/parse-issue.ts';
import { readQuery } from '#search/query.ts';
import { buildSnapshot } from '#search/snapshot.ts';

const { issue } = parseIssue(
  '2031-W02.md',
  `# Kitcheny Weekly

### Short notes

Signal Oven is a program for ovens, and nobody ported Signal Oven.
The home helper Home Kitchen, Home Kitchen 2 and one more Home Kitchen came in March.
Kiln 2.1 is out. Kiln 2.2 will be.
It refrigeratorizes bread. Frost and Kneadomatic, says Home, are there.
Doughvm makes dough, and pyflour makes flour.
A kitchen may signal with a flag.
`,
);
assert.ok(issue);
const bakery = buildSnapshot([issue]);

const read = (question: string) => new Map(readQuery(question, bakery).map((word) => [word.raw, word]));

test('ordinary words that the archive writes side by side with capitals are a name together, and words alone', () => {
  assert.equal(read('does signal oven run')?.get('signal')?.isName, true);
  assert.equal(read('did they signal with a flag')?.get('signal')?.isName, false);
  assert.equal(read('home kitchen image')?.get('kitchen')?.isName, true);
  assert.equal(read('which voice kitchen is it')?.get('kitchen')?.isName, false);
});

test('a word that has a version behind it is a name, at the head of a sentence too', () => {
  assert.equal(read('Is Kiln native?')?.get('Kiln')?.isName, true);
});

test('a month is no name', () => {
  assert.equal(read('was it in march?')?.get('march')?.isName, false);
});

test('a name is found without the ending or the beginning that names of software have', () => {
  for (const word of ['dough', 'flour'])
    assert.ok((read(`does ${word} run`)?.get(word)?.matches.length ?? 0) > 0, word);
});

test('a word that is cut short is found in full, a name is not', () => {
  assert.equal(read('why does it refrig bread')?.get('refrig')?.word, 'refrigeratorizes');
  assert.equal(read('does knead work')?.get('knead')?.word, 'knead');
});

test('a word after a comma is no part of the name before it', () => {
  assert.equal(read('does it run on kneadomatic')?.get('kneadomatic')?.isName, true);
});
