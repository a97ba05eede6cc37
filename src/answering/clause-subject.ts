import type { Claim } from '#claims/claim.ts';
import { findTargets } from '#claims/find-targets.ts';
import type { QueryWord } from '#search/query.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { type IndexedArticle, targetTerm } from '#search/text-index.ts';
import { termsOfWord, tokenize } from '#search/tokenize.ts';
import { subjectWords } from './candidate.ts';
import type { Understanding } from './understand-question.ts';

// What stands before the first verb is what the clause is about: joining words and "With 1.2, …" before it left out.
const LEAD_IN =
  /^\W*(?:(?:and|but|so|then|also|note that|however|though|although|while|whereas|or|yet|as|nor|neither)\W+)*(?:(?:with|in|on|since|for|from|at|as of|by|after|before)\s+[^,;:]{1,60},\s+)?/i;
// "nor does X", "as is X": there the verb comes first.
const INVERTED = /^\s*(?:is|are|was|were|do|does|did|has|have|can|will|would)\s+/i;
const VERB =
  /\s(?:(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|should|may|might|must)(?:n['’]t)?|cannot|won['’]t|runs?|works?|builds?|boots?|supports?|ships?|comes?|needs?|requires?|fails?|crash(?:es)?|remains?|stays?|lacks?|gets?|got|gives?|uses?|starts?|covers?|misses|refuses?|exists?|arrives?|lands?|landed|joined|became|becomes?|passes|compiles?|installs?|depends?|follows?|brings?|targets?|adds?|added|ended|moved|dropped|posted|published|offers?|provides?|includes?)(?=$|[\s.,;:!?)])/i;
const MAX_SUBJECT = 90;
// Who announces is not what is announced.
const TELLS =
  /^\s*(?:(?:has|have|had|will|also|now|just)\s+)*(?:announce\w*|report\w*|say|says|said|release[sd]?|add\w*|provide\w*|offer\w*|publish\w*|post\w*|wr[io]te\w*|maintain\w*|open\w*|plan\w*|note\w*|show\w*|tell\w*|call\w*|promise\w*|ported|fixed|rebuilt|built|shipped|expects?|hopes?)\b/i;
// Where no verb is known: the name that the clause begins with, when a verb may follow it.
const FIRST_NAME = /^((?=\S*\p{Lu})[\p{L}\d][\p{L}\d.+-]*)(\s+\p{Ll}[\p{Ll}'’]*(?:ed|s|an|ew|et|id))(?=\s)/u;
const BELONGS = /['’]s$/;

const subjects = new WeakMap<Claim, ReturnType<typeof subjectOf> | null>();

/** The same of a claim's clause, read when first asked for. */
export function subjectOfClaim(claim: Claim): ReturnType<typeof subjectOf> {
  const known = subjects.get(claim);
  if (known !== undefined) return known ?? undefined;
  const found = subjectOf(claim.clause);
  subjects.set(claim, found ?? null);
  return found;
}

/** The words that a clause is about: those before its verb; undefined where it has none. */
export function subjectOf(clause: string): { words: string; rest: string } | undefined {
  const lead = LEAD_IN.exec(clause)?.[0].length ?? 0;
  const inverted = INVERTED.exec(clause.slice(lead));
  if (lead > 0 && inverted) return { words: clause.slice(lead + inverted[0].length), rest: '' };
  const body = clause.slice(lead, lead + MAX_SUBJECT + 20);
  const first = FIRST_NAME.exec(body);
  if (first?.[1] && first[2]) return { words: first[1], rest: body.slice(first[1].length) };
  const verb = VERB.exec(body);
  if (!verb || verb.index === 0 || verb.index > MAX_SUBJECT) return undefined;
  return { words: body.slice(0, verb.index), rest: body.slice(verb.index) };
}

/** True when a clause is about something by name that nobody asked about: "Hyper-V isn't available". */
export function isAboutOther(
  claim: Claim,
  { article, headingTerms: heading }: IndexedArticle,
  understanding: Understanding,
  snapshot: Snapshot,
): boolean {
  const subject = subjectOfClaim(claim);
  if (!subject || TELLS.test(subject.rest)) return false;
  const asked = subjectWords(understanding);
  // Where the question names something that the heading lacks, the heading's own names are other things.
  const namesPart = asked.some(
    ({ isName, matches }) => isName && !matches.some(({ termId }) => heading.includes(termId)),
  );
  // … and so they are in one that lists several.
  const isList = LIST.test(article.heading);
  const names: string[] = [];
  for (const { raw, terms } of tokenize(subject.words)) {
    const ids = terms.map((term) => snapshot.index.termIds.get(term) ?? -1);
    const isAsked = asked.some(
      ({ matches, word }) => raw.toLowerCase().includes(word) || matches.some(({ termId }) => ids.includes(termId)),
    );
    if (isAsked) return false;
    const isName = /\p{Lu}.*\p{Lu}|\p{L}\d/u.test(raw) || (snapshot.index.nameShare[ids[0] ?? -1] ?? 0) >= NAME_SHARE;
    if (isName && !BELONGS.test(raw) && (namesPart || isList || !ids.some((id) => heading.includes(id))))
      names.push(raw);
  }
  const targets = findTargets(subject.words).map((mention) => mention.target);
  if (targets.length === 0) return names.length > 0;
  return (
    understanding.targets.length === 0 &&
    !targets.some(({ id }) => heading.includes(snapshot.index.termIds.get(targetTerm(id)) ?? -1))
  );
}

// "Desktops: A, B and C".
const LIST = /,.*(?:,|\sand\s|\s&\s)/;
const NAME_SHARE = 0.6;
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
