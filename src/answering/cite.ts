import type { Source } from '#conversation/reply.ts';
import type { Issue, Link } from '#newsletter/issue.ts';
import type { IndexedArticle } from '#search/text-index.ts';
import type { Citation } from './answer.ts';

const MAX_LINKS = 4;

/** A citation of an article by some of its words. `linkScores`: how well each link fits the question. */
export function cite(indexed: IndexedArticle, quote: string, linkScores: readonly number[] = []): Citation {
  return {
    source: nameSource(indexed.issue, indexed.article.heading),
    quote,
    isRestated: indexed.issue.isRestated,
    links: bestLinks(indexed.article.links, linkScores),
  };
}

/** Where something stands. */
export function nameSource(issue: Issue, heading: string): Source {
  return {
    issueId: issue.id,
    issueTitle: issue.title,
    day: issue.date.day,
    isDateDerived: issue.date.isDerived,
    heading,
    issueLink: issue.link,
  };
}

function bestLinks(links: readonly Link[], scores: readonly number[]): { url: string; words: string }[] {
  return links
    .map((link, place) => ({ link, place, score: scores[place] ?? 0 }))
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, MAX_LINKS)
    .map(({ link: { url, words } }) => ({ url, words }));
}
