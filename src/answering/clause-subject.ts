import type { Claim } from '#claims/claim.ts';
import { findTargets } from '#claims/find-targets.ts';
import type { QueryWord } from '#search/query.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { targetTerm } from '#search/text-index.ts';
import { termsOfWord } from '#search/tokenize.ts';
import { subjectWords } from './candidate.ts';
import type { Understanding } from './understand-question.ts';

// The name that a clause begins with, and the word behind it.
const FIRST_NAME =
  /^\W*(?:(?:and|but|so|then|also|note that|however|though|although|while|whereas|or)\W+)*(?:the\s+)?((?=\S*\p{Lu})[\p{L}\d][\p{L}\d.+-]*)(?:['’]s)?\s+([\p{L}'’]+)/iu;
// Who announces is not what is announced.
const TELLS =
  /^(?:announce\w*|report\w*|say|says|said|release[sd]?|has|have|had|add\w*|ship\w*|provide\w*|offer\w*|publish\w*|post\w*|wr[io]te\w*|maintain\w*|open\w*|plan\w*|will|note\w*|show\w*|tell\w*|call\w*|promise\w*|and|from|of|at|team|project|group|foundation|developers?|users?|engineers?|blog)$/i;
const NAME_SHARE = 0.6;

/** True when a clause is about something by name that nobody asked about: "Hyper-V isn't available". */
export function isAboutOther(
  { clause }: Claim,
  heading: Uint32Array,
  understanding: Understanding,
  snapshot: Snapshot,
): boolean {
  const [, name, next] = FIRST_NAME.exec(clause) ?? [];
  if (!name || !next || TELLS.test(next)) return false;
  const [target] = findTargets(name).map((mention) => mention.target);
  if (target)
    return (
      understanding.targets.length === 0 && !heading.includes(snapshot.index.termIds.get(targetTerm(target.id)) ?? -1)
    );
  const words = subjectWords(understanding);
  const ids = termsOfWord(name).map((term) => snapshot.index.termIds.get(term) ?? -1);
  const [whole = -1] = ids;
  const isName = /\p{Lu}.*\p{Lu}|\d/u.test(name) || (snapshot.index.nameShare[whole] ?? 0) >= NAME_SHARE;
  if (!isName || ids.some((id) => heading.includes(id))) return false;
  return !words.some(
    ({ matches, word }) => name.toLowerCase().includes(word) || matches.some(({ termId }) => ids.includes(termId)),
  );
}

const OBLIQUE =
  /(?:^|\s)(?:in|on|with|from|under|inside|into|via|within|through)\s+(?:the\s+|their\s+|its\s+|an?\s+)?$/i;
const MIN_NAME = 3;

const LONGER_NAME = /^[\s-]+(\p{Lu}\p{L}+)/u;

/** True when a clause names what was asked about only in passing ("a version in Foodb") or as part of another name ("Foodb Cloud"). */
export function isNamedInPassing({ clause }: Claim, words: readonly QueryWord[], snapshot: Snapshot): boolean {
  const names = words.filter(({ isName, word }) => isName && word.length >= MIN_NAME).map(({ word }) => word);
  const lower = clause.toLowerCase();
  const places = names.map((name) => ({ name, at: lower.indexOf(name) })).filter(({ at }) => at >= 0);
  return (
    places.length > 0 &&
    places.every(({ name, at }) => isOblique(clause, at) || isLonger(clause.slice(at + name.length), words, snapshot))
  );
}

function isOblique(clause: string, at: number): boolean {
  return OBLIQUE.test(clause.slice(Math.max(0, at - 20), at));
}

function isLonger(behind: string, words: readonly QueryWord[], { index }: Snapshot): boolean {
  const next = LONGER_NAME.exec(behind)?.[1];
  if (!next || findTargets(next).length > 0) return false;
  const id = index.termIds.get(termsOfWord(next)[0] ?? '') ?? -1;
  return (
    (index.nameShare[id] ?? 0) >= NAME_SHARE &&
    !words.some(({ matches }) => matches.some(({ termId }) => termId === id))
  );
}
