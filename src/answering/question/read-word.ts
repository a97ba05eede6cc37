import { countHolders } from '#search/fact-index.ts';
import { findVersions } from '#search/find-versions.ts';
import { weighTerm } from '#search/reading/read-terms.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { findNearTerms } from '#search/words/near-terms.ts';
import { type Need, needOf } from '#search/words/needed-words.ts';
import type { Token } from '#search/words/tokenize.ts';
import { isOrdinaryWord, weighWord } from '#search/words/word-weight.ts';
import { isAskingWord } from './asking-words.ts';

/** A telling word of a question, and the terms of the archive that it may stand for. */
export interface QueryWord {
  readonly raw: string;
  readonly weight: number;
  readonly rarity: number;
  readonly terms: readonly { readonly id: number; readonly factor: number }[];
  /** Within a topic. */
  readonly isNamed: boolean;
  /** A number right behind a name. */
  readonly isVersion: boolean;
  /** Told before or after what is asked: "we have a rack of them, does …?" */
  readonly isStory: boolean;
  /** Without it a question is not answered ("battery"). */
  readonly isEssential: boolean;
}

const PART_FACTOR = 0.6;
// What another word for it counts.
const NEAR_FACTOR = 0.7;
// The 150 commonest words weigh less.
const LITTLE = 0.1;
const STORY = 0.2;
const ASKING = 0.3;
// Of what says something of the asker, of what an answer may well leave out; and what tells at least, without which there is none.
const CHATTER = 0.1;
const LOOSE = 0.5;
const ESSENTIAL = 0.4;

/** Reads one word of a question against an archive. `next`: the term behind it, since some words are one with it ("come out"). */
export function readWord(
  { raw, terms }: Token,
  place: Pick<QueryWord, 'isNamed' | 'isVersion' | 'isStory'>,
  { index }: Snapshot,
  next: string,
): QueryWord {
  const isName = place.isNamed || place.isVersion;
  const found = terms.flatMap((term, part) => {
    const id = index.termIds.get(term);
    return id === undefined ? [] : [{ id, factor: part === 0 ? 1 : PART_FACTOR }];
  });
  const [own] = found;
  for (const term of isName ? [] : findNearTerms(terms[0] ?? '', next)) {
    const id = index.termIds.get(term);
    if (id !== undefined && !found.some((one) => one.id === id)) found.push({ id, factor: NEAR_FACTOR });
  }
  // "Foodb 8" is any Foodb 8.x.
  if (place.isVersion && /^\d{1,3}$/.test(raw))
    found.push(...findVersions(index, raw).map((id) => ({ id, factor: 1 })));
  const count = own === undefined ? 0 : countHolders(index, own.id);
  const share = place.isStory ? STORY : !place.isNamed && isAskingWord(raw) ? ASKING : 1;
  // How rare a little word is ("for", "does") tells nothing.
  const rarity = weighWord(raw) < LITTLE ? 0 : Math.log(1 + (index.facts.length - count + 0.5) / (count + 0.5));
  // "certs" tells as much as "certificate".
  const weight = weighTerm(isOrdinaryWord(raw) ? raw : (terms[0] ?? raw), count, index.facts.length);
  const need = needOf(raw);
  const byNeed = (value: number) => (isName ? value : weighByNeed(need, value));
  return {
    raw,
    weight: byNeed(weight * share),
    rarity: byNeed(rarity * share),
    terms: found,
    ...place,
    isEssential: need === 'essential',
  };
}

function weighByNeed(need: Need, value: number): number {
  if (need === 'chatter') return value * CHATTER;
  if (need === 'loose') return value * LOOSE;
  return need === 'essential' ? Math.max(ESSENTIAL, value) : value;
}
