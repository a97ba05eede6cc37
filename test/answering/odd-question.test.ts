import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answer-question.ts';
import { composeAnswer } from '#answering/compose-answer.ts';
import { replyToText } from '#conversation/reply-to-text.ts';
import { assertSoundAnswer } from './assert-sound-answer.ts';
import { inventArchive } from './invented-archive.ts';
import { kitchenArchive } from './kitchen-archive.ts';

const MAX_TEXT = 900;
// Friendly and short: what fits a phone's screen.
const SHORT = 300;

const textOf = (question: string) => replyToText(composeAnswer(answerQuestion(question, kitchenArchive)), MAX_TEXT);

const nothing: Readonly<Record<string, readonly string[]>> = {
  'small talk': [
    'hi',
    'hello there!',
    'thanks',
    'good morning',
    'how are you?',
    'lol',
    'who are you?',
    'are you a bot?',
  ],
  nonsense: ['asdf qwer zxcv', 'aaaaaaaaaaaaaaaaaaaaaaaaaaa', 'x', '1', '42 43 44', 'fjdksl; fjdksl!'],
  'no words': ['🎉', '🎉🎉🎉 👍🏽', '???', '…', '.', '-', '()', '""', '<>', '&amp;', '​'],
  'other languages': [
    'wie wird das wetter morgen?',
    '¿quién ganó el mundial?',
    '今日の天気は?',
    'кто ты?',
    'كيف حالك؟',
  ],
};

for (const [kind, questions] of Object.entries(nothing)) {
  describe(`${kind}: a short, friendly reply and no article`, () => {
    for (const question of questions) {
      test(JSON.stringify(question), () => {
        const answer = answerQuestion(question, kitchenArchive);
        assertSoundAnswer(answer, question, kitchenArchive);
        assert.equal(answer.answered, false, `${answer.lead} ${answer.citations[0]?.quote}`);
        assert.deepEqual(answer.citations, []);
        assert.ok(textOf(question).length <= SHORT, textOf(question));
      });
    }
  });
}

describe('of a question in another language it is not said that the archive is silent where it is not', () => {
  for (const question of [
    'läuft teapotd auf armv6?',
    '¿funciona teapotd en armv6?',
    'teapotd fonctionne sur armv6 ?',
    'gira teapotd su armv6?',
  ])
    test(question, () => assert.doesNotMatch(textOf(question), /does not say whether/));
});

describe('however long, broken or dressed up it is', () => {
  const question = 'does teapotd run on armv6?';
  const dressed: Readonly<Record<string, string>> = {
    'at the end of a story': `Hi everyone, we are moving our small build farm to another room this month, and the colleague who left last year has given us a box with old boards. Some of them still start. I would like to use them for something useful instead of throwing them away, and my boss likes the thought. We already have queues everywhere else. ${question}`,
    'before a story': `${question} We are moving our small build farm to another room this month, and the colleague who left last year has given us a box with old boards.`,
    'followed by many': `${question} ${'and so on '.repeat(2000)}`,
    'in capitals': question.toUpperCase(),
    'with many question marks': `${question}${'?'.repeat(200)}`,
    'over lines': question.replaceAll(' ', '\n'),
    'with tabs and blanks': question.replaceAll(' ', ' \t  '),
    'in quotes': `"${question}"`,
    'with emoji': `👋 ${question} 🙏`,
    'with markup': `*does* _teapotd_ run on \`armv6\`?`,
    'with a typing error': 'does taepotd run on armv6?',
  };
  for (const [name, text] of Object.entries(dressed)) {
    test(name, () => {
      const answer = answerQuestion(text, kitchenArchive);
      assertSoundAnswer(answer, text, kitchenArchive);
      assert.equal(answer.verdict, 'yes', answer.lead);
      assert.ok(answer.lead.length < 200, answer.lead);
    });
  }
});

describe('an empty archive', () => {
  const empty = inventArchive({});
  for (const question of [
    'does teapotd run on armv6?',
    'what is in week 7?',
    'which problems are still open?',
    'link?',
    'hi',
  ])
    test(question, () => {
      const answer = answerQuestion(question, empty);
      assertSoundAnswer(answer, question, empty);
      assert.equal(answer.answered, false);
    });
});

test('a sentence far longer than a quote may be is cut between clauses, with the proof in it', () => {
  const long = Array.from({ length: 12 }, (_, n) => `reason ${n} is as good as any`).join(', ');
  const archive = inventArchive({
    '2031-W07': `### Teapotd\n\nBecause ${long}, Teapotd does not run on armv6, and ${long}.\n`,
  });
  const question = 'does teapotd run on armv6?';
  const answer = answerQuestion(question, archive);
  assertSoundAnswer(answer, question, archive);
  assert.equal(answer.verdict, 'no');
  assert.match(answer.citations[0]?.quote ?? '', /does not run on armv6/);
});
