import { buildStatusRows } from '#answering/answers/build-status.ts';
import { composeStandAloneLine } from '#commands/reading/stand-alone-line.ts';
import type { Response } from '#conversation/response.ts';
import { searchArticles } from '#search/search-articles.ts';
import type { Snapshot } from '#search/snapshot.ts';

/** Where a reply may lead. */
export type NextLines = Pick<Response, 'moreLine' | 'relatedLine'>;

/** By the subject's name: the same few are asked about again and again, and only a new archive leads elsewhere. */
const known = new WeakMap<Snapshot, Map<string, NextLines>>();

/** The lines to go on with from a subject, by its name; the archive is looked up, and nothing is asked of it again. */
export function findNextLines(subject: string, snapshot: Snapshot): NextLines {
  const ofSnapshot = known.get(snapshot) ?? new Map<string, NextLines>();
  known.set(snapshot, ofSnapshot);
  const lines = ofSnapshot.get(subject) ?? lookUp(subject, snapshot);
  ofSnapshot.set(subject, lines);
  return lines;
}

function lookUp(subject: string, snapshot: Snapshot): NextLines {
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
