import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutDiscordLabel, fitDiscordText } from '#platforms/discord/text/fit.ts';
import { assertProperty } from '../../../fixtures/assert-property.ts';
import { hostileWords } from '../rendering/hostile-response.ts';

test('a text is cut between sentences, and only what is too long inside one, visibly', () => {
  assert.deepEqual(fitDiscordText('The pot boils. It does not sing. Wait.', 22), [
    'The pot boils.',
    'It does not sing.',
    'Wait.',
  ]);
  assert.deepEqual(fitDiscordText('The pot boils and sings.', 15), ['The pot boils …', '… and sings.']);
  assert.deepEqual(fitDiscordText('teapotteapotteapot', 10), ['teapotte …', '… apotte …', '… apot']);
});

test('every part fits once it is rendered, and all the words are there', () => {
  assertProperty(
    fc.property(hostileWords, fc.integer({ min: 60, max: 400 }), (text, max) => {
      const parts = fitDiscordText(text, max, (part) => `>> ${part.replaceAll('_', '\\_')}`);
      for (const part of parts) assert.ok(part.length <= max, `${part.length} > ${max}`);
      const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '');
      assert.equal(letters(parts.join('')), letters(text.toWellFormed()));
    }),
    { seed: 20310214, numRuns: 300 },
  );
});

test('a label is cut between words with dots, and never splits a character', () => {
  assert.equal(cutDiscordLabel('does the kettle run on arm64?', 20), 'does the kettle run…');
  assert.equal(cutDiscordLabel('🫖🫖🫖', 4), '🫖…');
  assert.equal(cutDiscordLabel('  @everyone \n boil', 80), '@\u200Beveryone boil');
});
