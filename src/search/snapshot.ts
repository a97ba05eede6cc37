import type { Fact, Subject } from '#facts/fact.ts';
import { compareIssueIds } from '#newsletter/days/issue-order.ts';
import type { Issue } from '#newsletter/issue.ts';
import { buildSpelling, type Spelling } from '#search/words/spelling.ts';
import { buildFactIndex, type FactIndex } from './fact-index.ts';
import type { Names } from './names.ts';
import { readTexts } from './read-texts.ts';
import {
  type Articles,
  collectWords,
  draftMissing,
  type FactualIssue,
  orderFacts,
  takeArticles,
  type WorkedOut,
} from './work-out.ts';

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
  const { facts, articles, names } = orderFacts(ordered, subjects, drafts);
  const { texts, words } = known ?? readAll(ordered, facts, articles, names);
  return {
    issues: ordered.map(({ issue }) => issue),
    factsByIssue: new Map(ordered.map(({ issue, facts: own }) => [issue.id, own])),
    names,
    index: buildFactIndex(facts, articles, names, texts),
    words,
    spelling: buildSpelling(() => [...names.words, ...words]),
    workedOut: { drafts, texts, words },
  };
}

function readAll(
  issues: readonly FactualIssue[],
  facts: readonly Fact[],
  articles: Articles,
  names: Names,
): Omit<WorkedOut, 'drafts'> {
  const { words, take } = collectWords();
  takeArticles(issues, take);
  return { texts: readTexts(facts, articles, names, take), words };
}
