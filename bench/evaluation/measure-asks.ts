import { isAsGood, type TriedAsk, tryAsks } from '#answering/judging/try-asks.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { share } from './figures.ts';
import { renderMarkdownTable } from './markdown-table.ts';
import { renderShare } from './render-figures.ts';

/** Where the asks of an archive lead, each asked without itself; shares from 0 to 1. */
export interface AskFigures {
  readonly asks: number;
  readonly veryFactFirst: number | undefined;
  /** That fact, or one that is as good. */
  readonly asGoodFirst: number | undefined;
  readonly asGoodInFirstThree: number | undefined;
  readonly rightArticleFirst: number | undefined;
}

/** Asks all asks of an archive; none where its issues have no facts. */
export function tryAllAsks(snapshot: Snapshot): TriedAsk[] {
  return [...tryAsks(snapshot)];
}

/** The shares of some asks. */
export function computeAskFigures(tried: readonly TriedAsk[]): AskFigures {
  return {
    asks: tried.length,
    veryFactFirst: share(tried, ({ found: [first], wanted }) => first === wanted),
    asGoodFirst: share(tried, isHit),
    asGoodInFirstThree: share(tried, ({ found, wanted }) => found.some((one) => isAsGood(one, wanted))),
    rightArticleFirst: share(tried, ({ found: [first], wanted }) => first?.article === wanted.article),
  };
}

/** The shares as a table. */
export function renderAsks(tried: readonly TriedAsk[]): string {
  const { asks, ...shares } = computeAskFigures(tried);
  return renderMarkdownTable(
    ['asks', 'the very fact first', 'as good first', 'in first 3', 'right article first'],
    [[String(asks), ...Object.values(shares).map(renderShare)]],
  );
}

/** The asks that lead to another fact, issue by issue. */
export function renderAskMisses(tried: readonly TriedAsk[]): string {
  return tried
    .filter((one) => !isHit(one))
    .map(({ question, wanted, found: [first] }) =>
      [
        `${wanted.fact.id} ${question}`,
        `  want ${wanted.fact.says}`,
        `  got  ${first === undefined ? 'nothing' : `${first.fact.id} ${first.fact.says}`}`,
      ].join('\n'),
    )
    .join('\n');
}

function isHit({ found: [first], wanted }: TriedAsk): boolean {
  return first !== undefined && isAsGood(first, wanted);
}
