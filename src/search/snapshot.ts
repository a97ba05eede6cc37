import type { Fact, Subject } from '#facts/fact.ts';
import { compareIssueIds } from '#newsletter/days/issue-order.ts';
import type { Issue } from '#newsletter/issue.ts';
import { buildSpelling, type Spelling } from '#search/words/spelling.ts';
import { buildFactIndex, type FactIndex } from './fact-index.ts';
import { type Names, openNames } from './names.ts';
import { draftMissing, type FactualIssue, orderFacts, type WorkedOut, workOut } from './work-out.ts';

/** The whole archive at one moment, ready to be asked. Never changed: a new one takes its place. */
export interface Snapshot {
  /** Oldest first. */
  readonly issues: readonly Issue[];
  /** What editors have written down, by issue. */
  readonly factsByIssue: ReadonlyMap<string, readonly Fact[]>;
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
  const drafts = known?.drafts ?? draftMissing(ordered);
  const inOrder = orderFacts(ordered, drafts);
  const workedOut = known ?? workOut(ordered, subjects, drafts, inOrder);
  const names = openNames(workedOut.names);
  return {
    issues: ordered.map(({ issue }) => issue),
    factsByIssue: new Map(ordered.map(({ issue, facts: own }) => [issue.id, own])),
    names,
    index: buildFactIndex(inOrder, names, workedOut),
    words: workedOut.words,
    spelling: buildSpelling(() => [...names.words, ...workedOut.words]),
    workedOut,
  };
}
