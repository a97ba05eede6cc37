import { draftFacts } from '#drafting/draft-facts.ts';
import type { Fact, Subject } from '#facts/fact.ts';
import { listWords } from '#search/words/tokenize.ts';
import { type NameReading, openNames, readNames } from './names.ts';
import { type Drafts, type FactOrder, type FactualIssue, openOrder, orderFacts } from './order-facts.ts';
import { type LinkReading, readLinks } from './read-links.ts';
import { readTerms, type TermReading } from './read-terms.ts';
import { readTexts, type TextReading } from './read-texts.ts';

/**
 * All of an archive that takes long to find out. It is plain data, and the same issues, facts and subjects give the same:
 * it can be kept until the next start.
 */
export interface WorkedOut {
  readonly drafts: Drafts;
  readonly order: FactOrder;
  readonly names: NameReading;
  readonly links: LinkReading;
  readonly texts: TextReading;
  readonly terms: TermReading;
  /** Every word of the archive, lower case. */
  readonly words: ReadonlySet<string>;
}

/** Works out what an archive's facts are made of. `issues`: oldest first. */
export function workOut(issues: readonly FactualIssue[], subjects: readonly Subject[]): WorkedOut {
  const drafts = draftMissing(issues);
  const order = orderFacts(issues, drafts);
  const { homeAt } = openOrder(order, issues, drafts);
  const homes = Array.from(order.issues, (_, place) => homeAt(place));
  const facts = homes.map(({ fact }) => fact);
  const names = readNames(subjects, facts);
  const links = readLinks(facts, openNames(names));
  const { words, take } = collectWords();
  takeArticles(issues, take);
  const texts = readTexts(homes, names, links, take);
  return { drafts, order, names, links, texts, terms: readTerms(texts), words };
}

function draftMissing(issues: readonly FactualIssue[]): Drafts {
  const covered = new Set<string>();
  for (const { facts } of issues) for (const { articleId } of facts) covered.add(articleId);
  const drafts = new Map<string, readonly Fact[]>();
  for (const { issue } of issues)
    for (const article of issue.articles) if (!covered.has(article.id)) drafts.set(article.id, draftFacts(article));
  return drafts;
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
