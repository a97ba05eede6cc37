import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { composeAnswer } from '#answering/wording/compose-answer.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { assertSoundAnswer } from './assert-sound-answer.ts';
import { inventArchive } from './invented-archive.ts';
import { millArchive } from './mill-archive.ts';

const MAX_TEXT = 900;
const TODAY = '2031-03-31';
// Friendly and short: what fits a phone's screen.
const SHORT = 300;

const textOf = (question: string) => replyToText(composeAnswer(answerQuestion(question, millArchive), TODAY), MAX_TEXT);

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
        const answer = answerQuestion(question, millArchive);
        assertSoundAnswer(answer, millArchive);
        assert.equal(answer.answered, false, `${answer.lead} ${answer.citations[0]?.quote}`);
        assert.deepEqual(answer.citations, []);
        assert.ok(textOf(question).length <= SHORT, textOf(question));
      });
    }
  });
}

describe('of a question in another language it is not said that the archive is silent where it is not', () => {
  for (const question of [
    'läuft quernd auf armv6?',
    '¿funciona quernd en armv6?',
    'quernd fonctionne sur armv6 ?',
    'gira quernd su armv6?',
  ])
    test(question, () => assert.doesNotMatch(textOf(question), /does not say whether/));
});

describe('however long, broken or dressed up it is', () => {
  const question = 'does quernd run on armv6?';
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
    'with markup': `*does* _quernd_ run on \`armv6\`?`,
    'with a typing error': 'does qurend run on armv6?',
  };
  for (const [name, text] of Object.entries(dressed)) {
    test(name, () => {
      const answer = answerQuestion(text, millArchive);
      assertSoundAnswer(answer, millArchive);
      assert.equal(answer.verdict, 'yes', answer.lead);
      assert.ok(answer.lead.length < 200, answer.lead);
    });
  }
});

describe('an empty archive', () => {
  const empty = inventArchive({});
  for (const question of [
    'does quernd run on armv6?',
    'what is in week 7?',
    'which problems are still open?',
    'link?',
    'hi',
  ])
    test(question, () => {
      const answer = answerQuestion(question, empty);
      assertSoundAnswer(answer, empty);
      assert.equal(answer.answered, false);
    });
});

test('a sentence far longer than a quote may be is cut between words, with the proof in it', () => {
  const long = Array.from({ length: 12 }, (_, n) => `reason ${n} is as good as any`).join(', ');
  const sentence = `Teapotd does not run on armv6, since ${long}, and ${long}.`;
  const archive = inventArchive({ '2031-W07': `### Teapotd\n\n${sentence}\n` });
  const answer = answerQuestion('does teapotd run on armv6?', archive);
  assertSoundAnswer(answer, archive);
  assert.equal(answer.verdict, 'no');
  const quote = answer.citations[0]?.quote.replace(/…$/, '').trimEnd() ?? '';
  assert.match(quote, /does not run on armv6/);
  assert.ok(sentence.startsWith(quote));
  assert.doesNotMatch(sentence.slice(quote.length), /^\w/, `cut within a word: ${quote.slice(-20)}`);
});
