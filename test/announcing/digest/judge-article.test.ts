import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeArticle } from '#announcing/digest/judge-article.ts';
import type { Fact, FactStatus } from '#facts/fact.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';

const { issue } = parseIssue('2031-W07.md', '### Quernd on boards\n\nQuernd is out.\n\n### Foodb\n\nFoodb is out.\n');
const [article, other] = issue?.articles ?? [];
assert.ok(article && other);

const fact = (status: FactStatus | undefined, on: readonly string[], articleId = article.id): Fact => ({
  ...{ id: '2031-W07~0', issueId: '2031-W07', articleId, says: 'Quernd is out.', quote: undefined },
  ...{ about: ['Quernd'], on, status, asks: ['is it out?'], isReviewed: true },
});

describe('an article is judged by how its subject stands on Arm', () => {
  for (const [what, facts, expected] of [
    ['that says it of an architecture', [fact('yes', ['armv7'])], 'yes'],
    ['that says it of a board', [fact('in-progress', ['Raspberry Pi 4'])], 'in-progress'],
    ['that says it of a system on Arm', [fact('planned', ['Windows on arm64'])], 'planned'],
    ['of one mind in several facts', [fact('no', ['armv6']), fact('no', ['armv5'])], 'no'],
    ['of which one fact says how it stands', [fact('yes', ['arm64']), fact(undefined, ['armv6'])], 'yes'],
    ['of two minds: no sign', [fact('yes', ['arm64']), fact('no', ['armv6'])], undefined],
    ['that says it of x86 alone: no sign', [fact('yes', ['x86_64'])], undefined],
    ['that says it of a system alone: no sign', [fact('yes', ['Windows', 'Linux'])], undefined],
    ['that says it of a system alone, be it one for Arm: no sign', [fact('yes', ['Raspberry Pi OS'])], undefined],
    ['that says it of nothing: no sign', [fact('yes', [])], undefined],
    ['without a status: no sign', [fact(undefined, ['arm64'])], undefined],
    ['without facts: no sign', [], undefined],
    ['beside another one’s facts: no sign', [fact('yes', ['arm64'], other.id)], undefined],
  ] as const)
    test(what, () => assert.equal(judgeArticle(article, facts), expected));
});
