import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { composeAnswer } from '#answering/wording/compose-answer.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { inventArchive } from './invented-archive.ts';

const text = `### Teapotd 2.0 is out

Teapotd is a message broker. Teapotd 2.0 runs on armv6 and arm64. There is no Teapotd for Windows.

[Teapotd](https://teapotd.example)
`;
const restated = inventArchive({ '2031-W07': `---\ntitle: Week 7\nrestates: true\n---\n\n${text}` });
const original = inventArchive({ '2031-W07': `---\ntitle: Week 7\n---\n\n${text}` });

const compose = (question: string, archive: Snapshot) => composeAnswer(answerQuestion(question, archive), '2031-03-01');
const say = (question: string, archive: Snapshot) => replyToText(compose(question, archive), 900);

const questions = ['does teapotd run on armv6?', 'does teapotd run on windows?', 'what is teapotd?'];

describe('words of ours that restate an issue are never shown as the newsletter’s own', () => {
  for (const question of questions) {
    test(question, () => {
      const quotes = compose(question, restated).blocks.filter(({ kind }) => kind === 'quote');
      assert.ok(quotes.length > 0);
      for (const quote of quotes) assert.ok(quote.kind === 'quote' && quote.isRestated);
      const said = say(question, restated);
      assert.match(said, /In our own words/);
      assert.doesNotMatch(said, /“[^”]*Teapotd[^”]*”/);
    });
  }

  test('nor announced as such', () => {
    for (const question of questions) assert.doesNotMatch(say(question, restated), /newsletter writes/, question);
  });
});

describe('words of the newsletter are shown as such', () => {
  for (const question of questions) {
    test(question, () => {
      const said = say(question, original);
      assert.match(said, /newsletter writes:\n“[^”]+”/);
      assert.doesNotMatch(said, /our own words/);
    });
  }
});

test('of the one and the other in an answer, each is told apart', () => {
  const mixed = inventArchive({
    '2031-W07': '---\ntitle: Week 7\nrestates: true\n---\n\n### Teapotd\n\nTeapotd does not run on arm64.\n',
    '2031-W09': '---\ntitle: Week 9\n---\n\n### Teapotd\n\nTeapotd now runs on arm64.\n',
  });
  const { citations } = answerQuestion('does teapotd run on arm64?', mixed);
  assert.deepEqual(
    citations.map(({ source, isRestated }) => [source.issueId, isRestated]),
    [
      ['2031-W09', false],
      ['2031-W07', true],
    ],
  );
});
