import type { FolderComparison } from './compare-folders.ts';
import type { Difference } from './compare-issue.ts';

const MISSING = ['article', 'link', 'number'] as const;

/** One line an issue, under it each difference that nobody has given a reason for, and the sums. */
export function renderComparison({ issues, open, leftOut, outdated }: FolderComparison): string {
  const rows = issues.flatMap((one) => {
    const differences = open.filter(({ issue }) => issue === one.issue);
    return [`${one.issue}  ${renderCounts(one, differences)}`, ...differences.map(renderDifference)];
  });
  return [
    ...rows,
    ...outdated.map((name) => `left out, but there is no such difference: ${name}; take it off the list`),
    `${issues.length} issues  ${renderCounts(sumCounts({ issues }), open)}; ${leftOut} left out with a reason`,
  ].join('\n');
}

/** The sums over all issues. */
export function sumCounts({ issues }: Pick<FolderComparison, 'issues'>): Counts {
  const sum = (field: keyof Counts) => issues.reduce((total, one) => total + one[field], 0);
  return {
    articles: sum('articles'),
    housekeeping: sum('housekeeping'),
    links: sum('links'),
    numbers: sum('numbers'),
  };
}

interface Counts {
  readonly articles: number;
  readonly housekeeping: number;
  readonly links: number;
  readonly numbers: number;
}

function renderCounts({ housekeeping, articles, links, numbers }: Counts, differences: readonly Difference[]): string {
  const count = (kind: Difference['kind']) => differences.filter((one) => one.kind === kind).length;
  const totals = { article: articles, link: links, number: numbers };
  const shares = MISSING.map((kind) => `${totals[kind] - count(kind)} of ${totals[kind]} ${kind}s`);
  const others = [
    `${housekeeping} housekeeping`,
    count('order') > 0 ? `${count('order')} out of order` : 'in order',
    ...(count('added') > 0 ? [`${count('added')} links added`] : []),
    ...(count('issue') > 0 ? [`${count('issue')} not restated`] : []),
  ];
  return [...shares, ...others].join(', ');
}

const SAYINGS: Readonly<Record<Difference['kind'], string>> = {
  issue: 'is not restated in',
  article: 'is not restated in',
  order: 'stands in another place in',
  link: 'is not in',
  number: 'is not in',
  added: 'is not in the original,',
};

function renderDifference({ kind, file, line, what, soughtIn }: Difference): string {
  return `  ${file}:${line}: ${kind === 'added' ? 'link' : kind} ${what} ${SAYINGS[kind]} ${soughtIn}`;
}
