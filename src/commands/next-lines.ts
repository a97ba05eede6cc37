import { hasStatus } from '#answering/build-status.ts';
import { searchArticles } from '#search/search-articles.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { composeStandAloneLine } from './stand-alone-line.ts';

/** The line that shows all that is known of where a subject runs; undefined where nothing is. */
export function findMoreLine(subject: string, snapshot: Snapshot): string | undefined {
  return hasStatus(subject, snapshot) ? composeStandAloneLine('status', subject) : undefined;
}

/** The line that lists the articles near a subject; undefined where there is no second one. */
export function findRelatedLine(subject: string, snapshot: Snapshot): string | undefined {
  const news = searchArticles(snapshot, subject, 4).filter(({ article }) => article.kind === 'news');
  return news.length > 1 ? composeStandAloneLine('search', subject) : undefined;
}
