import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { commandList } from '#commands/command-list.ts';
import { findExampleQuestions } from '#commands/wording/find-example-questions.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { inventIssue, withFacts } from '../invented-archive.ts';

type Said = readonly [says: string, on: string, status: 'yes' | 'no'];

/** An archive in which each issue says one thing of what its sentence begins with, the oldest first. */
const archiveOf = (said: readonly Said[], kind: readonly string[] = []) =>
  buildSnapshot(
    said.map(([says, on, status], week) => {
      const name = says.split(' ')[0] ?? '';
      const facts = `- article: News\n  says: ${says}\n  about: [${name}]\n  on: [${on}]\n  status: ${status}\n  asks: [does ${name} run on ${on}?]\n`;
      return withFacts(
        inventIssue(`2031-W1${week}`, `2031-03-1${week}`, [{ heading: 'News', sentences: [says] }]),
        facts,
      );
    }),
    [{ name: 'Spoonfs', also: [], kind, by: undefined }],
  );
const none = [commandList[0].examples[0]];

describe('an example is a plain question whose answer is yes', () => {
  const cases: readonly [what: string, said: readonly Said[], kind: readonly string[], questions: readonly string[]][] =
    [
      ['of what runs', [['Spoonfs runs on arm64.', 'arm64', 'yes']], [], ['does Spoonfs run on arm64?']],
      ['of a processor, and of no system', [['Spoonfs runs on Windows.', 'Windows', 'yes']], [], none],
      ['of no person', [['Spoonfs runs mills on arm64.', 'arm64', 'yes']], ['person'], none],
      [
        'of nothing that was dropped since',
        [
          ['Spoonfs runs on arm64.', 'arm64', 'yes'],
          ['Spoonfs no longer runs on arm64.', 'arm64', 'no'],
        ],
        [],
        none,
      ],
    ];
  for (const [what, said, kind, questions] of cases)
    test(what, () => assert.deepEqual(findExampleQuestions(archiveOf(said, kind), 3), questions));

  test('and there are no more than wanted, also where more are known', () => {
    const archive = archiveOf([
      ['Spoonfs runs on arm64.', 'arm64', 'yes'],
      ['Forkbase runs on armv7.', 'armv7', 'yes'],
    ]);
    const countOf = (limit: number) => findExampleQuestions(archive, limit).length;
    assert.deepEqual([countOf(1), countOf(2), countOf(1)], [1, 2, 1]);
  });
});
