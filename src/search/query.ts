import { relateTargets, type TargetRelation } from '#claims/relate-targets.ts';
import type { Target } from '#claims/target.ts';
import { vocabulary } from '#claims/vocabulary.ts';
import { findVariants } from './name-variants.ts';
import { isNeverName } from './never-names.ts';
import { findOrdinarySlip } from './ordinary-spelling.ts';
import { isPartElsewhere, isPartOfName, joinWithNeighbours, MIN_JOINED } from './part-of-name.ts';
import { isProductHere } from './product-word.ts';
import { termsRelatedTo } from './related-terms.ts';
import { findFullWord } from './shortened-word.ts';
import type { Snapshot } from './snapshot.ts';
import { inverseFrequency, targetTerm } from './text-index.ts';
import { type Token, termsOfWord, tokenize } from './tokenize.ts';
import { isKindOfThing, isOrdinaryWord, weighWord } from './word-weight.ts';

/** A word of a question, and what it may stand for in the archive. */
export interface QueryWord {
  readonly raw: string;
  /** Lower case, as it was understood: corrected where it was mistyped. */
  readonly word: string;
  /** How much of the question it carries: 0.05 ("the") to 3 (a name). */
  readonly weight: number;
  /** Terms of the archive that match it, the surest first. Empty when the archive has no such word. */
  readonly matches: readonly TermMatch[];
  readonly wasCorrected: boolean;
  /** True when it is likely the name of something: unknown to dictionaries, or always capitalised in the archive. */
  readonly isName: boolean;
}

export interface TermMatch {
  readonly termId: number;
  /** 1 for the word itself, less for a part of it, a correction or a related word. */
  readonly factor: number;
}

// What a match is worth beside the word itself.
const PART_FACTOR = 0.6;
const JOINED_FACTOR = 0.95;
const CORRECTED_FACTOR = 0.9;
const RELATED_FACTOR = 0.35;
// A word that the archive capitalises this often in running text is a name there, whatever dictionaries say ("Foodb").
const NAME_SHARE = 0.6;
const NAME_IN_ARCHIVE_WEIGHT = 2.2;
// Commoner words ("go", "works") are names only where the question uses them as such.
const MIN_NAME_WEIGHT = 0.45;
const COMPOUND_WEIGHT = 1.4;
const SHORT_WORD = 5;
const MAX_WORDS = 60;
const MIN_INITIAL_WEIGHT = 0.4;

/** Reads the words of a question against one archive; with `areNames` each may name a product. At most 60 words are read; more say nothing new. */
export function readQuery(text: string, snapshot: Snapshot, areNames = false): QueryWord[] {
  const tokens = tokenize(text).slice(0, MAX_WORDS);
  return tokens.map((token, place) => {
    const whole = token.terms[0] ?? '';
    const joined = joinWithNeighbours(tokens, place);
    const matches = matchTerms(snapshot, token.terms, [...joined, ...initialsAround(tokens, place)]);
    const ordinary = isOrdinaryWord(token.raw);
    const isProduct = areNames || isProductHere(tokens, place);
    const isPart = isPartOfName(tokens, place, snapshot.index);
    matches.push(...matchVariants(snapshot, matches, whole, ordinary));
    if (matches.length > 0 || ordinary || token.raw.length < 4 || isKindOfThing(token.raw)) {
      const word = makeWord(snapshot, token.raw, token.raw, matches, false, isProduct, isPart);
      return isPart && !word.isName ? { ...word, weight: Math.max(word.weight, COMPOUND_WEIGHT), isName: true } : word;
    }
    return (
      readShortened(snapshot, token.raw) ??
      correctWord(snapshot, token.raw) ??
      readSlip(snapshot, token.raw) ??
      makeWord(snapshot, token.raw, token.raw, [], false)
    );
  });
}

function matchTerms(snapshot: Snapshot, terms: readonly string[], joined: readonly string[]): TermMatch[] {
  const { termIds } = snapshot.index;
  const matches: TermMatch[] = [];
  const add = (term: string, factor: number) => {
    const termId = termIds.get(term);
    if (termId !== undefined && !matches.some((match) => match.termId === termId)) matches.push({ termId, factor });
  };
  for (const [place, term] of terms.entries()) add(term, place === 0 ? 1 : PART_FACTOR);
  for (const term of joined) {
    if (!term.startsWith(SHORT_FORM)) {
      if (term.length >= MIN_JOINED) add(term, JOINED_FACTOR);
      continue;
    }
    const initials = term.slice(SHORT_FORM.length);
    const share = snapshot.index.nameShare[termIds.get(initials) ?? -1] ?? 0;
    if (share >= INITIALS_SHARE && !isOrdinaryWord(initials)) add(initials, JOINED_FACTOR);
  }
  for (const term of termsRelatedTo(terms[0] ?? '')) add(term, RELATED_FACTOR);
  return matches;
}

const SHORT_FORM = '=';
// Initials are a word that the archive writes in capitals, or they are an accident.
const INITIALS_SHARE = 0.8;

// "enterprise edition" may be EE in the archive: the initials of this word with its neighbours, marked as such.
function initialsAround(tokens: readonly Token[], place: number): string[] {
  const isTelling = (i: number) =>
    tokens[i] !== undefined && isOrdinaryWord(tokens[i].raw) && weighWord(tokens[i].raw) >= MIN_INITIAL_WEIGHT;
  if (!isTelling(place)) return [];
  const spans = [
    [place - 1, place],
    [place, place + 1],
    [place - 2, place],
    [place - 1, place + 1],
    [place, place + 2],
  ] as const;
  return spans
    .filter(
      ([from, to]) =>
        from >= 0 && to < tokens.length && tokens.slice(from, to + 1).every((_, i) => isTelling(from + i)),
    )
    .map(
      ([from, to]) =>
        SHORT_FORM +
        tokens
          .slice(from, to + 1)
          .map(({ raw }) => raw[0]?.toLowerCase())
          .join(''),
    );
}

// How well an article that names another target answers for the asked one, where finding it is concerned.
const FOUND_BY: Partial<Record<TargetRelation, number>> = {
  same: 1,
  'asked-includes-said': 0.8,
  'runs-on-device': 0.5,
  'usually-means': 0.6,
  'every-architecture': 0.5,
  'said-includes-asked': 0.5,
};
// A board or a system is named by its own name or its line's, not by a processor or by "Linux".
const NAMED_BY: Partial<Record<TargetRelation, number>> = {
  same: 1,
  'asked-includes-said': 0.8,
  'said-includes-asked': 0.3,
};
const TARGET_WEIGHTS = { architecture: 0.5, family: 0.4, device: 1.6, 'operating-system': 1.6 } as const;

/** A target of the question as one word of the query, whatever names the archive has for it. */
export function readTarget(target: Target, words: string, snapshot: Snapshot): QueryWord {
  const matches: TermMatch[] = [];
  const isThing = target.kind === 'device' || target.kind === 'operating-system';
  for (const said of vocabulary) {
    const factor = (isThing ? NAMED_BY : FOUND_BY)[relateTargets(target, said)];
    const termId = snapshot.index.termIds.get(targetTerm(said.id));
    if (factor !== undefined && termId !== undefined) matches.push({ termId, factor });
  }
  matches.sort((a, b) => b.factor - a.factor);
  return {
    raw: words,
    word: target.label.toLowerCase(),
    weight: TARGET_WEIGHTS[target.kind],
    matches,
    wasCorrected: false,
    isName: false,
  };
}

// A name without its usual ending; an ordinary word ("torch") hardly means one.
function matchVariants(
  { index }: Snapshot,
  known: readonly TermMatch[],
  term: string,
  isOrdinary: boolean,
): TermMatch[] {
  if (!isOrdinary && known.length > 0) return [];
  return findVariants(term, index).map((termId) => ({ termId, factor: isOrdinary ? PART_FACTOR : CORRECTED_FACTOR }));
}

// "defrag", where the archive has the word in full: no name that it lacks.
function readShortened(snapshot: Snapshot, raw: string): QueryWord | undefined {
  const word = findFullWord(raw, snapshot.index);
  if (word === undefined) return undefined;
  const matches = matchTerms(snapshot, termsOfWord(word), []);
  return { ...makeWord(snapshot, raw, word, matches, true), weight: COMPOUND_WEIGHT, isName: false };
}

// A mistyped ordinary word that the archive happens not to have is no name that it lacks.
function readSlip(snapshot: Snapshot, raw: string): QueryWord | undefined {
  const word = findOrdinarySlip(raw);
  return word === undefined
    ? undefined
    : makeWord(snapshot, raw, word, matchTerms(snapshot, termsOfWord(word), []), true);
}

function correctWord(snapshot: Snapshot, raw: string): QueryWord | undefined {
  const suggestions = snapshot.spelling.suggest(raw);
  const best = suggestions[0];
  if (!best || isAnotherWord(raw, best.word)) return undefined;
  // Two letters off an ordinary word is likelier a name of its own (Portabler, portable).
  if (best.edits > 1 && isOrdinaryWord(best.word)) return undefined;
  const ties = suggestions.filter(({ edits }) => edits === best.edits);
  const matches = ties.flatMap(({ word }) =>
    matchTerms(snapshot, termsOfWord(word), []).map(({ termId, factor }) => ({
      termId,
      factor: factor * CORRECTED_FACTOR,
    })),
  );
  return makeWord(snapshot, raw, best.word, matches, true);
}

// A short word with another letter in it (mssql, mysql), or one in capitals, is likelier a name that the archive does not have.
function isAnotherWord(typed: string, word: string): boolean {
  if (/^\p{Lu}{3,}$/u.test(typed)) return true;
  if (typed.length > SHORT_WORD || typed.length !== word.length) return false;
  return [...typed.toLowerCase()].sort().join('') !== [...word].sort().join('');
}

function makeWord(
  snapshot: Snapshot,
  raw: string,
  word: string,
  matches: readonly TermMatch[],
  wasCorrected: boolean,
  isProduct = false,
  isPart = false,
): QueryWord {
  const own = matches.find(({ factor }) => factor >= CORRECTED_FACTOR);
  const share = own ? (snapshot.index.nameShare[own.termId] ?? 0) : 0;
  // A compound that the archive has as one word is a thing of its own ("functions-as-a-service").
  const isCompound = own !== undefined && /[-/_]/.test(word);
  const dictionaryWeight = isCompound ? Math.max(weighWord(word), COMPOUND_WEIGHT) : weighWord(word);
  if (!isPart && !isOrdinaryWord(word) && isKindOfThing(word))
    return { raw, word, weight: COMPOUND_WEIGHT, matches, wasCorrected, isName: false };
  const isUnknownName = !isOrdinaryWord(word);
  const isArchiveName =
    share >= NAME_SHARE &&
    (dictionaryWeight >= MIN_NAME_WEIGHT || isProduct) &&
    !isNeverName(word) &&
    (isPart || !isPartElsewhere(raw, own?.termId, snapshot.index));
  const weight = isArchiveName ? Math.max(dictionaryWeight, NAME_IN_ARCHIVE_WEIGHT) : dictionaryWeight;
  return { raw, word: word.toLowerCase(), weight, matches, wasCorrected, isName: isUnknownName || isArchiveName };
}

/** How much a word tells one article from another: its weight and its rarity in the archive. */
export function rateWord(snapshot: Snapshot, word: QueryWord): number {
  const rarity = word.matches[0] ? inverseFrequency(snapshot.index, word.matches[0].termId) : 0;
  return word.weight * rarity;
}
