import { buildStatusRows } from '#answering/answers/build-status.ts';
import { composeStandAloneLine } from '#commands/reading/stand-alone-line.ts';
import { searchArticles } from '#search/search-articles.ts';
import type { Snapshot } from '#search/snapshot.ts';

/** Where a reply may lead. */
export interface NextLines {
  /** Shows all that is known of where the subject runs; undefined where nothing is. */
  readonly moreLine?: string | undefined;
  /** Lists the articles near the subject; undefined where there is no second one. */
  readonly relatedLine?: string | undefined;
}

/** The lines to go on with from a subject, by its name; the archive is looked up, and nothing is asked of it again. */
export function findNextLines(subject: string, snapshot: Snapshot): NextLines {
  const named = snapshot.names.find(subject);
  const hasStatus = named !== undefined && buildStatusRows(named, snapshot).length > 0;
  return {
    moreLine: hasStatus ? composeStandAloneLine('status', subject) : undefined,
    relatedLine: hasRelated(subject, snapshot) ? composeStandAloneLine('search', subject) : undefined,
  };
}

function hasRelated(subject: string, snapshot: Snapshot): boolean {
  return searchArticles(snapshot, subject, 4).filter(({ article }) => article.kind === 'news').length > 1;
}
