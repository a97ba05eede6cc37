import type { Fact } from '#facts/fact.ts';
import type { Article, Issue } from '#newsletter/issue.ts';
import { findTargets } from '#targets/find-targets.ts';
import type { Target } from '#targets/target.ts';
import type { Named, Names } from './names.ts';
import { tokenize } from './tokenize.ts';
import { weighWord } from './word-weight.ts';

/** One place that a fact speaks of; several targets or names in it mean all of them together ("Fedora on arm64"). */
export interface Place {
  readonly words: string;
  readonly targets: readonly Target[];
  readonly names: readonly Named[];
}

/** A fact with all that ranking looks at. Terms are numbers; a list may hold one more than once. */
export interface IndexedFact {
  readonly fact: Fact;
  readonly article: Article;
  readonly issue: Issue;
  readonly about: readonly Named[];
  readonly on: readonly Place[];
  /** The targets that its subjects are, by whatever name. */
  readonly aboutTargets: readonly Target[];
  /** The targets that the sentence names. */
  readonly mentioned: readonly Target[];
  readonly saysTerms: Uint32Array;
  readonly headingTerms: Uint32Array;
  /** What it is about, on what, and of which kind. */
  readonly nameTerms: Uint32Array;
  /** One list an ask. */
  readonly askTerms: readonly Uint32Array[];
}

/** All facts of an archive, found by term. Never changed once built. */
export interface FactIndex {
  /** Oldest first. */
  readonly facts: readonly IndexedFact[];
  readonly termIds: ReadonlyMap<string, number>;
  /** By term number, how much the term tells: what its word weighs in a question. */
  readonly termWeights: Float32Array;
  /** By term number, its first place in `holders`; the next term's is its end. */
  readonly starts: Uint32Array;
  /** Places in `facts`. */
  readonly holders: Uint32Array;
  /** How often each term stands in an article's facts; counted when first asked for. */
  readonly countArticleTerms: (articleId: string) => ReadonlyMap<number, number>;
  /** By `Named.id`, the places in `facts` that are about it or on it. */
  readonly byName: ReadonlyMap<number, readonly number[]>;
  /** By target id, the places in `facts` that are on it. */
  readonly byTarget: ReadonlyMap<string, readonly number[]>;
}

/** Indexes facts, oldest first. */
export function buildFactIndex(
  facts: readonly Fact[],
  articles: ReadonlyMap<string, { article: Article; issue: Issue }>,
  names: Names,
): FactIndex {
  const termIds = new Map<string, number>();
  const holders: number[][] = [];
  const indexed: IndexedFact[] = [];
  const byArticle = new Map<string, IndexedFact[]>();
  const byName = new Map<number, number[]>();
  const byTarget = new Map<string, number[]>();
  const headings = new Map<string, Uint32Array>();
  const places = new Map<string, Place>();
  const nameTerms = new Map<string, number[]>();
  const namedTerms = new Map<Named, number[]>();
  for (const fact of facts) {
    const home = articles.get(fact.articleId);
    if (home === undefined) continue;
    const place = indexed.length;
    const about = [...new Set(fact.about.map((name) => names.find(name)).filter((named) => named !== undefined))];
    const on = fact.on.map((words) => readPlace(words));
    const one: IndexedFact = {
      fact,
      ...home,
      about,
      on,
      aboutTargets: [...new Set(fact.about.flatMap((name) => readPlace(name).targets))],
      mentioned: [...new Set(findTargets(fact.says).map(({ target }) => target))],
      saysTerms: termsOf(fact.says),
      headingTerms: headings.get(fact.articleId) ?? termsOf(home.article.heading),
      nameTerms: Uint32Array.from(
        [...fact.about, ...fact.on]
          .flatMap((name) => termsOfName(name))
          .concat(about.flatMap((named) => termsOfNamed(named))),
      ),
      askTerms: fact.asks.map(termsOf),
    };
    headings.set(fact.articleId, one.headingTerms);
    indexed.push(one);
    for (const { id } of new Set([...about, ...on.flatMap((one) => one.names)])) hold(byName, id, place);
    for (const { id } of new Set(on.flatMap(({ targets }) => targets))) hold(byTarget, id, place);
    hold(byArticle, fact.articleId, one);
    noteHolder(one.saysTerms, place);
    noteHolder(one.headingTerms, place);
    noteHolder(one.nameTerms, place);
    for (const terms of one.askTerms) noteHolder(terms, place);
  }
  const starts = new Uint32Array(holders.length + 1);
  for (const [term, list] of holders.entries()) starts[term + 1] = (starts[term] as number) + list.length;
  const termWeights = Float32Array.from(termIds.keys(), (term, id) => {
    const count = (starts[id + 1] as number) - (starts[id] as number);
    return weighTerm(term, count, indexed.length);
  });
  return {
    facts: indexed,
    termIds,
    termWeights,
    starts,
    holders: Uint32Array.from(holders.flat()),
    countArticleTerms: countLazily(byArticle),
    byName,
    byTarget,
  };

  function noteHolder(terms: Uint32Array, place: number): void {
    for (let i = 0; i < terms.length; i++) {
      const list = holders[terms[i] as number] as number[];
      if (list[list.length - 1] !== place) list.push(place);
    }
  }

  function termsOf(text: string): Uint32Array {
    const ids: number[] = [];
    for (const { terms } of tokenize(text)) for (const term of terms) ids.push(idOf(term));
    return Uint32Array.from(ids);
  }

  function idOf(term: string): number {
    const known = termIds.get(term);
    if (known !== undefined) return known;
    const id = termIds.size;
    termIds.set(term, id);
    holders.push([]);
    return id;
  }

  // The same names come again and again.
  function termsOfName(name: string): number[] {
    const known = nameTerms.get(name) ?? Array.from(termsOf(name));
    nameTerms.set(name, known);
    return known;
  }

  function termsOfNamed(named: Named): number[] {
    const known = namedTerms.get(named) ?? Array.from(termsOf([...named.also, ...named.kind].join(' ')));
    namedTerms.set(named, known);
    return known;
  }

  function readPlace(words: string): Place {
    const known = places.get(words) ?? toPlace(words, names);
    places.set(words, known);
    return known;
  }
}

function hold<Key, Value>(holders: Map<Key, Value[]>, key: Key, place: Value): void {
  const list = holders.get(key);
  if (list) list.push(place);
  else holders.set(key, [place]);
}

function countLazily(byArticle: ReadonlyMap<string, readonly IndexedFact[]>): FactIndex['countArticleTerms'] {
  const counted = new Map<string, Map<number, number>>();
  return (articleId) => {
    const known = counted.get(articleId);
    if (known) return known;
    const counts = new Map<number, number>();
    for (const { saysTerms, headingTerms, nameTerms, askTerms } of byArticle.get(articleId) ?? [])
      for (const terms of [saysTerms, headingTerms, nameTerms, ...askTerms])
        for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    if (counted.size >= MAX_COUNTED) counted.clear();
    counted.set(articleId, counts);
    return counts;
  };
}

// As many articles as a year has; more would only hold memory.
const MAX_COUNTED = 1000;

function toPlace(words: string, names: Names): Place {
  const targets = [...new Set(findTargets(words).map(({ target }) => target))];
  const whole = names.find(words);
  if (whole) return { words, targets, names: [whole] };
  const parts = words.split(/(?<!\s)\s+(?:on|with|under|in|and|for)\s+/i).map((part) => names.find(part));
  return { words, targets, names: parts.filter((named) => named !== undefined) };
}

/** How many facts hold a term. */
export function countHolders({ starts }: FactIndex, term: number): number {
  return (starts[term + 1] as number) - (starts[term] as number);
}

/** How much a word tells: little where everybody uses it, or most facts have it. `count`: the facts that do. */
export function weighTerm(word: string, count: number, total: number): number {
  const rarity = Math.log(1 + (total - count + 0.5) / (count + 0.5)) / Math.log(2 + total);
  return weighWord(word) * (EVERYWHERE + (1 - EVERYWHERE) * rarity);
}

const EVERYWHERE = 0.25;
