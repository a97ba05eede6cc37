import type { Article, Issue } from '#newsletter/issue.ts';
import { readQuery } from './query.ts';
import { rankArticles } from './rank-articles.ts';
import type { Snapshot } from './snapshot.ts';

/** Finds articles by words, best first. Empty when no telling word is in the archive. */
export function searchArticles(
  snapshot: Snapshot,
  words: string,
  limit: number,
): { article: Article; issue: Issue; score: number }[] {
  return rankArticles(readQuery(words, snapshot), snapshot, limit).map(({ indexed, score }) => ({
    article: indexed.article,
    issue: indexed.issue,
    score,
  }));
}
