import { findContentsHeading, plainWords } from '#newsletter/articles/housekeeping.ts';
import type { Article, Issue } from '#newsletter/issue.ts';
import { foldAddress } from './find-addresses.ts';

/** An article of the original with what restates it: one article, or several where only their place tells; none where nobody does. */
export interface ArticlePair {
  readonly original: Article;
  readonly restated: readonly Article[];
}

// Half of the shorter heading's words are enough: a restated one is in other words.
const ENOUGH_WORDS = 0.5;
const EMPTY_WORDS = new Set('a an and arm as at by for from in is of on s the to with'.split(' '));

/**
 * Finds for each article of the original what restates it: by links that no other article of the original has, or by
 * words of the heading; where there is neither, or no heading, all that stands between what its neighbours became.
 */
export function pairArticles(original: Issue, restated: Issue): ArticlePair[] {
  const links = new Map([...original.articles, ...restated.articles].map((one) => [one, foldLinks(one)]));
  const uses = new Map<string, number>();
  for (const link of original.articles.flatMap((one) => [...(links.get(one) ?? [])])) {
    uses.set(link, (uses.get(link) ?? 0) + 1);
  }
  const alike = findAlike();
  const pairs = original.articles.map((one) => ({ original: one, restated: [alike.get(one) ?? []].flat() }));
  return pairs.map((pair, place) => (pair.restated.length > 0 ? pair : { ...pair, restated: findBetween(place) }));

  // The likeliest first. Two articles become one only where their links say so: headings are alike without that.
  function findAlike(): ReadonlyMap<Article, Article> {
    const found = new Map<Article, Article>();
    const taken = new Set<Article>();
    const scores = original.articles
      .filter(({ heading }) => heading !== '')
      .flatMap((one) => restated.articles.map((other) => score(one, other)))
      .filter(({ byLinks, byWords }) => byLinks >= 1 || byWords >= ENOUGH_WORDS)
      .sort((a, b) => b.total - a.total);
    for (const { one, other, byLinks } of scores) {
      if (found.has(one) || (taken.has(other) && byLinks < 1)) continue;
      found.set(one, other);
      taken.add(other);
    }
    return found;
  }

  function score(one: Article, other: Article) {
    const own = [...(links.get(one) ?? [])];
    const shared = own.filter((link) => links.get(other)?.has(link));
    const byLinks = shared.reduce((sum, link) => sum + 1 / (uses.get(link) ?? 1), 0);
    const byWords = compareHeadings(one, other);
    return { one, other, byLinks, byWords, total: byLinks / (own.length || 1) + byWords };
  }

  function findBetween(place: number): Article[] {
    const placeOf = ({ restated: [first] }: ArticlePair) =>
      first === undefined ? -1 : restated.articles.indexOf(first);
    const before = Math.max(-1, ...pairs.slice(0, place).map(placeOf));
    const after =
      pairs
        .slice(place + 1)
        .map(placeOf)
        .find((at) => at >= 0) ?? restated.articles.length;
    const taken = new Set(pairs.flatMap((pair) => pair.restated));
    const free = restated.articles.slice(before + 1, after).filter((one) => !taken.has(one));
    const isHeaded = original.articles[place]?.heading !== '';
    return isHeaded ? free.filter(({ heading, kind }) => heading !== '' && kind === 'news') : free;
  }
}

function foldLinks({ links }: Article): ReadonlySet<string> {
  return new Set(links.map(({ url }) => foldAddress(url)));
}

function compareHeadings({ heading }: Article, { heading: other }: Article): number {
  if (findContentsHeading(heading) !== undefined) return Number(findContentsHeading(other) !== undefined);
  const [words, others] = [tellingWords(heading), tellingWords(other)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared / Math.max(1, Math.min(words.size, others.size));
}

function tellingWords(heading: string): ReadonlySet<string> {
  const words = plainWords(heading).split(' ');
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  return new Set(telling.length > 0 ? telling : words);
}
