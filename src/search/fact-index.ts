import type { Fact } from '#facts/fact.ts';
import type { Article, Issue } from '#newsletter/issue.ts';
import { weighWord } from '#search/words/word-weight.ts';
import { findTargets } from '#targets/finding/find-targets.ts';
import type { Target } from '#targets/target.ts';
import { getTarget } from '#targets/vocabulary.ts';
import { findHolders } from './find-holders.ts';
import type { Named, Names } from './names.ts';
import { lengthAt, type NumberLists } from './number-lists.ts';
import type { TextReading } from './read-texts.ts';
import type { Articles } from './work-out.ts';

/** One place that a fact speaks of; several targets or names in it mean all of them together ("Fedora on arm64"). */
export interface FactPlace {
  readonly words: string;
  readonly targets: readonly Target[];
  readonly names: readonly Named[];
}

/** What a fact is about, by the name that it has there. */
export interface FactSubject {
  readonly named: Named | undefined;
  /** The targets that it is, by whatever name; looked for when they are first asked for. */
  readonly targets: readonly Target[];
}

/** A fact with all that ranking looks at. */
export interface IndexedFact {
  readonly fact: Fact;
  readonly article: Article;
  readonly issue: Issue;
  readonly about: readonly Named[];
  /** The same, by the names that they have there; also what no name was found for. */
  readonly subjects: readonly FactSubject[];
  /** Who makes what it is about. */
  readonly makers: readonly Named[];
  readonly on: readonly FactPlace[];
  /** The targets that the sentence names. */
  readonly mentioned: readonly Target[];
  /** The list of its sentence's terms. The list behind it has those of what it is about, on what, and of which kind. */
  readonly saysList: number;
  readonly headingList: number;
  /** One list an ask, from this one on. */
  readonly firstAsk: number;
}

/** All facts of an archive, found by term. Never changed once built. */
export interface FactIndex {
  /** Oldest first. */
  readonly facts: readonly IndexedFact[];
  readonly termIds: ReadonlyMap<string, number>;
  /** By term number, how much the term tells: what its word weighs in a question. */
  readonly termWeights: Float32Array;
  /** The facts' lists of terms; a list may hold one more than once. */
  readonly lists: NumberLists;
  /** By list, how much its terms tell together. */
  readonly listWeights: Float32Array;
  /** By term number, the places in `facts` that hold it. */
  readonly holders: NumberLists;
  /** All lists of an article's facts, its heading's among them: the first and the one behind the last of each run, in turn. */
  readonly listsOfArticle: (articleId: string) => readonly number[];
  /** By `Named.id`, the places in `facts` that are about it or on it. */
  readonly byName: ReadonlyMap<number, readonly number[]>;
  /** By target id, the places in `facts` that are on it. */
  readonly byTarget: ReadonlyMap<string, readonly number[]>;
}

/** Indexes facts, oldest first; each has its article in `articles`. `texts`: what was read of the same. */
export function buildFactIndex(
  facts: readonly Fact[],
  articles: Articles,
  names: Names,
  texts: TextReading,
): FactIndex {
  const { vocabulary, lists, homes, headings, mentioned } = texts;
  const indexed: IndexedFact[] = [];
  const byArticle = new Map<string, number[]>();
  const byName = new Map<number, number[]>();
  const byTarget = new Map<string, number[]>();
  const places = new Map<string, FactPlace>();
  const subjects = new Map<string, FactSubject>();
  for (const [place, fact] of facts.entries()) {
    const home = articles.get(fact.articleId);
    if (home === undefined) throw new Error(`Expected the article ${fact.articleId} of the fact ${fact.id}.`);
    const saysList = homes[place] as number;
    const on = fact.on.map(readPlace);
    const about = fact.about.map(readSubject);
    const subjectsOf = [...new Set(about.map(({ named }) => named).filter((named) => named !== undefined))];
    const makers = subjectsOf.flatMap(({ by }) => (by === undefined ? [] : [names.find(by)]));
    const one: IndexedFact = {
      fact,
      article: home.article,
      issue: home.issue,
      about: subjectsOf,
      subjects: about,
      makers: makers.filter((maker) => maker !== undefined),
      on,
      mentioned: (mentioned[place] as readonly string[]).map(getTarget),
      saysList,
      headingList: headings[place] as number,
      firstAsk: saysList + 2,
    };
    indexed.push(one);
    for (const { id } of one.about) holdOnce(byName, id, place);
    for (const { names: named, targets } of on) {
      for (const { id } of named) holdOnce(byName, id, place);
      for (const { id } of targets) holdOnce(byTarget, id, place);
    }
    holdLists(byArticle, one);
  }
  const holders = findHolders(indexed, lists, vocabulary.length);
  const termWeights = Float32Array.from(vocabulary, (term, id) =>
    weighTerm(term, lengthAt(holders, id), indexed.length),
  );
  return {
    facts: indexed,
    termIds: new Map(vocabulary.map((term, id) => [term, id])),
    termWeights,
    lists,
    listWeights: weighLists(lists, termWeights),
    holders,
    listsOfArticle: (articleId) => byArticle.get(articleId) ?? [],
    byName,
    byTarget,
  };

  function readPlace(words: string): FactPlace {
    const known = places.get(words) ?? toPlace(words, names);
    places.set(words, known);
    return known;
  }

  function readSubject(name: string): FactSubject {
    const known = subjects.get(name) ?? toSubject(name, names);
    subjects.set(name, known);
    return known;
  }
}

function weighLists({ numbers, starts }: NumberLists, termWeights: Float32Array): Float32Array {
  const weights = new Float32Array(starts.length - 1);
  for (let list = 0; list < weights.length; list++) {
    let sum = 0;
    for (let at = starts[list] as number; at < (starts[list + 1] as number); at++)
      sum += termWeights[numbers[at] as number] as number;
    weights[list] = sum;
  }
  return weights;
}

// The lists of an article's facts mostly stand one behind the other: as runs they are gone through faster, and are few numbers.
function holdLists(runs: Map<string, number[]>, { fact, saysList, headingList, firstAsk }: IndexedFact): void {
  const end = firstAsk + fact.asks.length;
  const known = runs.get(fact.articleId);
  if (known === undefined && headingList === saysList - 1) runs.set(fact.articleId, [headingList, end]);
  else if (known === undefined) runs.set(fact.articleId, [headingList, headingList + 1, saysList, end]);
  else if (known.at(-1) === saysList) known[known.length - 1] = end;
  else known.push(saysList, end);
}

// Places come one after the other: one that is there already is the last.
function holdOnce<Key>(holders: Map<Key, number[]>, key: Key, place: number): void {
  const list = holders.get(key);
  if (list === undefined) holders.set(key, [place]);
  else if (list.at(-1) !== place) list.push(place);
}

/** The targets that a fact's subjects are. */
export function aboutTargetsOf({ subjects }: IndexedFact): readonly Target[] {
  const [only] = subjects;
  if (subjects.length === 1 && only !== undefined) return only.targets;
  return [...new Set(subjects.flatMap(({ targets }) => targets))];
}

function toSubject(name: string, names: Names): FactSubject {
  let targets: readonly Target[] | undefined;
  return {
    named: names.find(name),
    get targets() {
      targets ??= findWhole(name);
      return targets;
    },
  };
}

// The target that a name is, be it with a version: "Foodix 9" is one, "Quernd for Windows" is none.
function findWhole(name: string): Target[] {
  const found = findTargets(name).flatMap(({ target, start, end }) =>
    /\p{L}{2}/u.test(name.slice(0, start) + name.slice(end)) ? [] : [target],
  );
  return [...new Set(found)];
}

function toPlace(words: string, names: Names): FactPlace {
  const targets = [...new Set(findTargets(words).map(({ target }) => target))];
  const whole = names.find(words);
  if (whole) return { words, targets, names: [whole] };
  const parts = words.split(/(?<!\s)\s+(?:on|with|under|in|and|for)\s+/i).map((part) => names.find(part));
  return { words, targets, names: parts.filter((named) => named !== undefined) };
}

/** How many facts hold a term. */
export function countHolders({ holders }: FactIndex, term: number): number {
  return lengthAt(holders, term);
}

/** How much a word tells: little where everybody uses it, or most facts have it. `count`: the facts that do. */
export function weighTerm(word: string, count: number, total: number): number {
  const rarity = Math.log(1 + (total - count + 0.5) / (count + 0.5)) / Math.log(2 + total);
  return weighWord(word) * (EVERYWHERE + (1 - EVERYWHERE) * rarity);
}

const EVERYWHERE = 0.25;
