import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildSpelling } from '#search/words/spelling.ts';
import { assertProperty } from '../../fixtures/assert-property.ts';
import { countEdits } from '../../spelling/count-edits.ts';

const SEED = 271828;

/**
 * Every word that is near enough, straight from the rule: one edit from four letters on, two from eight, of three letters
 * two neighbours swapped; digits as they are or two of them swapped; up to five letters no other letter in a letter's
 * place. Two letters swapped are half an edit, one of two alike three quarters.
 */
function findNear(typed: string, lexicon: readonly string[]): { word: string; edits: number }[] {
  const limit = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : -1;
  if (typed.length === 3)
    return lexicon.filter((word) => isNeighbourSwap(word, typed)).map((word) => ({ word, edits: 1 }));
  return (
    lexicon
      .filter((word) => Math.abs(word.length - typed.length) <= limit)
      .map((word) => ({ word, edits: countEdits(typed, word) }))
      .filter(({ edits }) => edits <= limit)
      .map(({ word, edits }) => ({ word, edits: likelierEdits(word, typed, edits) }))
      .filter(({ word, edits }) => edits === 0.5 || digitsOf(word) === digitsOf(typed))
      // Two slips leave the first letter what it is.
      .filter(({ word, edits }) => edits <= 1 || word[0] === typed[0])
      .filter(({ word, edits }) => edits === 0.5 || typed.length > 5 || word.length !== typed.length)
      .sort((a, b) => a.edits - b.edits)
  );
}

function likelierEdits(word: string, typed: string, edits: number): number {
  if (isSwap(word, typed, edits)) return 0.5;
  return edits > 0 && single(word) === single(typed) ? 0.75 : edits;
}

// Each letter once where it stands twice.
const single = (word: string) =>
  [...word].filter((letter, at) => /\d/.test(letter) || letter !== word[at - 1]).join('');

function isSwap(a: string, b: string, edits: number): boolean {
  return edits === 1 && [...a].sort().join() === [...b].sort().join();
}

function isNeighbourSwap(word: string, typed: string): boolean {
  const [a, b, c] = word;
  return word.length === 3 && [`${b}${a}${c}`, `${a}${c}${b}`].includes(typed) && typed !== `${a}${b}${c}`;
}

// A letter more behind the number is another thing, too.
function digitsOf(word: string): string {
  const digits = word.replace(/\D/g, '');
  return digits === '' || /\d$/.test(word) ? digits : `${digits} and more`;
}

/** A word as somebody in a hurry types it: some letters left out, doubled, changed or swapped. */
function mistype(word: string, slips: readonly (readonly [kind: number, place: number, letter: string])[]): string {
  return slips.reduce((typed, [kind, place, letter]) => {
    const at = place % (typed.length + 1);
    const [before, after] = [typed.slice(0, at), typed.slice(at)];
    if (kind === 0) return before + after.slice(1);
    if (kind === 1) return before + letter + after;
    if (kind === 2) return before + letter + after.slice(1);
    return before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2);
  }, word);
}

const letter = fc.constantFrom(...'abdeiklnrst7');
const word = fc.string({ unit: letter, minLength: 3, maxLength: 9 });
const slips = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.nat(20), letter), { maxLength: 3 });

test('suggests what a slow search of the whole lexicon finds, nearest first, and nothing else', (t) => {
  t.diagnostic(`seed ${SEED}`);
  let looked = 0;
  let found = 0;
  assertProperty(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 40 }), fc.nat(), slips, (lexicon, place, errors) => {
      const typed = mistype(lexicon[place % lexicon.length] ?? '', errors);
      // Only a word that nobody has is looked up.
      fc.pre(!lexicon.includes(typed));
      looked++;
      const near = findNear(typed, lexicon);
      const suggested = buildSpelling(() => lexicon).suggest(typed);
      if (near.length > 0) found++;
      assert.equal(suggested.length, Math.min(near.length, 3), JSON.stringify({ typed, near, suggested }));
      assert.deepEqual(
        suggested.map(({ edits }) => edits),
        near.slice(0, 3).map(({ edits }) => edits),
      );
      for (const one of suggested) assert.ok(near.some(({ word, edits }) => word === one.word && edits === one.edits));
    }),
    { seed: SEED, numRuns: 400 },
  );
  assert.ok(found > looked / 4, `only ${found} of ${looked} words had anything near`);
});

test('a mistyped name is recognised, a different one is not', () => {
  const { suggest } = buildSpelling(() => [
    'balena',
    'kubernetes',
    'armv6',
    'armv7',
    'mysql',
    'openjdk',
    'go',
    'elasticsearch',
  ]);
  const best = (typed: string) => suggest(typed)[0]?.word;
  assert.equal(best('blaena'), 'balena', 'swapped letters');
  assert.equal(best('BALLENA'), 'balena', 'any letter case');
  assert.equal(best('kubernets'), 'kubernetes');
  assert.equal(best('kuberentse'), 'kubernetes', 'two errors in a long word');
  assert.equal(best('elasticserch'), 'elasticsearch');
  assert.equal(best('balxxna'), undefined, 'two errors in a short word make another word');
  assert.equal(best('armv8'), undefined, 'another digit is another thing');
  assert.equal(best('og'), undefined, 'two letters may be anything');
  assert.equal(best('mssql'), undefined, 'one letter for another makes another short name');
  assert.equal(best('mysqql'), 'mysql', 'one too many in a short name is a slip');
  assert.equal(best('msql'), 'mysql', 'and so is one too few');
  assert.equal(buildSpelling(() => ['aassl']).suggest('aasll').length, 0, 'the other letter twice is another letter');
  assert.equal(best('myslq'), 'mysql', 'and two swapped');
  assert.equal(best('x'.repeat(10_000)), undefined);
  assert.equal(buildSpelling(() => []).suggest('balena').length, 0);
});

test('of two words that are near, the one with two letters swapped comes first', () => {
  const { suggest } = buildSpelling(() => ['grains', 'grain', 'gains']);
  assert.deepEqual(
    suggest('garin').map(({ word }) => word),
    ['grain'],
  );
  assert.deepEqual(suggest('grainss')[0], { word: 'grains', edits: 0.75 });
  const { suggest: among } = buildSpelling(() => ['quern', 'qeurnd']);
  assert.equal(among('quernd')[0]?.word, 'qeurnd');
});

test('hears two letters for one as one slip', () => {
  const { suggest } = buildSpelling(() => ['dolphin', 'finder', 'locker']);
  assert.deepEqual(suggest('dolfin')[0], { word: 'dolphin', edits: 1 });
  assert.deepEqual(suggest('loker')[0], { word: 'locker', edits: 1 });
});

test('of very many words that begin alike, the one that is nearest is found, wherever it stands among them', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const others = [...letters].flatMap((one) => [...letters].map((other) => `kettl${one}${other}${one}`));
  for (const lexicon of [
    [...others, 'kettlectl'],
    ['kettlectl', ...others],
  ])
    assert.equal(buildSpelling(() => lexicon).suggest('kettlectk')[0]?.word, 'kettlectl');
});
