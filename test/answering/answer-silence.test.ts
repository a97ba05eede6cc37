import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answer-question.ts';
import { composeAnswer } from '#answering/compose-answer.ts';
import { replyToText } from '#conversation/reply-to-text.ts';
import { kitchenArchive } from './kitchen-archive.ts';

const ask = (question: string) => answerQuestion(question, kitchenArchive);
const textOf = (question: string) => replyToText(composeAnswer(ask(question)), 900);

describe('a subject that is there, on a target that nobody mentions: unknown, never no', () => {
  for (const question of [
    'does teapotd run on riscv?',
    'teapotd ppc64le',
    'does teapotd run on freebsd?',
    'does ladle run on windows?',
    'kettlectl on a pi zero',
    'is the whisk agent out for s390x?',
  ]) {
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.verdict, 'unknown', answer.lead);
      assert.equal(answer.answered, false);
      assert.match(answer.lead, /^The archive does not say whether /);
      assert.doesNotMatch(textOf(question), /\bNo, /);
    });
  }

  test('and shows what the archive does say of it, with where it stands', () => {
    const answer = ask('does teapotd run on riscv?');
    assert.equal(answer.citations[0]?.source.heading, 'Teapotd 2.0 is out');
    assert.match(textOf('does teapotd run on riscv?'), /What it does say/);
  });
});

describe('a subject that the archive does not know: it says so by name', () => {
  for (const [question, name] of [
    ['does corkscrewd run on arm64?', 'corkscrewd'],
    ['corkscrewd armv6', 'corkscrewd'],
    ['what is corkscrewd?', 'corkscrewd'],
    ['how much does a corkscrewd licence cost?', 'corkscrewd'],
    ['when will Corkscrewd be released?', 'Corkscrewd'],
    ['workaround for corkscrewd crash', 'corkscrewd'],
    ['link to corkscrewd', 'corkscrewd'],
  ] as const) {
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.answered, false, `${answer.lead} ${answer.citations[0]?.quote}`);
      assert.deepEqual(answer.citations, []);
      assert.match(textOf(question), new RegExp(name));
    });
  }
});

describe('a subject that is not there, even when its words are', () => {
  for (const question of [
    'does Message Broker Pro run on arm64?',
    'does the file explorer run on arm?',
    'who won the world cup?',
    'what is the weather in berlin?',
    'is there life on mars?',
    'does my toaster run on armv7?',
    'what should i cook tonight?',
  ]) {
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.answered, false, `${answer.lead} ${answer.citations[0]?.quote}`);
    });
  }
});

describe('a fact that the article does not give', () => {
  for (const question of [
    'how much does teapotd cost?',
    'what is the price of teapotd?',
    'what license is teapotd under?',
    'how many cores does teapotd need?',
    'how many users does teapotd have?',
    'who leads teapotd?',
    'when was teapotd founded?',
    'what language is teapotd written in?',
    'which version of ladle is the latest?',
    'is there a workaround for teapotd?',
    'is teapotd free?',
    'is teapotd ready for production?',
    'does teapotd support clustering?',
  ]) {
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.answered, false, `${answer.lead} ${answer.citations.map(({ quote }) => quote).join(' / ')}`);
    });
  }
});

describe('a fact that the article gives is told', () => {
  for (const [question, proof] of [
    ['how much memory does teapotd need?', /40 MB/],
    ['how many cores does sieve need?', /four cores/],
    ['who leads ladle?', /Jane Doe/],
    ['who makes teapotd?', /Brewsoft/],
    ['what is teapotd?', /message broker/],
    ['what is spoonfs', /file system/],
    ['when will the whisk agent be out?', /later this year/],
    ['which architectures does teapotd run on?', /armv6, armv7, aarch64 and x86_64/],
    ['which version of kettlectl is available for arm64?', /3\.1/],
    ['forkd workaround', /--no-steam/],
    ['how do i get forkd to start on armv7?', /--no-steam/],
  ] as const) {
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.answered, true, answer.lead);
      assert.equal(answer.verdict, undefined);
      assert.match(answer.citations.map(({ quote }) => quote).join(' '), proof);
    });
  }

  test('links: the one that was asked for stands first', () => {
    assert.equal(ask("where's teapotd's source?").citations[0]?.links[0]?.url, 'https://git.example/teapotd');
    assert.equal(ask('link to the forkd bug').citations[0]?.links[0]?.url, 'https://bugs.example/77');
    assert.equal(
      ask('how do i install teapotd? link please').citations[0]?.links[0]?.url,
      'https://teapotd.example/install',
    );
  });

  test('lists: what is in an issue, which issues covered it, what is still open', () => {
    assert.deepEqual(ask("what's in week 12?").list?.items, ['Sieve 5', 'Grater drops old boards']);
    assert.match(ask('which issues covered kettlectl?').lead, /2031-W07.*2031-W09/);
    assert.match(ask('which problems are still open?').list?.items[0] ?? '', /^Forkd hangs on armv7/);
  });

  test('an issue that is not there is not answered by another', () => {
    const answer = ask("what's in week 30?");
    assert.equal(answer.answered, false, `${answer.lead} ${answer.citations[0]?.source.issueId}`);
  });
});
