import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
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
  asks: [how much does it cost a month?]
`,
  },
});
const tried = tryAllAsks(archive);

suite('the asks of an archive, each asked without itself', () => {
  test('are all asked, and a statement that says the same counts as good', () => {
    const { asks, veryFactFirst = 0, asGoodFirst = 0, asGoodInFirstThree = 0 } = computeAskFigures(tried);
    assert.equal(asks, 4);
    // That of the price leads to the price, whatever fact it stands at.
    assert.ok(asGoodFirst >= 3 / 4 && asGoodFirst >= veryFactFirst, `${asGoodFirst}`);
    assert.ok(asGoodInFirstThree >= asGoodFirst);
  });

  test('are named where they lead elsewhere, with what was wanted and what came', () => {
    assert.match(
      renderAskMisses(tried),
      /^2032-W05~0 how much .+\n {2}want Quernd still .+\n {2}got {2}2031-W02~1 Quernd costs /m,
    );
  });

  test('are shown as one row, and one for each year', () => {
    const rows = renderAsks(tried).split('\n').slice(2);
    assert.deepEqual(
      rows.map((row) =>
        row
          .split('|')
          .slice(1, 3)
          .map((cell) => cell.trim()),
      ),
      [
        ['all', '4'],
        ['2031', '3'],
        ['2032', '1'],
      ],
    );
  });

  test('are none in an archive without facts, and no share is made of them', () => {
    const bare = computeAskFigures(tryAllAsks(inventArchive({ '2031-W02': '### Quernd\n\nQuernd runs on arm64.\n' })));
    assert.deepEqual([bare.asks, bare.veryFactFirst], [0, undefined]);
  });
});
