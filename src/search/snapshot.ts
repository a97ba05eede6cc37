import type { Fact, FactList, Subject } from '#facts/fact.ts';
import { compareIssueIds } from '#newsletter/days/issue-order.ts';
import type { Issue } from '#newsletter/issue.ts';
import { type Names, openNames } from '#search/reading/names.ts';
import { type FactualIssue, openOrder } from '#search/reading/order-facts.ts';
import { type WorkedOut, workOut } from '#search/reading/work-out.ts';
import { buildSpelling, type Spelling } from '#search/words/spelling.ts';
import { buildFactIndex, type FactIndex } from './fact-index.ts';

/** The whole archive at one moment, ready to be asked. Never changed: a new one takes its place. */
export interface Snapshot {
  /** Oldest first. */
  readonly issues: readonly Issue[];
  /** What editors have written down of an issue. */
  readonly factsOf: (issueId: string) => readonly Fact[];
  readonly names: Names;
  readonly index: FactIndex;
  /** Every word of the archive, lower case: one that is not here was never written about. */
  readonly words: ReadonlySet<string>;
  readonly spelling: Spelling;
  /** To be kept for the next start. */
  readonly workedOut: WorkedOut;
}

/**
 * Makes an archive ready to be asked. An article without facts is read sentence by sentence. `known`: what an earlier
 * snapshot of the very same issues, facts and subjects has worked out.
 */
export function buildSnapshot(
  issues: readonly FactualIssue[],
  subjects: readonly Subject[] = [],
  known?: WorkedOut,
): Snapshot {
  const ordered = [...issues].sort((a, b) => compareIssueIds(a.issue.id, b.issue.id));
  const workedOut = known ?? workOut(ordered, subjects);
  const { order, drafts } = workedOut;
  const own = new Map(ordered.map(({ issue, facts }) => [issue.id, listOnce(facts)]));
  const names = openNames(workedOut.names);
  return {
    issues: ordered.map(({ issue }) => issue),
    factsOf: (issueId) => own.get(issueId)?.() ?? [],
    names,
    index: buildFactIndex(openOrder(order, ordered, drafts), names, workedOut),
    words: workedOut.words,
    spelling: buildSpelling(() => [...names.words, ...workedOut.words]),
    workedOut,
  };
}

/** How many of its facts an editor has written. */
export function countReviewed({ index, workedOut: { drafts } }: Snapshot): number {
  return index.facts.length - drafts.values().reduce((sum, { length }) => sum + length, 0);
}

function listOnce(facts: FactList): () => readonly Fact[] {
  let list: readonly Fact[] | undefined;
  return () => {
    list ??= [...facts];
    return list;
  };
}
