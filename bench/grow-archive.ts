import { findTargets } from '#targets/find-targets.ts';
import { isOrdinaryWord } from '#search/word-weight.ts';
import { inventName } from './invent-name.ts';
import { makeRandom, seedOf } from './seeded-random.ts';
import type { NewsletterText } from './workload.ts';

const WORD = /\p{L}[\p{L}\p{N}]*/gu;
const MIN_NAME = 4;
// New words come with the square root of the text, as they do in any collection of texts (Heaps' law).
const HEAPS_EXPONENT = 0.5;
// An archive of a hundred times 35 weeks: its years are no real ones, its weeks are.
const WEEKS = 52;
const FIRST_YEAR = 1000;

/**
 * An archive of many times the size: the given issues, and so many further copies in which the names are other ones.
 * What an architecture, a device or a system is called stays, and so does ordinary language.
 */
export function growArchive(texts: readonly NewsletterText[], times: number): NewsletterText[] {
  const isName = new Map<string, boolean>();
  const grown = [...texts];
  for (let copy = 1; copy < times; copy++) {
    for (const { text } of texts) {
      grown.push({
        file: nameFile(grown.length - texts.length),
        text: text.replace(WORD, (word) => rename(word, copy)),
      });
    }
  }
  return grown;

  function rename(word: string, copy: number): string {
    let known = isName.get(word);
    if (known === undefined) {
      known = word.length >= MIN_NAME && !isOrdinaryWord(word) && findTargets(word).length === 0;
      isName.set(word, known);
    }
    if (!known) return word;
    const variant = Math.floor(makeRandom(seedOf(`${word.toLowerCase()} in ${copy}`))() * (copy + 1) ** HEAPS_EXPONENT);
    return variant === 0 ? word : inventName(word, variant);
  }
}

function nameFile(place: number): string {
  const week = String((place % WEEKS) + 1).padStart(2, '0');
  return `${FIRST_YEAR + Math.floor(place / WEEKS)}-W${week}.md`;
}
