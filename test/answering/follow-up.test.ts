import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Answer } from '#answering/answer.ts';
import { answerQuestion } from '#answering/answer-question.ts';
import type { FollowUp } from '#answering/follow-up.ts';
import { kitchenArchive } from './kitchen-archive.ts';

/** Asks one question after the other, as one conversation. */
function converse(...questions: readonly string[]): Answer {
  let followUp: FollowUp | undefined;
  let last: Answer | undefined;
  for (const question of questions) {
    last = answerQuestion(question, kitchenArchive, followUp);
    followUp = last.followUp ?? followUp;
  }
  assert.ok(last);
  return last;
}

describe('a follow-up keeps the subject', () => {
  // conversation, verdict, lead.
  for (const [questions, verdict, lead] of [
    [['does teapotd run on armv6?', 'what about arm64?'], 'yes', /^Yes, Teapotd runs on arm64\.$/],
    [['does teapotd run on armv6?', 'and on windows?'], 'no', /^No, Teapotd does not run on Windows\.$/],
    [['does teapotd run on armv6?', 'windows?'], 'no', /Teapotd.*Windows/],
    [['does teapotd run on armv6?', 'ok, and on a pi zero w?'], 'yes', /Teapotd.*Raspberry Pi Zero/],
    [['does teapotd run on armv6?', 'what about arm64?', 'and on windows?', 'and x86_64?'], 'yes', /Teapotd.*x86_64/],
    [['does teapotd run on armv6?', 'does it run on windows too?'], 'no', /Teapotd.*Windows/],
    [['what is teapotd?', 'does it run on arm64?'], 'yes', /Teapotd.*arm64/],
    [['does teapotd run on armv6?', 'what about riscv?'], 'unknown', /Teapotd.*riscv64/],
    [['does teapotd run on riscv?', 'and on arm64?'], 'yes', /Teapotd.*arm64/],
    [['teapotd armv6', 'arm64'], 'yes', /Teapotd.*arm64/],
  ] as const) {
    test(questions.join(' → '), () => {
      const answer = converse(...questions);
      assert.equal(answer.verdict, verdict, answer.lead);
      assert.match(answer.lead, lead);
    });
  }
});

describe('a follow-up with a subject of its own changes it', () => {
  test('on the same target: "and kettlectl?" asks what was asked of teapotd', () => {
    const answer = converse('does teapotd run on arm64?', 'and kettlectl?');
    assert.equal(answer.verdict, 'yes', answer.lead);
    assert.equal(answer.citations[0]?.source.heading, 'Kettlectl is ported');
  });

  test('and the next one is about that', () => {
    const answer = converse('does teapotd run on armv6?', 'is kettlectl available for arm64?', 'and on windows?');
    assert.match(answer.lead, /Kettlectl.*Windows/);
    assert.equal(answer.verdict, 'unknown');
  });

  test('a whole question is left as it is', () => {
    assert.match(
      converse('does teapotd run on armv6?', 'does ladle run on arm64?').lead,
      /^Yes, Ladle runs on arm64\.$/,
    );
  });
});

describe('a follow-up may ask for something else about the same subject', () => {
  test('link?', () => {
    for (const words of ['link?', 'link', 'got a link?', 'where is the source?']) {
      const answer = converse('does teapotd run on armv6?', words);
      assert.equal(answer.answered, true, `${words}: ${answer.lead}`);
      assert.equal(answer.citations[0]?.source.heading, 'Teapotd 2.0 is out', words);
      assert.ok((answer.citations[0]?.links.length ?? 0) > 0, words);
    }
  });

  test('since when?', () => {
    const answer = converse('does kettlectl run on arm64?', 'since when?');
    assert.equal(answer.answered, true, answer.lead);
    assert.equal(answer.citations[0]?.source.issueId, '2031-W09');
  });

  test('who makes it?', () => {
    assert.match(
      converse('does teapotd run on armv6?', 'who makes it?')
        .citations.map(({ quote }) => quote)
        .join(' '),
      /Brewsoft/,
    );
  });

  test('how much memory does it need?', () => {
    assert.match(
      converse('does teapotd run on armv6?', 'how much memory does it need?').citations[0]?.quote ?? '',
      /40 MB/,
    );
  });

  test('is it free? is not known, and not denied', () => {
    assert.equal(converse('does teapotd run on armv6?', 'is it free?').answered, false);
  });
});

describe('what is no follow-up is not answered as one', () => {
  for (const words of ['thanks', 'thanks!', 'thank you', 'ok', 'cool', 'great, thanks', 'bye', '👍']) {
    test(words, () => {
      const answer = converse('does teapotd run on armv6?', words);
      assert.equal(answer.answered, false, `${answer.lead} ${answer.citations[0]?.quote}`);
    });
  }

  test("what's in week 12?", () => {
    assert.match(converse('does teapotd run on armv6?', "what's in week 12?").lead, /week 12/);
  });

  test('who won the world cup?', () => {
    assert.equal(converse('does teapotd run on armv6?', 'who won the world cup?').answered, false);
  });

  test('without a question before it, a follow-up has no subject and says so', () => {
    for (const words of ['link?', 'since when?', 'is it out?', 'does it run on arm64?', 'and on windows?']) {
      const answer = converse(words);
      assert.equal(answer.answered, false, `${words}: ${answer.lead} ${answer.citations[0]?.quote}`);
    }
  });
});
