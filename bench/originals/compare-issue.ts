import type { Article, Issue } from '#newsletter/issue.ts';
import { type FoundAddress, findAddresses, foldAddress } from './find-addresses.ts';
import { createNumberFinder, findNumbers } from './find-numbers.ts';
import { type ArticlePair, pairArticles } from './pair-articles.ts';

/** An issue with the file that it was read from. */
export interface IssueFile {
  readonly file: string;
  readonly text: string;
  readonly issue: Issue;
}

/** Something in which a restated issue differs from its original. */
export interface Difference {
  /** `issue`, `article`, `link` and `number` are missing; `order` is an article out of its place; `added` is a link more. */
  readonly kind: 'issue' | 'article' | 'order' | 'link' | 'number' | 'added';
  readonly issue: string;
  /** Where what is missing stands in the original; of a link more, where it stands in the restated issue. */
  readonly file: string;
  readonly line: number;
  /** The heading, the address or the number. */
  readonly what: string;
  /** Where it was looked for. */
  readonly soughtIn: string;
}

/** What the comparison of one issue gave. Housekeeping is text about the newsletter itself, whose numbers nobody misses. */
export interface IssueComparison {
  readonly issue: string;
  readonly articles: number;
  readonly housekeeping: number;
  readonly links: number;
  readonly numbers: number;
  readonly differences: readonly Difference[];
}

/** Compares an issue of the newsletter with the one in our words. */
export function compareIssue(original: IssueFile, restated: IssueFile): IssueComparison {
  const pairs = pairArticles(original.issue, restated.issue);
  const news = pairs.filter((pair) => pair.original.kind === 'news');
  const numbers = news.map((pair) => compareNumbers(pair));
  const links = listLinks(original);
  const known = new Set([...listLinks(restated), ...findAddresses(restated.text)].map(({ url }) => foldAddress(url)));
  const given = new Set(links.map(({ url }) => foldAddress(url)));
  const added = listLinks(restated).filter(({ url }) => !given.has(foldAddress(url)));
  return {
    issue: original.issue.id,
    articles: news.length,
    housekeeping: pairs.length - news.length,
    links: links.length,
    numbers: numbers.reduce((sum, { count }) => sum + count, 0),
    differences: [
      ...[
        ...news.flatMap((pair) => (pair.restated.length > 0 ? [] : describe('article', pair.original))),
        ...findDisplaced(news).map((one) => describe('order', one)),
        ...links.filter(({ url }) => !known.has(foldAddress(url))).map((link) => describe('link', link, link.url)),
        ...news.flatMap(findScattered),
        ...numbers.flatMap(({ missing }) => missing),
      ].sort((a, b) => a.line - b.line),
      ...added.map((link) => ({ ...describe('added', link, link.url), file: restated.file, soughtIn: original.file })),
    ],
  };

  function compareNumbers({ original: one, restated: others }: ArticlePair): { count: number; missing: Difference[] } {
    const texts = others.flatMap(listTexts).map(({ text }) => text);
    // Text without a heading introduces the issue, and its day with it.
    if (one.heading === '') texts.push(restated.issue.date.day);
    const hasNumber = createNumberFinder(texts.join('\n'));
    const lineOf = new Map<string, number>();
    for (const { text, line } of listTexts(one)) {
      for (const number of findNumbers(text)) if (!lineOf.has(number)) lineOf.set(number, line);
    }
    // Of an article that is missing, that says all.
    const missing = others.length === 0 ? [] : [...lineOf].filter(([number]) => !hasNumber(number));
    const soughtIn = `${restated.file}:${others[0]?.line}`;
    return {
      count: lineOf.size,
      missing: missing.map(([number, line]) => ({ ...describe('number', { line }, number), soughtIn })),
    };
  }

  // A link that only another article has: who reads this one misses it.
  function findScattered({ original: one, restated: others }: ArticlePair): Difference[] {
    if (others.length === 0) return [];
    const near = new Set(others.flatMap((other) => other.links.map(({ url }) => foldAddress(url))));
    const far = one.links.map((link) => ({ link, folded: foldAddress(link.url) }));
    return far
      .filter(({ folded }) => known.has(folded) && !near.has(folded))
      .map(({ link }) => ({ ...describe('link', link, link.url), soughtIn: `${restated.file}:${others[0]?.line}` }));
  }

  function describe(kind: Difference['kind'], { line, heading }: Partial<Article>, what = heading ?? ''): Difference {
    const { file, issue } = original;
    return { kind, issue: issue.id, file, line: line ?? 1, what: what || 'without a heading', soughtIn: restated.file };
  }

  function findDisplaced(all: readonly ArticlePair[]): Article[] {
    let last = -1;
    return all.flatMap(({ original: one, restated: others }) => {
      const places = others.map((other) => restated.issue.articles.indexOf(other));
      if (places.length === 0) return [];
      const isDisplaced = Math.max(...places) < last;
      last = Math.max(last, places[0] ?? -1);
      return isDisplaced ? [one] : [];
    });
  }
}

// Those that the reader finds, and those that it does not show: pictures, definitions that nothing uses.
function listLinks({ text, issue }: IssueFile): FoundAddress[] {
  const links = new Map<string, FoundAddress>();
  for (const link of [...issue.articles.flatMap((one) => one.links), ...findAddresses(text)]) {
    const folded = foldAddress(link.url);
    if (!links.has(folded)) links.set(folded, link);
  }
  return [...links.values()];
}

function listTexts({ heading, line, sentences, links }: Article): { text: string; line: number }[] {
  return [{ text: heading, line }, ...sentences, ...links.map((link) => ({ text: link.words, line: link.line }))];
}
