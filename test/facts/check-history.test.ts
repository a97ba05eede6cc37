import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { describeProblem } from '#archive/build-content-report.ts';
import { checkHistory } from '#facts/check-history.ts';
import type { Fact } from '#facts/fact.ts';

function invent(issueId: string, status: Fact['status'], changes: Partial<Fact> = {}): Fact {
  return {
    id: `${issueId}~0`,
    issueId,
    articleId: `${issueId}#1`,
    says: `Quernd on arm64 in ${issueId}.`,
    quote: undefined,
    about: ['Quernd'],
    on: ['arm64'],
    status,
    asks: ['does quernd run on arm64?'],
    line: 12,
    isReviewed: true,
    ...changes,
  };
}

const ask = (...facts: Fact[]) => checkHistory(facts, (id) => `content/${id}.facts.yaml`).map(describeProblem);

test('asks about a status that goes backwards, with file and line, both issues and the sentence', () => {
  assert.deepEqual(ask(invent('2031-W01', 'yes'), invent('2031-W07', 'in-progress')), [
    'content/2031-W07.facts.yaml:12: warning: Quernd on arm64 is “in-progress”, and was “yes” in 2031-W01: “Quernd on arm64 in 2031-W07.” — if it is about a part or a version, name that in “about” or “on”; else correct the status',
  ]);
});

test('asks whatever the spelling of subject and place', () => {
  const later = invent('2031-W07', 'planned', { about: ['QUERND'], on: ['armv7', 'ARM-64'] });
  assert.equal(ask(invent('2031-W01', 'partly'), later).length, 1);
});

suite('asks nothing', () => {
  const cases: readonly (readonly [what: string, ...facts: Fact[]])[] = [
    [
      'of what goes forward',
      invent('2031-W01', 'planned'),
      invent('2031-W02', 'in-progress'),
      invent('2031-W03', 'yes'),
    ],
    ['of what is dropped', invent('2031-W01', 'yes'), invent('2031-W07', 'no')],
    [
      'of what is promised again after it was dropped',
      invent('2031-W01', 'yes'),
      invent('2031-W05', 'no'),
      invent('2031-W07', 'planned'),
    ],
    ['of one issue', invent('2031-W07', 'yes'), invent('2031-W07', 'planned')],
    ['of another place', invent('2031-W01', 'yes'), invent('2031-W07', 'planned', { on: ['armv7'] })],
    ['of another subject', invent('2031-W01', 'yes'), invent('2031-W07', 'planned', { about: ['Foodb', 'Quernd'] })],
    ['of facts without a status', invent('2031-W01', 'yes'), invent('2031-W07', undefined)],
    ['of facts without a place', invent('2031-W01', 'yes', { on: [] }), invent('2031-W07', 'planned', { on: [] })],
  ];
  for (const [what, ...facts] of cases) test(what, () => assert.deepEqual(ask(...facts), []));
});

test('names the issue where the fact file is not known', () => {
  const [problem] = checkHistory([invent('2031-W01', 'yes'), invent('2031-W07', 'planned')], () => undefined);
  assert.equal(problem?.file, '2031-W07');
});
