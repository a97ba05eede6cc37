import { relatedTerms } from '#search/related-terms.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { termsOfWord, tokenize } from '#search/tokenize.ts';
import { isOrdinaryWord } from '#search/word-weight.ts';
import { ASKS_TARGETS, holdsUnitOf } from './asked-attribute.ts';
import type { Candidate } from './candidate.ts';
import { subjectWords } from './candidate.ts';
import { matchContext } from './local-context.ts';
import { matchTerms, mergeMatches, shareMatched } from './match-words.ts';
import { askedTerms, weighRestOfHeading } from './specificity.ts';
import type { Understanding } from './understand-question.ts';
import { holdsWanted } from './value-patterns.ts';

/** A sentence weighed as the answer to a question of fact. */
export interface Passage {
  readonly candidate: Candidate;
  readonly sentence: number;
  /** The share of the question's telling words in the sentence or its heading. */
  readonly coverage: number;
  /** True when it holds the kind of thing that was asked for. */
  readonly holdsWanted: boolean;
  readonly score: number;
}

const WEIGHTS = {
  relevance: 2.5,
  coverage: 2,
  release: 1.2,
  own: 2.5,
  wanted: 1.2,
  attribute: 0.8,
  remedy: 1,
  first: 0.3,
  quote: -0.1,
  newest: 0.2,
  asksNewest: 1,
};
const FROM_HEADING = 0.7;
// In an article about nothing but the subject, each sentence is about it, named or not.
const CARRY = 0.7;
const ASKS_RELEASE =
  /\b(?:releas\w*|come|comes|came|out|launch\w*|ship\w*|available|availability|ga|ready|due|arrive\w*|land\w*)\b/i;
// "When did it come out?" is answered by the day on which it arrived, not by any day that stands near its name.
const RELEASE =
  /\b(?:releas\w*|out|available|availability|arriv\w+|launch\w*|ship(?:s|ped|ping)?|announc\w+|landed|tagged|delivered|due|came)\b/i;
const ASKS_NEWEST = /\b(?:now|latest|newest|current(?:ly)?|today|recent(?:ly)?|so\s+far)\b/i;
const NEWS = /\b(?:new|features?|includ\w+|adds?|added|improve\w*|now|support(?:s|ed)?|introduc\w+|changes?)\b/i;
const REMEDY =
  /\bwork[- ]?arounds?\b|\b(?:fix(?:e[sd])?|solution|solved|resolved|instead|avoid|bypass\w*|install(?:ed|ing)?|needs?\s+to|must|you(?:'ll| will)?\s+(?:want|need)|option|flags?|force|patch(?:e[sd])?|set|wrap|replace|use[sd]?|suggested)\b|\s--?[a-z]/i;

/** Every sentence of the candidates, the likeliest answer first. */
export function weighPassages(
  understanding: Understanding,
  candidates: readonly Candidate[],
  snapshot: Snapshot,
): Passage[] {
  const words = subjectWords(understanding);
  const isRelease = understanding.kind === 'when' && ASKS_RELEASE.test(understanding.question);
  const asked = askedTerms(words);
  const recency = WEIGHTS.newest + (ASKS_NEWEST.test(understanding.question) ? WEIGHTS.asksNewest : 0);
  const newest = Math.max(1, ...candidates.map(({ ranked }) => ranked.place));
  const passages: Passage[] = [];
  for (const candidate of candidates) {
    const { article } = candidate.ranked.indexed;
    const isHeading = shareMatched(words, candidate.matched.heading);
    const carried = (CARRY * isHeading) / (1 + weighRestOfHeading(candidate.ranked.indexed, asked, snapshot));
    const targets = snapshot.readings.get(article.id)?.targets.sentences ?? [];
    for (const [place, sentence] of article.sentences.entries()) {
      const own = mergeMatches(candidate.matched.sentences[place] ?? [], candidate.matched.heading, carried);
      const coverage = shareMatched(words, mergeMatches(own, matchContext(candidate, place, FROM_HEADING)));
      const holds =
        holdsWanted(understanding.wanted, sentence.text) &&
        isVersionOf(understanding, candidate, sentence.text) &&
        isOfStage(understanding, sentence.text) &&
        isDoerOf(understanding, sentence.text);
      passages.push({
        candidate,
        sentence: place,
        coverage,
        holdsWanted: holds,
        score:
          WEIGHTS.relevance * candidate.relevance +
          WEIGHTS.coverage * coverage +
          (isRelease && RELEASE.test(sentence.text) ? WEIGHTS.release : 0) +
          WEIGHTS.own * shareMatched(words, own) +
          (holds ? WEIGHTS.wanted : 0) +
          (holdsAttribute(understanding, candidate, place, targets[place]?.length ?? 0) ? WEIGHTS.attribute : 0) +
          (understanding.kind === 'workaround' && REMEDY.test(sentence.text) ? WEIGHTS.remedy : 0) +
          (understanding.kind === 'whats-new' && NEWS.test(sentence.text) ? WEIGHTS.remedy : 0) +
          (recency * candidate.ranked.place) / newest +
          (place === 0 ? WEIGHTS.first : 0) +
          (sentence.kind === 'quote' ? WEIGHTS.quote : 0),
      });
    }
  }
  return passages.sort((a, b) => b.score - a.score);
}

const FINAL = /\b(?:final|stable|ga|generally)\b/i;
const PRELIMINARY = /\b(?:alphas?|betas?|previews?|rc\d*|release\s+candidates?|snapshots?)\b/i;

// "when is the final one out": the day of a beta is another day.
function isOfStage({ kind, question }: Understanding, text: string): boolean {
  return kind !== 'when' || !FINAL.test(question) || !PRELIMINARY.test(text) || FINAL.test(text);
}

const WHO_DOES = /\bwho(?:['’]s|\s+is|\s+was|\s+are)?\s+(?:the\s+)?([\p{L}]+)/iu;
// Only where the question asks for a part that people hold; who "said" or "runs" it stands there in many words.
const HOLDS_PART = /^(?:lead\w*|led|maintain\w*|chair\w*|head\w*)$/i;
const BY = /\bby\s+(?:the\s+)?\p{Lu}/u;

// "who leads it": a name that merely stands there is not who leads it.
function isDoerOf({ question, wanted }: Understanding, text: string): boolean {
  const verb = wanted === 'person' ? WHO_DOES.exec(question)?.[1]?.toLowerCase() : undefined;
  if (!verb || !HOLDS_PART.test(verb) || BY.test(text)) return true;
  const asked = new Set(relatedTerms(verb));
  return tokenize(text).some(({ terms }) => terms.some((term) => asked.has(term)));
}

function holdsAttribute(understanding: Understanding, { ranked }: Candidate, place: number, named: number): boolean {
  const { attributeWords, attribute } = understanding;
  if (named >= SEVERAL && attribute.words.some((word) => ASKS_TARGETS.test(word))) return true;
  if (holdsUnitOf(attribute, ranked.indexed.article.sentences[place]?.text ?? '')) return true;
  const terms = ranked.indexed.sentenceTerms[place];
  return terms !== undefined && matchTerms(attributeWords, terms).some((factor) => factor > 0.4);
}

const VERSION_OF =
  /\b(?:versions?\s+of\s+([\w.+-]+)|(?:which|what|latest|newest|current)\s+([\w.+-]+)\s+(?:version|release)|([\w.+-]+)\s+version)\b/i;

// "which version of X": a number beside some other name is no version of X, unless the whole article is about X.
function isVersionOf({ wanted, question }: Understanding, { ranked }: Candidate, text: string): boolean {
  if (wanted !== 'version') return true;
  const asked = VERSION_OF.exec(question)?.slice(1).find(Boolean)?.toLowerCase();
  if (!asked || ranked.indexed.article.heading.toLowerCase().includes(asked)) return true;
  const at = text.toLowerCase().indexOf(asked);
  if (at < 0)
    return ['which', 'what', 'latest', 'newest', 'current', 'the', 'a'].includes(asked) || namesKind(asked, text);
  const around = text.slice(Math.max(0, at - NEAR), at + asked.length + NEAR);
  return holdsWanted('version', around);
}

const SEVERAL = 2;
const NEAR = 14;

// "which compiler version": to compile names the kind as well.
function namesKind(word: string, text: string): boolean {
  const kind = new Set(termsOfWord(word));
  return isOrdinaryWord(word) && tokenize(text).some(({ terms }) => terms.some((term) => kind.has(term)));
}
