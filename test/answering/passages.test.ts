import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { composeAnswer } from '#answering/wording/compose-answer.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { shownOf } from './ask-mill.ts';
import { inventArchive } from './invented-archive.ts';

const archive = inventArchive({
  '2031-W07': `### Teapotd 2.0 is out

Teapotd is a message broker from Brewsoft. Teapotd 2.0 runs on armv6 and arm64. There is no Teapotd for Windows.
It gets along with 40 MB of memory.

### Kettlectl on 64-bit Arm

Work is under way to port Kettlectl to arm64. Kettlectl may one day run on armv6, if somebody helps.

### Spoonfs

Spoonfs for arm64 is planned. Jane Doe says: “Spoonfs runs on armv7.”

### Ladle for everyone

Everybody asked for Ladle on arm64, and some tried it.

### Sieve in the kitchen

The cooks keep Sieve and Strainer on their arm64 boards. THEY can read the bus called CAN with it, at Home and in IT.
`,
});

const ask = (question: string) => answerQuestion(question, archive);
const say = (question: string) => replyToText(composeAnswer(ask(question), '2031-03-01'), 900);

describe('of an issue without facts, a plain sentence is a verdict, worded as less sure than a reviewed one', () => {
  for (const [question, verdict, lead, sentence] of [
    ['does teapotd run on armv6?', 'yes', /^It seems so\./, 'Teapotd 2.0 runs on armv6 and arm64.'],
    ['does teapotd run on windows?', 'no', /^It seems not\./, 'There is no Teapotd for Windows.'],
    ['does spoonfs run on arm64?', 'planned', /^It seems to be planned\./, 'Spoonfs for arm64 is planned.'],
  ] as const)
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.verdict, verdict, shownOf(answer));
      assert.match(answer.lead, lead);
      assert.match(answer.lead, /The newsletter writes:$/);
      assert.equal(answer.citations[0]?.quote, sentence);
      assert.match(say(question), new RegExp(`“${sentence.replace(/[.]/g, '\\.')}”`), 'shown as a quote');
      assert.doesNotMatch(say(question), /^(?:Yes|No)\b/);
    });
});

describe('a sentence that does not say it plainly is no verdict', () => {
  for (const question of [
    'does kettlectl run on armv6?',
    'does ladle run on arm64?',
    'does spoonfs run on armv7?',
    'does teapotd run on riscv?',
    'does brewsoft run on armv6?',
  ])
    test(question, () => {
      const { verdict, lead } = ask(question);
      assert.ok(verdict === undefined || verdict === 'unknown', `${verdict}: ${lead}`);
    });
});

describe('a sentence that names all that was asked is shown, and the archive is not said to be silent on it', () => {
  for (const [question, sentence] of [
    ['does kettlectl run on armv6?', /^Kettlectl may one day run on armv6/],
    ['does ladle run on arm64?', /^Everybody asked for Ladle on arm64/],
    ['does spoonfs run on armv7?', /“Spoonfs runs on armv7\.”/],
  ] as const)
    test(question, () => {
      const { answered, lead, citations } = ask(question);
      assert.equal(answered, false);
      assert.equal(lead, 'I am not sure that this answers it:');
      assert.match(citations[0]?.quote ?? '', sentence);
      assert.match(
        say(question),
        sentence.source.startsWith('^') ? new RegExp(`“${sentence.source.slice(1)}`) : sentence,
      );
    });

  for (const question of ['does teapotd run on riscv?', 'does ladle run on windows?'])
    test(`but not where the place stands nowhere: ${question}`, () =>
      assert.match(ask(question).lead, /^The archive does not say/));
});

describe('a common word in capitals, in a sentence that nobody has read, is no name', () => {
  for (const question of ['Can I run Teapotd on armv6?', 'is IT ready at home?', 'may THEY run spoonfs on arm64?'])
    test(question, () => assert.doesNotMatch(say(question), /\b(?:CAN|IT|Home|THEY)\b(?! read)/));
});

test('of two things that one sentence names, none is said to be passed over by the archive', () => {
  const { lead, citations } = ask('do sieve and strainer run on arm64 boards?');
  assert.equal(lead, 'I am not sure that this answers it:');
  assert.match(citations[0]?.quote ?? '', /^The cooks keep Sieve and Strainer/);
});

describe('other questions are answered by the passage', () => {
  for (const [question, sentence] of [
    ['what is teapotd?', /message broker from Brewsoft/],
    ['who makes teapotd?', /Brewsoft/],
  ] as const)
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.answered, true, answer.lead);
      assert.equal(answer.verdict, undefined);
      assert.match(answer.citations[0]?.quote ?? '', sentence);
      assert.match(say(question), /^The newsletter writes:/);
    });
});

test('what an editor has written down goes before a sentence that nobody has checked', () => {
  const mixed = inventArchive({
    '2031-W07': {
      text: '### Teapotd\n\nTeapotd runs on arm64 with a patch.\n\n### In short\n\nTeapotd runs on arm64.\n',
      facts: `- article: Teapotd\n  says: Teapotd runs on arm64 with a patch.\n  about: [Teapotd]\n  on: [arm64]\n  status: partly\n  asks: [does teapotd run on arm64?]\n`,
    },
  });
  const answer = answerQuestion('does teapotd run on arm64?', mixed);
  assert.deepEqual([answer.verdict, answer.lead], ['partly', 'Teapotd runs on arm64 with a patch.']);
});
