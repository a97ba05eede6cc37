import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { TriedAsk } from '#answering/judging/try-asks.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import { computeAskFigures, renderAskMisses, renderAsks, tryAllAsks } from '../../../bench/evaluation/measure-asks.ts';
import { inventArchive } from '../../answering/invented-archive.ts';

const archive = inventArchive({
  '2031-W02': {
    text: '### Quernd\n\nQuernd runs on arm64. Quernd costs 12 dollars a month.\n',
    facts: `- article: Quernd
  says: Quernd runs on arm64.
  about: [Quernd]
  on: [arm64]
  status: "yes"
  asks: [does quernd run on arm64?, is there quernd for 64-bit arm?]
- article: Quernd
  says: Quernd costs 12 dollars a month.
  about: [Quernd]
  asks: [how much is quernd?]
`,
  },
  '2032-W05': {
    text: '### Quernd 2\n\nQuernd still runs on arm64.\n',
    facts: `- article: Quernd 2
  says: Quernd still runs on arm64.
  about: [Quernd]
  on: [arm64]
  status: "yes"
  asks: [will quernd 2 do on arm64?]
`,
  },
});
const [runs, costs, stillRuns] = archive.index.facts as [IndexedFact, IndexedFact, IndexedFact];

const ask = (wanted: IndexedFact, ...found: IndexedFact[]): TriedAsk => ({ question: 'quernd?', wanted, found });
const tried = [ask(runs, runs, costs), ask(runs, stillRuns), ask(runs, costs, runs), ask(costs)];

suite('the asks of an archive, each asked without itself', () => {
  test('are all asked; none where there are no facts', () => {
    assert.equal(tryAllAsks(archive).length, 4);
    const bare = computeAskFigures(tryAllAsks(inventArchive({ '2031-W02': '### Quernd\n\nQuernd runs on arm64.\n' })));
    assert.deepEqual([bare.asks, bare.veryFactFirst], [0, undefined]);
  });

  test('count as found where the fact comes first, or a newer one on its matter', () => {
    assert.deepEqual(computeAskFigures(tried), {
      asks: 4,
      veryFactFirst: 1 / 4,
      asGoodFirst: 2 / 4,
      asGoodInFirstThree: 3 / 4,
      rightArticleFirst: 2 / 4,
    });
  });

  test('are named where they lead elsewhere, with what was wanted and what came', () => {
    assert.deepEqual(renderAskMisses(tried).split('\n'), [
      '2031-W02~0 quernd?',
      '  want Quernd runs on arm64.',
      '  got  2031-W02~1 Quernd costs 12 dollars a month.',
      '2031-W02~1 quernd?',
      '  want Quernd costs 12 dollars a month.',
      '  got  nothing',
    ]);
  });

  test('are shown as one row', () => {
    const cells = renderAsks(tried).split('\n').at(-1)?.split('|').slice(1, -1);
    assert.deepEqual(
      cells?.map((cell) => cell.trim()),
      ['4', '25.0 %', '50.0 %', '75.0 %', '50.0 %'],
    );
  });
});
