import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Question } from '../../../bench/evaluation/question.ts';
import { loadArchives } from '../../../bench/fit/load-archives.ts';
import { readExamples, readExamplesOfOne, readPassageExamples } from '../../../bench/fit/read-examples.ts';

const archives = await loadArchives(join(import.meta.dirname, '../../fixtures/content-w41'));
const question: Question = {
  id: 't-1',
  q: 'does balena run on armv6?',
  type: 'compat',
  style: 'plain',
  verdict: 'yes',
  articles: ['2017-W41 :: Balena'],
};

test('an archive is read whole, and each issue as one of its own with few questions a fact', () => {
  assert.deepEqual([...archives.ofOne.keys()], ['2017-W41']);
  const asks = (facts: (typeof archives.whole)['index']['facts']) => facts.map(({ fact }) => fact.asks.length);
  assert.ok(Math.max(...asks(archives.whole.index.facts)) > 2);
  assert.equal(Math.max(...asks(archives.ofOne.get('2017-W41')?.index.facts ?? [])), 2);
});

test('a question is an example of the whole archive, and for half as much of the issue that answers it', () => {
  const whole = readExamples(question, archives);
  const one = readExamplesOfOne(question, archives);
  assert.ok(whole.length > 0 && one.length > 0);
  assert.deepEqual([...new Set(whole.map(({ weight }) => weight))], [1]);
  assert.deepEqual([...new Set(one.map(({ weight }) => weight))], [0.5]);
  assert.equal(whole[0]?.traits.length, one[0]?.traits.length);
});

test('one without an answer counts three times, in the issue of what is nearest too; of an issue that is not there, none', () => {
  const unanswerable = { ...question, type: 'unanswerable', verdict: 'unknown', articles: [] };
  assert.deepEqual([...new Set(readExamples(unanswerable, archives).map(({ weight }) => weight))], [3]);
  assert.deepEqual([...new Set(readExamplesOfOne(unanswerable, archives).map(({ weight }) => weight))], [1.5]);
  assert.ok(readExamples(unanswerable, archives).every(({ isYes }) => !isYes));
  assert.deepEqual(readExamplesOfOne({ ...question, articles: ['1999-W01 :: Balena'] }, archives), []);
});

test('asked as if nobody had written a fact, its examples are sentences, and one that shows the key is an answer without a status', () => {
  const examples = readPassageExamples({ ...question, key: ['armv6'] }, archives);
  const sentences = archives.withoutFacts.index.facts.map(({ fact }) => fact);
  assert.ok(sentences.length > 0 && sentences.every(({ isReviewed, asks }) => !isReviewed && asks.length === 0));
  assert.ok(examples.some(({ isYes }) => isYes));
  assert.deepEqual(
    readPassageExamples({ ...question, key: ['no such words'] }, archives).filter(({ isYes }) => isYes),
    [],
  );
});
