import { draftFacts } from '#drafting/draft-facts.ts';
import type { Fact, Subject } from '#facts/fact.ts';
import type { Article, Issue } from '#newsletter/issue.ts';
import { buildNames, type Names } from './names.ts';
import type { TextReading } from './read-texts.ts';

/** An issue with the facts that its editor has written down; none where there is no fact file. */
export interface FactualIssue {
  readonly issue: Issue;
  readonly facts: readonly Fact[];
}

/** An article and its issue, by the article's id. */
export type Articles = ReadonlyMap<string, { readonly article: Article; readonly issue: Issue }>;

/**
 * All of an archive that takes long to find out. It is plain data, and the same issues, facts and subjects give the same:
 * it can be kept until the next start.
 */
export interface WorkedOut {
  /** Of the articles that no editor has written a fact of. */
  readonly drafts: ReadonlyMap<string, readonly Fact[]>;
  readonly texts: TextReading;
  /** Every word of the archive, lower case. */
  readonly words: ReadonlySet<string>;
}

/** An archive's facts in the order of its index, and their names. */
export interface OrderedFacts {
  readonly articles: Articles;
  /** Oldest first; an issue's own before its drafts. */
  readonly facts: readonly Fact[];
  readonly names: Names;
}

/** Drafts facts of the articles that have none. */
export function draftMissing(issues: readonly FactualIssue[]): WorkedOut['drafts'] {
  const covered = new Set(issues.flatMap(({ facts }) => facts.map(({ articleId }) => articleId)));
  const drafts = new Map<string, readonly Fact[]>();
  for (const { issue } of issues)
    for (const article of issue.articles) if (!covered.has(article.id)) drafts.set(article.id, draftFacts(article));
  return drafts;
}

/** Puts all facts in order, and gathers their names. */
export function orderFacts(
  issues: readonly FactualIssue[],
  subjects: readonly Subject[],
  drafts: WorkedOut['drafts'],
): OrderedFacts {
  const articles = new Map<string, { article: Article; issue: Issue }>();
  const facts: Fact[] = [];
  for (const { issue, facts: own } of issues) {
    for (const article of issue.articles) articles.set(article.id, { article, issue });
    for (const fact of own) if (articles.has(fact.articleId)) facts.push(fact);
    for (const { id } of issue.articles) facts.push(...(drafts.get(id) ?? []));
  }
  return { articles, facts, names: buildNames(subjects, facts) };
}

/** Collects every word of an archive, lower case. */
export function readWords(issues: readonly FactualIssue[], facts: readonly Fact[]): Set<string> {
  const words = new Set<string>();
  const take = (text: string) => {
    for (const word of text.toLowerCase().match(WORD) ?? []) {
      if (words.has(word)) continue;
      words.add(word);
      // How somebody spells the parts of an address ("…/rasberry-pi") makes no word.
      if (!ADDRESS.test(word)) for (const part of word.split(/[-/_]/)) words.add(part);
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

const ADDRESS = /\.[a-z]{2,}\//;
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[.+#'’_/-](?=[\p{L}\p{N}]))*(?:\+{1,2}|#)?/gu;
