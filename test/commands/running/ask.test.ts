import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CommandContext } from '#commands/command-context.ts';
import { answerLine } from '#commands/running/run-command.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { inventIssueOfFacts } from '../../watching/invent-issue-of-facts.ts';

const said = (name: string, says: string, status: string) => ({ about: [name], says, on: ['arm64'], status });
const snapshot = buildSnapshot([
  inventIssueOfFacts('2031-W05', [
    said('Kettlectl', 'Kettlectl runs on arm64.', 'yes'),
    said('Panbase', 'Panbase for arm64 is planned for May.', 'planned'),
    said('Spoonfs', 'Work on Spoonfs for arm64 is under way.', 'in-progress'),
  ]),
]);
const context: CommandContext = { snapshot, version: '1', today: '2031-02-20' };

describe('where an issue that comes may say more, one can be told of it', () => {
  const cases: readonly [question: string, watchLine: string | undefined][] = [
    ['does kettlectl run on riscv64?', 'watch Kettlectl on riscv64 once'],
    ['does panbase run on arm64?', 'watch Panbase on arm64 once'],
    ['does spoonfs run on arm64?', 'watch Spoonfs on arm64 once'],
    ['does zzhusk run on arm64?', 'watch zzhusk on arm64 once anyway'],
    ['does kettlectl run on arm64?', undefined],
    ['thanks', undefined],
  ];
  for (const [question, watchLine] of cases)
    test(question, () => assert.equal(answerLine(question, context).watchLine, watchLine));

  test('but not in a place where nobody can be told', () => {
    const surface = { hasChannels: false, ownWords: {} };
    assert.equal(answerLine('does panbase run on arm64?', { ...context, surface }).watchLine, undefined);
  });
});

test('what asks on is made whole: in the line that gives the answer again, and in the one that watches', () => {
  const { followUp } = answerLine('does kettlectl run on arm64?', context);
  assert.ok(followUp);
  const { line, watchLine } = answerLine('and on riscv64?', { ...context, followUp });
  assert.match(line, /kettlectl.*riscv64/i);
  assert.equal(watchLine, 'watch Kettlectl on riscv64 once');
});

test('a status leads to no status again', () => {
  assert.equal(answerLine('does kettlectl run on arm64?', context).moreLine, 'status Kettlectl');
  assert.equal(answerLine('status kettlectl', context).moreLine, undefined);
});
