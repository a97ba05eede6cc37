import { draftFacts } from '#drafting/draft-facts.ts';
import type { Fact, Subject } from '#facts/fact.ts';
import type { Article, Issue } from '#newsletter/issue.ts';
import { compareIssueIds } from '#newsletter/issue-order.ts';
import { buildFactIndex, type FactIndex } from './fact-index.ts';
import { buildNames, type Names } from './names.ts';
import { buildSpelling, type Spelling } from './spelling.ts';

/** An issue with the facts that its editor has written down; none where there is no fact file. */
export interface FactualIssue {
  readonly issue: Issue;
  readonly facts: readonly Fact[];
}

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
}

/** Makes an archive ready to be asked. An article without facts is read sentence by sentence. */
export function buildSnapshot(issues: readonly FactualIssue[], subjects: readonly Subject[] = []): Snapshot {
  const ordered = [...issues].sort((a, b) => compareIssueIds(a.issue.id, b.issue.id));
  const articles = new Map<string, { article: Article; issue: Issue }>();
  const reviewed = ordered.flatMap(({ facts }) => facts);
  const covered = new Set(reviewed.map(({ articleId }) => articleId));
  const facts: Fact[] = [];
  for (const { issue, facts: own } of ordered) {
    facts.push(...own);
    for (const article of issue.articles) {
      articles.set(article.id, { article, issue });
      if (!covered.has(article.id)) facts.push(...draftFacts(article));
    }
  }
  const names = buildNames(subjects, facts);
  const index = buildFactIndex(facts, articles, names);
  const words = readWords(ordered, facts);
  const factsByIssue = new Map(ordered.map(({ issue, facts: own }) => [issue.id, own]));
  const snapshot = { issues: ordered.map(({ issue }) => issue), factsByIssue, names, index, words };
  return { ...snapshot, spelling: buildSpelling(() => [...names.words, ...words]) };
}

function readWords(issues: readonly FactualIssue[], facts: readonly Fact[]): Set<string> {
  const words = new Set<string>();
  const take = (text: string) => {
    for (const word of text.toLowerCase().match(WORD) ?? []) {
      if (words.has(word)) continue;
      words.add(word);
      for (const part of word.split(/[-/_]/)) words.add(part);
    }
  };
  for (const { issue } of issues)
    for (const { heading, sentences } of issue.articles) {
      take(heading);
      for (const { text } of sentences) take(text);
    }
  for (const { about, on, asks } of facts) for (const text of [...about, ...on, ...asks]) take(text);
  return words;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[.+#'’_/-](?=[\p{L}\p{N}]))*(?:\+{1,2}|#)?/gu;
