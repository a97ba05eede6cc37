import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerQuestion } from '#answering/answer-question.ts';
import { parseIssue } from '#newsletter/parse-issue.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { growArchive } from '../../bench/grow-archive.ts';
import { inventNewsletters } from '../../bench/invent-newsletters.ts';

function buildFrom(texts: readonly { file: string; text: string }[]) {
  return buildSnapshot(
    texts.map(({ file, text }) => parseIssue(file, text).issue).filter((issue) => issue !== undefined),
  );
}

test('the invented archive is the same every time, is read in whole, and answers most of its questions', () => {
  const { texts, questions } = inventNewsletters();
  assert.deepEqual(inventNewsletters(), { texts, questions });
  const snapshot = buildFrom(texts);
  assert.equal(snapshot.issues.length, texts.length);
  assert.ok(snapshot.index.articles.length >= 340);
  const answered = questions.filter((question) => answerQuestion(question, snapshot).answered);
  assert.ok(answered.length > questions.length / 2, `${answered.length} of ${questions.length}`);
});

test('a grown archive has all the articles, new names though ever fewer, and the same targets', () => {
  const { texts } = inventNewsletters();
  const some = texts.slice(0, 4);
  const grown = growArchive(some, 9);
  assert.deepEqual(growArchive(some, 9), grown);
  assert.deepEqual(grown.slice(0, 4), some);
  assert.equal(new Set(grown.map(({ file }) => file)).size, 36);
  const [small, large] = [buildFrom(some), buildFrom(grown)];
  assert.equal(large.index.articles.length, small.index.articles.length * 9);
  const gained = large.index.words.size / small.index.words.size;
  assert.ok(gained > 1.1 && gained < 5, `${gained} times the words`);
  const targets = ({ index }: typeof small) => index.terms.filter((term) => term.startsWith('@')).sort();
  assert.deepEqual(targets(large), targets(small));
});
