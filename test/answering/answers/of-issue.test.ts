import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { readIssueOf } from '#answering/answers/of-issue.ts';
import { inventArchive } from '../invented-archive.ts';

const runs = (place: string) =>
  `- article: Foodb\n  says: Foodb runs on ${place}.\n  about: [Foodb]\n  on: [${place}]\n  status: yes\n  asks: [where does foodb run?]\n`;
const archive = inventArchive(
  {
    '2031-W07': { text: '### Foodb\n\nFoodb runs on armv6.\n', facts: runs('armv6') },
    '2031-W08': { text: '### Foodb\n\nFoodb runs on arm64.\n', facts: runs('arm64') },
    '2031-W09': '### Quernd\n\nQuernd grinds faster.\n',
  },
  '- { name: Foodb, kind: [database] }\n- { name: Quernd, kind: [mill] }\n',
);
const ask = (question: string) => answerQuestion(question, archive);

describe('what an issue says, by its id, is what it is about', () => {
  for (const question of [
    'what does issue 2031-W07 say?',
    "what's in 2031-w07",
    'tell me about 2031-W07',
    '2031-W07',
    'what did the newsletter 2031-W07 contain?',
  ])
    test(question, () => assert.match(ask(question).lead, /\(2031-W07, [^)]*\) is about:$/));
});

describe('what is asked of one issue is answered from it alone', () => {
  for (const [question, lead] of [
    ['what does 2031-W07 say about foodb?', /^Foodb runs on armv6\./],
    ['what did issue 2031-W08 say about foodb', /^Foodb runs on arm64\./],
    ['does foodb run on armv6 in 2031-W07?', /^Foodb runs on armv6\./],
    ['does foodb run on armv6 according to the issue 2031-W08?', /^Issue 2031-W08 does not say/],
    ['which databases run on arm64 in issue 2031-W08?', /1 database/],
    ['what does 2031-W07 say about quernd?', /^Issue 2031-W07 has nothing about “quernd”/],
  ] as const)
    test(question, () => assert.match(ask(question).lead, lead));
});

test('an id that stands there many times is one', () => {
  assert.equal(readIssueOf('2031-W07 2031-w07 2031-W07 '.repeat(40), archive)?.rest, '');
});

test('an issue that is not there is told as that', () => {
  assert.match(ask('does foodb run on armv6 in 2031-W40?').lead, /nothing about “2031-W40”/);
});
