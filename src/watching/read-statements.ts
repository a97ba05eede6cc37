import { fingerprint } from '#announcing/fingerprint.ts';
import type { FactStatus } from '#facts/fact.ts';
import { isLaterIssue } from '#newsletter/days/issue-order.ts';
import type { Issue, Link } from '#newsletter/issue.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Snapshot } from '#search/snapshot.ts';

/** One thing that an issue says: an editor's fact, or the heading of an article that has none. */
export interface Statement {
  /** Of its words: a statement that is there again says the same. */
  readonly key: string;
  /** Of what it is about, where, and how that stands: all but how it is worded. */
  readonly likeness: string;
  readonly says: string;
  readonly status: FactStatus | undefined;
  /** What the issues before it said last of the same subject in the same place, where that was something else. */
  readonly before: { readonly status: FactStatus; readonly issueId: string } | undefined;
  readonly links: readonly Link[];
  /** Which topics it bears on, these tell. */
  readonly facts: readonly IndexedFact[];
}

/** What an issue says, in its order; nothing twice. */
export function readStatements({ id }: Pick<Issue, 'id'>, { index }: Snapshot): readonly Statement[] {
  const own = index.facts.filter(({ issue }) => issue.id === id);
  const byArticle = Map.groupBy(own, ({ article }) => article);
  const all = [...byArticle].flatMap(([article, facts]) => {
    const reviewed = facts.filter(({ fact }) => fact.isReviewed);
    if (reviewed.length > 0) return reviewed.map((fact) => readFact(fact, index.byName, index.facts));
    if (article.heading === '') return facts.map((fact) => readFact(fact, index.byName, index.facts));
    const { heading, links } = article;
    return [
      {
        key: wordsOf(heading),
        likeness: wholeArticle(heading),
        says: heading,
        status: undefined,
        before: undefined,
        links,
        facts,
      },
    ];
  });
  return [...new Map(all.map((statement) => [statement.key, statement])).values()];
}

/**
 * What of it is new: neither said before, nor in the place of something that was said before of the same subject, place and
 * status, nor the heading's news once more, in an editor's words.
 */
export function findNews(
  statements: readonly Statement[],
  known: readonly { readonly key: string; readonly likeness: string }[],
): readonly Statement[] {
  const keys = new Set(known.map(({ key }) => key));
  const present = new Set(statements.map(({ key }) => key));
  const replaced = new Map<string, number>();
  for (const { key, likeness } of known)
    if (!present.has(key)) replaced.set(likeness, (replaced.get(likeness) ?? 0) + 1);
  return statements.filter(({ key, likeness, facts }) => {
    if (keys.has(key)) return false;
    const heading = facts[0]?.article.heading ?? '';
    if (heading !== '' && replaced.has(wholeArticle(heading))) return false;
    const left = replaced.get(likeness) ?? 0;
    if (left > 0) replaced.set(likeness, left - 1);
    return left === 0;
  });
}

function readFact(indexed: IndexedFact, byName: Snapshot['index']['byName'], all: readonly IndexedFact[]): Statement {
  const { fact, article, about } = indexed;
  return {
    key: wordsOf(fact.says),
    likeness: fingerprint(...about.map(({ name }) => name), '', ...[...placesOf(indexed)].sort(), fact.status ?? ''),
    says: fact.says,
    status: fact.status,
    before: findBefore(indexed, byName, all),
    links: article.links,
    facts: [indexed],
  };
}

/** The status that the newest issue before it gave the same subject in one of the same places. */
function findBefore(
  one: IndexedFact,
  byName: Snapshot['index']['byName'],
  all: readonly IndexedFact[],
): Statement['before'] {
  const [subject] = one.about;
  const { status } = one.fact;
  if (subject === undefined || status === undefined || !one.fact.isReviewed) return undefined;
  const places = placesOf(one);
  let newest: IndexedFact | undefined;
  for (const at of byName.get(subject.id) ?? []) {
    const other = all[at] as IndexedFact;
    if (other.about[0] !== subject || other.fact.status === undefined || !other.fact.isReviewed) continue;
    if (!isLaterIssue(one.issue.id, other.issue.id) || places.isDisjointFrom(placesOf(other))) continue;
    if (newest === undefined || !isLaterIssue(newest.issue.id, other.issue.id)) newest = other;
  }
  const before = newest?.fact.status;
  return newest === undefined || before === undefined || before === status
    ? undefined
    : { status: before, issueId: newest.issue.id };
}

/** Each place as one text, by the targets in it where it has any; one that is about no place shares it with all such. */
function placesOf({ on }: IndexedFact): Set<string> {
  const places = on.map(({ words, targets }) =>
    targets.length > 0 ? JSON.stringify(targets.map(({ id }) => id).sort()) : words.toLowerCase(),
  );
  return new Set(places.length > 0 ? places : ['']);
}

/** Punctuation and letter case are not what a statement says. */
const wordsOf = (text: string) =>
  fingerprint(
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}+#]+/gu)
      ?.join(' ') ?? '',
  );
const wholeArticle = (heading: string) => fingerprint('article', wordsOf(heading));
