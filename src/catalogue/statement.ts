import type { StatusRow } from '#answering/answers/build-status.ts';
import type { FactStatus } from '#facts/fact.ts';
import type { Article, Issue, Link } from '#newsletter/issue.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';

/** One fact of an issue, as a page shows it. */
export interface Statement {
  /** The end of an address within a page; letters, digits and hyphens. */
  readonly anchor: string;
  readonly says: string;
  /** What proves it, word for word; undefined where `says` itself stands in the article. */
  readonly quote: string | undefined;
  readonly status: FactStatus | undefined;
  readonly places: readonly string[];
  /** False for what a program read out of a sentence: no editor has checked it. */
  readonly isReviewed: boolean;
  readonly issue: Issue;
  readonly article: Article;
  readonly links: readonly Link[];
  /** What it is about, each a name of the archive. */
  readonly about: readonly string[];
}

/** How a subject stands on one place now. */
export interface PlaceStatus {
  readonly place: string;
  readonly status: FactStatus;
  /** The issue from which on it stood so, and its day. */
  readonly issueId: string;
  readonly day: string;
  readonly isArchitecture: boolean;
  readonly proof: Statement;
}

export function toStatement({ fact, issue, article, about }: IndexedFact): Statement {
  return {
    anchor: nameAnchor(fact.id),
    says: fact.says,
    quote: fact.quote,
    status: fact.status,
    places: fact.on,
    isReviewed: fact.isReviewed,
    issue,
    article,
    links: article.links,
    about: about.map(({ name }) => name),
  };
}

export function toPlaceStatus({ place, status, issueId, day, indexed }: StatusRow): PlaceStatus {
  return { place, status, issueId, day, isArchitecture: isArchitecture(place, indexed), proof: toStatement(indexed) };
}

/** A place of two targets ("Fedora on arm64") says nothing of one of them alone. */
function isArchitecture(place: string, { on }: IndexedFact): boolean {
  return on.some(({ targets: [target, ...more] }) => {
    if (more.length > 0 || target?.label !== place) return false;
    return target.kind === 'architecture' || target.kind === 'family';
  });
}

/** A fact's id as an anchor: `2019-W06~3` → `2019-W06-3`. */
export function nameAnchor(factId: string): string {
  return factId.replace(/[^A-Za-z0-9]+/g, '-');
}
