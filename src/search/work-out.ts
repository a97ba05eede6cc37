import { draftFacts } from '#drafting/draft-facts.ts';
import type { Fact, Subject } from '#facts/fact.ts';
import type { Article, Issue } from '#newsletter/issue.ts';
import { listWords } from '#search/words/tokenize.ts';
import { type NameReading, openNames, readNames } from './names.ts';
import { type LinkReading, readLinks } from './read-links.ts';
import { readTerms, type TermReading } from './read-terms.ts';
import { readTexts, type TextReading } from './read-texts.ts';

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
  readonly names: NameReading;
  readonly links: LinkReading;
  readonly texts: TextReading;
  readonly terms: TermReading;
  /** Every word of the archive, lower case. */
  readonly words: ReadonlySet<string>;
}

/** An archive's facts in the order of its index. */
export interface OrderedFacts {
  readonly articles: Articles;
  /** Oldest first; an issue's own before its drafts. */
  readonly facts: readonly Fact[];
}

/** Works out what an archive's facts are made of. */
export function workOut(
  issues: readonly FactualIssue[],
  subjects: readonly Subject[],
  drafts: WorkedOut['drafts'],
  { facts, articles }: OrderedFacts,
): WorkedOut {
  const names = readNames(subjects, facts);
  const links = readLinks(facts, openNames(names));
  const { words, take } = collectWords();
  takeArticles(issues, take);
  const texts = readTexts(facts, articles, names, links, take);
  return { drafts, names, links, texts, terms: readTerms(texts), words };
}

/** Drafts facts of the articles that have none. */
export function draftMissing(issues: readonly FactualIssue[]): WorkedOut['drafts'] {
  const covered = new Set(issues.flatMap(({ facts }) => facts.map(({ articleId }) => articleId)));
  const drafts = new Map<string, readonly Fact[]>();
  for (const { issue } of issues)
    for (const article of issue.articles) if (!covered.has(article.id)) drafts.set(article.id, draftFacts(article));
  return drafts;
}

/** Puts all facts in order. */
export function orderFacts(issues: readonly FactualIssue[], drafts: WorkedOut['drafts']): OrderedFacts {
  const articles = new Map<string, { article: Article; issue: Issue }>();
  const facts: Fact[] = [];
  for (const { issue, facts: own } of issues) {
    for (const article of issue.articles) articles.set(article.id, { article, issue });
    for (const fact of own) if (articles.has(fact.articleId)) facts.push(fact);
    for (const { id } of issue.articles) facts.push(...(drafts.get(id) ?? []));
  }
  return { articles, facts };
}

/** Collects the words of texts, lower case. */
export interface WordCollector {
  readonly words: ReadonlySet<string>;
  /** Takes a word as `listWords` finds it. */
  readonly take: (word: string) => void;
}

/** An empty collection. The order in which words are taken is that of their set. */
export function collectWords(): WordCollector {
  const words = new Set<string>();
  // An archive has millions of words, and few different ones.
  const taken = new Set<string>();
  const take = (word: string) => {
    if (taken.has(word)) return;
    taken.add(word);
    const lower = word.replace(LEADING_DOT, '').toLowerCase();
    words.add(lower);
    // How somebody spells the parts of an address ("…/rasberry-pi") makes no word.
    if (!ADDRESS.test(lower)) for (const part of lower.split(/[-/_]/)) words.add(part);
  };
  return { words, take };
}

/** Takes every word of the articles themselves; those of their facts are read with their terms. */
export function takeArticles(issues: readonly FactualIssue[], take: WordCollector['take']): void {
  for (const { issue } of issues)
    for (const { heading, sentences } of issue.articles) {
      for (const word of listWords(heading)) take(word);
      for (const { text } of sentences) for (const word of listWords(text)) take(word);
    }
}

const ADDRESS = /\.[a-z]{2,}\//;
// ".NET" is written "net", too.
const LEADING_DOT = /^\./;
