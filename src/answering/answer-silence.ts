import type { Snapshot } from '#search/snapshot.ts';
import type { Answer } from './answer.ts';
import { type Candidate, subjectWords } from './candidate.ts';
import { chooseQuote } from './choose-quote.ts';
import { cite } from './cite.ts';
import { makeFollowUp } from './make-follow-up.ts';
import { shareMatched } from './match-words.ts';
import { suggestSubjects } from './suggest-subjects.ts';
import type { Understanding } from './understand-question.ts';
import { wordVerdict } from './word-verdict.ts';

// An article that has at least this share of the question's telling words, and of its names, is worth showing as related.
const MIN_RELATED = 0.5;
const MIN_TELLING = 0.9;

/** Says that the archive does not say, and what it does say about the nearest subject. */
export function answerSilence(
  understanding: Understanding,
  candidates: readonly Candidate[],
  snapshot: Snapshot,
): Answer {
  const { missingNames, kind } = understanding;
  const related = candidates.find(({ coverage, named }) => coverage >= MIN_RELATED && named >= MIN_RELATED);
  const isCompat = kind === 'compat';
  const suggestions = isForeign(understanding)
    ? suggestQuestion(understanding)
    : related
      ? []
      : suggestSubjects(understanding, snapshot);
  return {
    question: understanding.question,
    answered: false,
    verdict: isCompat && !asksBack(understanding) ? 'unknown' : undefined,
    lead: wordSilence(understanding, related),
    notes: [
      ...(missingNames.length > 0 && !isForeign(understanding)
        ? [`Nowhere in it is there anything of ${listNames(missingNames)}.`]
        : []),
      ...(related ? ['What it does say about the subject:'] : []),
      ...(related || suggestions.length > 0 || missingNames.length > 0
        ? []
        : ['Ask whether something runs on Arm, or type “help”.']),
    ],
    list: undefined,
    citations: related ? [citeRelated(understanding, related)] : [],
    suggestions,
    followUp: related ? makeFollowUp(understanding, related.ranked.indexed) : undefined,
  };
}

// A target and nothing to run on it: what is meant?
function asksBack(understanding: Understanding): boolean {
  return !hasSubject(understanding) && understanding.targets.length > 0 && understanding.missingNames.length === 0;
}

function wordSilence(understanding: Understanding, related: Candidate | undefined): string {
  if (isForeign(understanding))
    return `I could not make out ${listNames(understanding.missingNames)}. I read English questions about what runs on Arm.`;
  const isMixed =
    understanding.missingNames.length > 0 &&
    understanding.content.some(({ isName, matches }) => isName && matches.length > 0);
  if (understanding.kind !== 'compat' || isMixed) return 'The archive does not say.';
  if (!hasSubject(understanding)) {
    return asksBack(understanding)
      ? 'What is it that should run there? Name the project, and I will look.'
      : 'The archive does not say.';
  }
  return wordVerdict('unknown', understanding, related?.ranked.indexed);
}

// The same in words that can be read, for what was recognised of it.
function suggestQuestion({ content, targets }: Understanding): string[] {
  const known = content.filter(({ isName, matches }) => isName && matches.length > 0).map(({ word }) => word);
  const [target] = targets;
  return known.length > 0 && target ? [`does ${known.join(' ')} run on ${target.target.label}?`] : [];
}

const MANY = 3;

// Several words that no dictionary and no issue has, or two beside a name that the archive knows: another language, or a
// slip of the keyboard. Of the name alone nothing was asked, so nothing may be said of it.
function isForeign({ missingNames, content }: Understanding): boolean {
  const unread = missingNames.filter((name) => !/\p{Lu}|\d/u.test(name)).length;
  const isKnown = content.some(({ isName, matches }) => isName && matches.length > 0);
  return unread >= MANY || (unread > 1 && isKnown);
}

function hasSubject({ content, targets }: Understanding): boolean {
  return (
    targets.length > 0 && (content.some(({ weight, isName }) => isName || weight >= MIN_TELLING) || targets.length > 1)
  );
}

function listNames(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(' or ');
}

function citeRelated(understanding: Understanding, { ranked, matched }: Candidate) {
  const words = subjectWords(understanding);
  const shares = matched.sentences.map((matches) => shareMatched(words, matches));
  const place = shares.indexOf(Math.max(...shares));
  return cite(ranked.indexed, chooseQuote(ranked.indexed.article, place));
}
