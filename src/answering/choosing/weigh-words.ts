import type { QueryWord } from '#answering/question/read-word.ts';
import { isHardware, type Topic } from '#answering/question/topic.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Factors } from './match-terms.ts';

const PART_OF_NAME = 0.4;
// What a thing has, and no part of its name: "foodb performance".
const TRAIT =
  /^(?:results?|scores?|benchmarks?|performance|speeds?|specs?|figures?|numbers?|sizes?|weight|power|consumption|temperature|throughput|bandwidth|latency|range|dates?|deadline|location|venue|organi[sz]ers?|speakers?|members?|authors?|makers?|vendors?|owner|licen[cs]e|source|sources|details?|features?|limits?|requirements?|alternatives?|problems?|bugs?|error|errors|failure|crash|workarounds?|fix|patch|patches|tests?|coverage|progress|roadmap|plans?|target|hardware|chip|processor|cpu|cores?|memory|ram|storage|ports?|slow|fast|good|bad|quick|cheap|expensive|safe|stable|secure|alive|free|open|gratis|dead|popular|big|small|new|old|ready|done)$/i;
// "Go 1.9" is not "Go 1.8".
const VERSION = 2;

/** The share of the weights that is found. Factors: one a weight, 0 to 1. */
export function share(weights: Factors, factors: Factors): number {
  let total = 0;
  let found = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    total += weight;
    found += weight * (factors[i] as number);
  }
  return total === 0 ? 0 : found / total;
}

/** The same, where a factor is no less than its level. */
export function shareWith(levels: Factors, weights: Factors, factors: Factors): number {
  let total = 0;
  let found = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    total += weight;
    found += weight * Math.max(factors[i] as number, levels[i] as number);
  }
  return total === 0 ? 0 : found / total;
}

/** How much a question's words tell, its names apart. */
export const weighRestOf = ({ words }: { readonly words: readonly QueryWord[] }): number =>
  words.reduce((sum, { weight, isNamed }) => sum + (isNamed ? 0 : weight), 0);

/** From here on, they tell something. */
export const TELLING = 0.15;

// What the question says besides its names: how much of it the fact has, and how much it lacks.
export function weighRest(
  words: readonly QueryWord[],
  factors: Factors,
  isAsking: readonly boolean[],
): {
  lacksEssential: number;
  hasEssential: number;
  missing: number;
  lacking: number;
  strangest: number;
  found: number;
  telling: number;
} {
  let missing = 0;
  let lacksEssential = 0;
  let hasEssential = 0;
  let lacking = 0;
  let strangest = 0;
  let found = 0;
  let telling = 0;
  for (let i = 0; i < words.length; i++) {
    const { weight, isNamed, isVersion, isEssential } = words[i] as QueryWord;
    const factor = factors[i] as number;
    if (isNamed) continue;
    found += weight * factor;
    const lack = weight * (1 - factor) * (isVersion ? VERSION : 1);
    missing += lack;
    if (isEssential) {
      lacksEssential += 1 - factor;
      hasEssential += factor;
    }
    if (isAsking[i]) continue;
    lacking += lack;
    strangest = Math.max(strangest, lack);
    telling += weight * factor;
  }
  return {
    lacksEssential,
    hasEssential,
    missing,
    lacking,
    strangest,
    found,
    telling,
  };
}

export function lacksPartOfName(words: readonly QueryWord[], factors: Factors, topics: readonly Topic[]): boolean {
  return topics.some((topic) => {
    const { to, named, target, isPlace, isDoubtful } = topic;
    const word = words[to];
    // "Millboard 820c" is no Millboard 410c.
    if (isHardware(topic) && word?.isVersion && !word.isNamed && (factors[to] ?? 0) === 0) return true;
    if (
      named === undefined ||
      target !== undefined ||
      isPlace ||
      isDoubtful ||
      word === undefined ||
      word.isNamed ||
      word.isStory ||
      word.isVersion
    )
      return false;
    return word.weight >= PART_OF_NAME && (factors[to] ?? 0) === 0 && !TRAIT.test(word.raw);
  });
}

// "Foodb Desktop" is not what was asked for with "Foodb".
export function otherWordsOfSubject(
  lowerWords: ReadonlySet<string>,
  topics: readonly Topic[],
  { about, fact }: IndexedFact,
): number {
  if (topics.some(({ named }) => named !== undefined && named === about[0])) return 0;
  const own = (fact.about[0] ?? '')
    .toLowerCase()
    .split(/[\s/-]+/)
    .filter(Boolean);
  const missing = own.filter((word) => !lowerWords.has(word));
  return own.length === 0 ? 0 : missing.length / own.length;
}
