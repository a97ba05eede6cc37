import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { commandList } from '#commands/command-list.ts';
import { answerLine } from '#commands/running/run-command.ts';
import type { Response } from '#conversation/response.ts';
import { type Fact, factStatuses } from '#facts/fact.ts';
import type { Article, Issue } from '#newsletter/issue.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { inventIssue, kitchenArchive } from '../commands/invented-archive.ts';
import { assertProperty } from '../fixtures/assert-property.ts';

const seed = 20171013;
const numRuns = 2000;
const context = { version: '9.8.7', today: '2033-02-14' };

/** A platform's renderer, and how its messages are judged: by whatever they would ping, break or have refused. */
export interface JudgedRenderer {
  readonly platform: string;
  /** Text full of the platform's markup. */
  readonly words: fc.Arbitrary<string>;
  readonly findProblems: (response: Response) => readonly unknown[];
}

/** What every platform must keep, whoever asks and whatever the newsletter says. */
export function promiseHarmlessMessages({ platform, words, findProblems }: JudgedRenderer): void {
  test(`${platform}: hostile questions get answers that ping nobody, break nothing and are refused nowhere`, (t) => {
    t.diagnostic(`seed ${seed}`);
    const command = fc.constantFrom('', ...commandList.map(({ name }) => `${name} `), 'does kettlectl run on ');
    assertProperty(
      fc.property(command, words, (name, text) => {
        const response = answerLine(name + text, { ...context, snapshot: kitchenArchive });
        assert.deepEqual(findProblems(response), [], name + text);
      }),
      { seed, numRuns },
    );
  });

  test(`${platform}: hostile newsletter texts make answers that ping nobody, break nothing and are refused nowhere`, (t) => {
    t.diagnostic(`seed ${seed}`);
    const questions = [
      'latest',
      'status kettlectl',
      'search kettlectl',
      'does kettlectl run on arm64?',
      'link to kettlectl?',
    ];
    const textsOfIssue = 20;
    assertProperty(
      fc.property(fc.array(words, { minLength: textsOfIssue, maxLength: textsOfIssue }), (texts) => {
        const articles = texts.map((text, i) => ({
          heading: `Kettlectl ${text}`,
          section: texts.at(i - 1) ?? '',
          sentences: [`Kettlectl runs on arm64 ${text}.`, `${texts.at(i - 2)} Kettlectl does not work on armv6.`],
        }));
        const issue = inventIssue('2031-W07', '2031-02-14', articles, { title: texts[0] ?? '' });
        const facts = issue.articles.map((article, i) => inventFact(article, texts, i));
        // One with facts, one that is read sentence by sentence.
        const snapshot = buildSnapshot([
          { issue: withLinks(issue, texts), facts },
          { issue: inventIssue('2031-W08', '2031-02-21', articles), facts: [] },
        ]);
        for (const question of questions) {
          assert.deepEqual(findProblems(answerLine(question, { ...context, snapshot })), [], question);
        }
      }),
      { seed, numRuns: numRuns / textsOfIssue },
    );
  });
}

function inventFact({ id, issueId }: Article, texts: readonly string[], place: number): Fact {
  const text = texts[place] ?? '';
  return {
    id: `${issueId}~${place}`,
    issueId,
    articleId: id,
    says: `Kettlectl ${text} runs on arm64.`,
    quote: texts.at(place - 1),
    about: ['Kettlectl', text],
    on: ['arm64', texts.at(place - 2) ?? ''],
    status: factStatuses[place % factStatuses.length],
    asks: [`does kettlectl run on arm64 ${text}`],
    isReviewed: true,
  };
}

function withLinks(issue: Issue, texts: readonly string[]): Issue {
  const articles = issue.articles.map((article, i) => ({
    ...article,
    links: [
      { url: `https://kettle.example/${texts[i]}`, words: texts.at(i - 1) ?? '', line: 1 },
      { url: texts.at(i - 2) ?? '', words: texts[i] ?? '', line: 2 },
    ],
  }));
  return { ...issue, articles };
}
