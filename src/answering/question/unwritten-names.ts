import { foldName } from '#facts/fold-name.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import { knownProducts } from '#search/known-products.ts';
import { findMentions } from '#search/reading/names.ts';
import { listAt } from '#search/reading/number-lists.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { findFrom } from '#search/words/find-from.ts';
import { type Token, tokenize } from '#search/words/tokenize.ts';
import { isOrdinaryWord } from '#search/words/word-weight.ts';
import { findTargets } from '#targets/finding/find-targets.ts';
import { hasKinds } from '#targets/vocabulary.ts';
import type { Topic } from './topic.ts';

/** A name of computing at large that the archive never writes; tokens `from` to `to` (exclusive). */
export interface UnwrittenName {
  /** As it was typed. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The names in a question that are known, and that nobody has written about here: "fluent bit" is no slip of anything else. */
export function findUnwrittenNames(tokens: readonly Token[], snapshot: Snapshot): UnwrittenName[] {
  return findMentions(tokens, knownProducts)
    .filter(({ from, to }) => !ANYBODYS.test(tokens[from]?.raw ?? '') && !isWritten(tokens.slice(from, to), snapshot))
    .map(({ from, to }) => ({ name: wordsOf(tokens.slice(from, to)), from, to }));
}

// "my notes" is no product.
const ANYBODYS = /^(?:my|our|your|his|her|their|its|this|that|these|those|any|some|every|each)$/;

function isWritten(tokens: readonly Token[], snapshot: Snapshot): boolean {
  const { names, words } = snapshot;
  const isName = (some: readonly Token[]) => names.findFolded(foldOf(some)) !== undefined;
  if (isName(tokens)) return true;
  const [first] = tokens;
  if (tokens.length === 1 && first !== undefined)
    return words.has(first.raw.toLowerCase()) || isOrdinaryWord(first.raw) || findTargets(first.raw).length > 0;
  // "Millsoft Foodb" is Foodb; "Foodix Linux" is not Linux.
  for (let from = 1; from < tokens.length; from++) {
    const rest = tokens.slice(from);
    if (isName(rest) && foldOf(rest).length >= NAME && !isPlace(rest)) return true;
  }
  // "foodb os x" asks of Foodb there, though somebody calls a thing so.
  for (let from = 1; from < tokens.length; from++)
    if (isName(tokens.slice(0, from)) && isWholePlace(tokens.slice(from))) return true;
  // "Foodix Server" is Foodix.
  if (tokens.slice(1).every(({ raw }) => EDITION.test(raw)) && isName(tokens.slice(0, 1))) return true;
  return isInText(tokens, snapshot);
}

const NAME = 4;
const EDITION =
  /^(?:linux|os|project|foundation|language|lang|community|edition|core|toolkit|sdk|server|desktop|runtime)$/i;

const foldOf = (tokens: readonly Token[]) => foldName(tokens.map(({ raw }) => raw).join(''));

const wordsOf = (tokens: readonly Token[]) => tokens.map(({ raw }) => raw).join(' ');

const isWholePlace = (tokens: readonly Token[]) => {
  const words = wordsOf(tokens);
  return findTargets(words).some(({ start, end }) => start === 0 && end === words.length);
};

const isPlace = (tokens: readonly Token[]) => findTargets(wordsOf(tokens)).some(({ target }) => hasKinds(target));

// Words that more facts have than that are common ones: of a pair of these, the newest tell whether it is written at all.
const MAX_READ = 4000;

/** True where some fact has the words one behind the other. Only those that have every word are read. */
export function isInText(tokens: readonly Token[], { index }: Snapshot): boolean {
  const [fewest = new Uint32Array(), ...others] = tokens
    .map(({ terms }) => {
      const id = index.termIds.get(terms[0] ?? '');
      return id === undefined ? new Uint32Array() : listAt(index.holders, id);
    })
    .sort((a, b) => a.length - b.length);
  const name = foldOf(tokens);
  return fewest.subarray(-MAX_READ).some((place) => {
    if (!others.every((holders) => holders[findFrom(holders, place)] === place)) return false;
    const { fact, article } = index.facts[place] as IndexedFact;
    return [fact.says, article.heading, ...fact.about, ...fact.asks].some((text) => hasName(text, name));
  });
}

// "mill assistants" is no Mill Assistant: the name begins and ends with words.
function hasName(text: string, name: string): boolean {
  if (!foldName(text).includes(name)) return false;
  const words = text.split(/[^\p{L}\p{N}+#]+/u).map(foldName);
  return words.some((_, from) => {
    let joined = '';
    for (let to = from; to < words.length && joined.length < name.length; to++) joined += words[to];
    return joined === name;
  });
}

// "Foodix Quernling": a release by a name that nobody here has written.
export const isOfUnwrittenRelease = (
  topic: Topic,
  topics: readonly Topic[],
  tokens: readonly Token[],
  { index }: Snapshot,
): boolean => {
  const { target, named, isStory, isPlace, from, to } = topic;
  if (target?.kind !== 'operating-system' || isStory) return false;
  if (named !== undefined && to - from <= tokenize(named.name).length) return false;
  // "does Foodix support arm64?": one that is asked of, and nowhere named.
  const isSubject =
    !isPlace && target.isA === 'linux' && topics.some((other) => other !== topic && other.target !== undefined);
  return (
    (to - from > 1 || isSubject) &&
    tokens
      .slice(to - from > 1 ? from + 1 : from, to)
      .some(({ raw, terms }) => /^\p{L}{4,}$/u.test(raw) && terms.every((term) => !index.termIds.has(term)))
  );
};
