import type { Claim } from '#claims/claim.ts';
import { type ArticleReading, readArticle } from '#claims/read-article.ts';
import type { Issue } from '#newsletter/issue.ts';
import { buildSpelling, type Spelling } from './spelling.ts';
import { buildTextIndex, type TextIndex } from './text-index.ts';

/** The whole archive at one moment, ready to be asked. Never changed: a new one takes its place. */
export interface Snapshot {
  /** Oldest first. */
  readonly issues: readonly Issue[];
  readonly claims: readonly Claim[];
  /** By article id. */
  readonly readings: ReadonlyMap<string, ArticleReading>;
  readonly index: TextIndex;
  readonly spelling: Spelling;
}

/** Makes an archive ready to be asked. */
export function buildSnapshot(issues: readonly Issue[]): Snapshot {
  const ordered = [...issues].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const claims: Claim[] = [];
  const readings = new Map<string, ArticleReading>();
  for (const issue of ordered) {
    for (const article of issue.articles) {
      const reading = readArticle(article);
      claims.push(...reading.claims);
      readings.set(article.id, reading);
    }
  }
  const index = buildTextIndex(ordered, readings);
  return { issues: ordered, claims, readings, index, spelling: buildSpelling(index.words) };
}
