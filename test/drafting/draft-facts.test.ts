import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { draftFacts } from '#drafting/draft-facts.ts';
import type { Article } from '#newsletter/issue.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';

function readArticle(markdown: string): Article {
  const article = parseIssue('2031-W07.md', markdown).issue?.articles[0];
  assert.ok(article);
  return article;
}

const draft = (markdown: string) => draftFacts(readArticle(markdown));

test('makes a fact of each sentence: what it says, what it is about, how it stands where it says so', () => {
  const facts = draft(
    '### Quernd on small boards\n\nQuernd 2.0 runs on armv7 and arm64 now. Its maker, Jane Doe of Acme, sells it.\n',
  );
  assert.deepEqual(facts, [
    {
      id: '2031-W07#1.0',
      issueId: '2031-W07',
      articleId: '2031-W07#1',
      says: 'Quernd 2.0 runs on armv7 and arm64 now.',
      quote: undefined,
      about: ['Quernd 2.0'],
      on: ['armv7', 'arm64'],
      status: 'yes',
      asks: [],
      isReviewed: false,
    },
    {
      id: '2031-W07#1.1',
      issueId: '2031-W07',
      articleId: '2031-W07#1',
      says: 'Its maker, Jane Doe of Acme, sells it.',
      quote: undefined,
      about: ['Jane Doe', 'Acme', 'Quernd'],
      on: [],
      status: undefined,
      asks: [],
      isReviewed: false,
    },
  ]);
});

suite('shows the words of others, and reads no verdict from them', () => {
  const cases: readonly (readonly [what: string, text: string])[] = [
    ['a quotation', '> Quernd runs on arm64.\n'],
    ['code', '```\nQuernd runs on arm64.\n```\n'],
    ['a row of a table', 'Board | Says\n--|--\nQuernd runs on arm64 | no\n'],
    ['a table within pipes', '| Board |\n|--|\n| Quernd runs on arm64 |\n'],
    ['the middle of a quotation', 'Jane said: “We did it. Quernd runs on arm64. It is good.”\n'],
    ['the middle of a straight one', 'Jane said: "We did it. Quernd runs on arm64. It is good."\n'],
    ['a long quotation', 'Jane said: “We did it. It is good. Quernd runs on arm64. Ask us.”\n'],
    ['a long straight one', 'Jane said: "We did it. It is good. Quernd runs on arm64. Ask us."\n'],
    ['the end of a quotation', 'Jane said: “We did it. Quernd runs on arm64,” and left.\n'],
  ];
  for (const [what, text] of cases) {
    test(what, () => {
      const facts = draft(`### Quernd\n\n${text}`);
      assert.ok(facts.some(({ says }) => says.includes('Quernd runs on arm64')));
      assert.deepEqual(
        facts.map(({ status }) => status).filter((status) => status !== undefined),
        [],
      );
    });
  }
});

test('of a list, each item has a verdict of its own, and none has another’s', () => {
  const facts = draft(
    '### Mills\n\n- Quernd runs on arm64.\n- Foodb does not run on arm64.\n- Hopperfs\n  - runs on arm64\n- Ovend, armv7\n',
  );
  assert.deepEqual(
    facts.map(({ about, status }) => [about[0], status]),
    [
      ['Quernd', 'yes'],
      ['Foodb', 'no'],
      ['Mills', undefined],
      ['Mills', undefined],
      ['Mills', undefined],
    ],
  );
});

test('behind a quotation, and in the next paragraph, verdicts are read again', () => {
  const facts = draft(
    '### Quernd\n\nJane said: “We did it. It is good.” Quernd runs on arm64.\n\nShe said “well.\n\nFoodb runs on armv7.\n\n' +
      'Joe said: "We did it. It is good." Hopperfs does not run on armv6.\n',
  );
  assert.deepEqual(
    facts.flatMap(({ about, status }) => (status === undefined ? [] : [[about[0], status]])),
    [
      ['Quernd', 'yes'],
      ['Foodb', 'yes'],
      ['Hopperfs', 'no'],
    ],
  );
});

test('a longer name that begins like the heading is no name of its subject', () => {
  for (const text of ['Quernd2 is sold by Acme.', 'Querndfs is sold by Acme.']) {
    assert.deepEqual(
      draft(`### Quernd\n\n${text}\n`).map(({ about }) => about),
      [['Acme', 'Quernd']],
      text,
    );
  }
});

test('what a sentence and its heading both name is named once', () => {
  assert.deepEqual(draft('### Quernd\n\nThe shop of Acme sells Quernd.\n')[0]?.about, ['Acme', 'Quernd']);
});

test('an article of links alone is answered from its heading', () => {
  const [fact, ...more] = draft('### Quernd now runs on arm64\n\n- https://quernd.example/\n');
  assert.deepEqual([fact?.says, fact?.status, fact?.on], ['Quernd now runs on arm64', 'yes', ['arm64']]);
  assert.deepEqual(more, []);
});

test('nothing is drafted from what is about the newsletter itself', () => {
  assert.deepEqual(draft('### Subscribe\n\nQuernd runs on arm64.\n'), []);
});

test('of a long list only the first two hundred sentences are drafted', () => {
  assert.equal(draft(`### Mills\n\n${'- Quernd runs on arm64.\n'.repeat(250)}`).length, 200);
});

test('what a subject is, told between commas, hides neither its name nor its verdict', () => {
  const [fact, other] = draft(
    '### Quernd 3.1\n\nQuernd 3.1, the flour database of Mill & Sons, runs on arm64. Quernd 3.1 is sold by Foodb Inc.\n',
  );
  assert.deepEqual([fact?.about, fact?.on, fact?.status], [['Quernd 3.1', 'Mill & Sons'], ['arm64'], 'yes']);
  assert.deepEqual(other?.about, ['Quernd 3.1', 'Foodb Inc']);
});
