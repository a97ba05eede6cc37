import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { commandList } from '#commands/command-list.ts';
import { answerLine } from '#commands/run-command.ts';
import type { Response } from '#conversation/response.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { inventIssue, kitchenArchive } from '../commands/invented-archive.ts';

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
  test(`${platform}: ${numRuns} hostile questions get answers that ping nobody, break nothing and are refused nowhere`, (t) => {
    t.diagnostic(`seed ${seed}`);
    const command = fc.constantFrom('', ...commandList.map(({ name }) => `${name} `), 'does kettlectl run on ');
    fc.assert(
      fc.property(command, words, (name, text) => {
        const response = answerLine(name + text, { ...context, snapshot: kitchenArchive });
        assert.deepEqual(findProblems(response), [], name + text);
      }),
      { seed, numRuns },
    );
  });

  test(`${platform}: ${numRuns} hostile newsletter texts make answers that ping nobody, break nothing and are refused nowhere`, (t) => {
    t.diagnostic(`seed ${seed}`);
    const questions = [
      'latest',
      'status kettlectl',
      'search kettlectl',
      'does kettlectl run on arm64?',
      'link to kettlectl?',
    ];
    fc.assert(
      fc.property(words, words, fc.constantFrom(...questions), (first, second, question) => {
        const issue = inventIssue(
          '2031-W07',
          '2031-02-14',
          [
            { heading: `Kettlectl ${first}`, sentences: [`Kettlectl runs on arm64 ${first}.`, second] },
            { heading: second, section: first, sentences: [`${second} Kettlectl does not work on armv6.`] },
          ],
          { title: first },
        );
        const response = answerLine(question, {
          ...context,
          snapshot: buildSnapshot([withLinks(issue, first, second)]),
        });
        assert.deepEqual(findProblems(response), [], question);
      }),
      { seed, numRuns },
    );
  });
}

function withLinks(issue: ReturnType<typeof inventIssue>, first: string, second: string) {
  const articles = issue.articles.map((article) => ({
    ...article,
    links: [
      { url: `https://kettle.example/${second}`, words: first, line: 1 },
      { url: first, words: second, line: 2 },
    ],
  }));
  return { ...issue, articles: articles as typeof issue.articles };
}
