import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseFacts } from '#facts/parse-facts.ts';
import { readKitchenIssue, writeFact } from './kitchen-issue.ts';

const issue = readKitchenIssue();

suite('of a broken fact all faults are named at once', () => {
  for (const [what, changes, ...faults] of [
    ['a strange heading and status', { article: 'Quarnd', status: 'works' }, 'article', 'status'],
    ['a strange status and an invented sentence', { status: 'works', says: 'Quernd 9 is out.' }, 'status', 'says'],
    ['a strange status and an invented passage', { status: 'works', quote: 'It costs 6 dollars' }, 'status', 'quote'],
    ['a strange status and a passage that is too long', { status: 'works', quote: 'x'.repeat(301) }, 'status', 'quote'],
    [
      'two texts that YAML cuts, and no questions',
      { article: 'A #1', says: 'B #1', asks: '[]' },
      'article',
      'says',
      'asks',
    ],
    ['a sentence that YAML cuts under a strange heading', { article: 'Quarnd', says: 'B #1' }, 'article', 'says'],
    ['a heading that is a comment, and a field that is missing', { article: '#1', asks: undefined }, 'article', 'asks'],
    [
      'an invented sentence without the status that it is asked for',
      { says: 'Quernd 9 is out.', status: undefined },
      'says',
      'asks',
    ],
  ] as const)
    test(what, () => {
      const { facts, problems } = parseFacts('a', writeFact(changes), issue);
      assert.deepEqual(facts, []);
      assert.deepEqual(
        problems.map(({ message }) => /^(?:“[^”]*” )?(\w+)/.exec(message)?.[1]).sort(),
        [...faults].sort(),
      );
    });
});
