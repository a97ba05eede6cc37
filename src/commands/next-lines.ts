import { buildStatus } from '#answering/build-status.ts';
import { searchArticles } from '#search/search-articles.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { composeStandAloneLine } from './stand-alone-line.ts';

/** Where a reply may lead. */
export interface NextLines {
  /** Shows all that is known of where the subject runs; undefined where nothing is. */
  readonly moreLine: string | undefined;
  /** Lists the articles near the subject; undefined where there is no second one. */
  readonly relatedLine: string | undefined;
}

/** As many subjects as a large archive has; more would be made up. */
const maxRemembered = 2_000;
const remembered = new WeakMap<Snapshot, Map<string, NextLines>>();

/** The lines to go on with from a subject. They take as long as the answer did, so they are remembered with the snapshot. */
export function findNextLines(subject: string, snapshot: Snapshot): NextLines {
  const known = remembered.get(snapshot) ?? new Map<string, NextLines>();
  remembered.set(snapshot, known);
  const lines = known.get(subject) ?? {
    moreLine: buildStatus(subject, snapshot).rows.length > 0 ? composeStandAloneLine('status', subject) : undefined,
    relatedLine: hasRelated(subject, snapshot) ? composeStandAloneLine('search', subject) : undefined,
  };
  if (known.size < maxRemembered) known.set(subject, lines);
  return lines;
}

function hasRelated(subject: string, snapshot: Snapshot): boolean {
  return searchArticles(snapshot, subject, 4).filter(({ article }) => article.kind === 'news').length > 1;
}
