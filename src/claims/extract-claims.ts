import type { Article } from '#newsletter/issue.ts';
import type { Claim, ClaimStatus } from './claim.ts';
import { findTargets } from './find-targets.ts';
import { nameSubject } from './name-subject.ts';
import {
  LIMIT,
  LIMITED_STRENGTH,
  settleAsides,
  settleContrast,
  settleLimits,
  settleNotYet,
  settlePromise,
} from './settle-claims.ts';
import { splitClauses } from './split-clauses.ts';
import { readStatus } from './status-cues.ts';
import type { Target } from './target.ts';
import { getTarget } from './vocabulary.ts';

const HEADING = -1;
// A clause without a cue of its own ("…: s390x, aarch64 and ppc64le") goes on with what the one before it says.
const INHERITED = 0.7;
// "armv7 (no thumb)": what stands in brackets behind a target limits it.
const LIMITING_ASIDE =
  /\((?:but\s+)?(?:no|not|without|except|only|partial(?:ly)?|experimental|limited|untested|some)\b[^)]*\)/i;
const EXCEPTION = /^\W*(?:except(?:\s+(?:for|on))?|apart\s+from|other\s+than|but\s+for|with\s+the\s+exception\s+of)\b/i;
// "Intel based": by saying what it runs on, it says what it does not run on.
const EXCLUSIVE =
  /\b(?:is|are)\s+(?:still\s+)?[\w-]+(?:\s+and\s+[\w-]+)?[\s-]only\b|\b(?:is|are)\s+(?:still|just|currently|purely)\s+(?:for\s+)?[\w-]*\d[\w-]*(?:(?:,|\s+and|\s+or)\s+[\w-]*\d[\w-]*)*\W*$|\b(?:for|on|is|are|was|were)\s+(?:[\w./-]+(?:,\s+|\s+and\s+|,\s+and\s+|\s+or\s+|\s+)){1,6}?(?:only|alone)(?=\s*(?:[.,;:)]|$))|\b(?:only|solely|exclusively)\s+(?!(?:trouble|problem|issue|bug|difference|snag|catch|drawback|limit|thing|exception|caveat)\w*\b)(?:\w+\s+){0,2}(?:available|support\w*|provid\w*|offer\w*|ships?|builds?|for|on|runs?)\b|\b(?:limited|restricted|confined|reserved)\s+(?:to|for)\b|\b(?:provides?|offers?|supports?|has|have)\s+only\b|\bonly\s+(?:has|have|comes?|exists?|works?|covers?)\b|\b(?:is|are|was|were)\s+(?:\w+\s+){0,2}[\w-]+[- ]based\b/i;
// "armv7 or later": what is older is left out.
const MINIMUM =
  /\b(?:or|and)\s+(?:later|newer|higher|above|up|upwards|better)\b|\bat\s+least\b|\bminimum\b|\bnothing\s+(?:older|below|less)\s+than\b/i;
// "64-bit only" says that nothing of 32 bits runs there.
const WIDE_ONLY =
  /\b64[- ]bit[- ]only\b|\b(?:aarch64|arm64|armv8)[- ]only\b|\bonly\s+(?:\w+\s+)?64[- ]bit\b|\bpure(?:ly)?\s+64[- ]bit\b|\bno\s+32[- ]bit\b/i;
// In a list of build names "arm" beside "arm64" is the 32-bit one.
const ARM_BESIDE_ARM64 =
  /\barm(?:,|\s+and|\s*\/)\s*(?:and\s+)?(?:arm64|aarch64)\b|\b(?:arm64|aarch64)(?:,|\s+and|\s*\/)\s*(?:and\s+)?arm\b(?![\s-]*\d)/;
const NARROW_ARM = getTarget('arm32');
// "…, as is the other one", "and so did X": says the same again; "nor does X" denies.
const SAME_AGAIN = /^\W*(?:as|(?:and\s+)?so)\s+(?:is|are|was|were|do|does|did|has|have|can|will)\b/i;
const NOR = /^\W*(?:nor|neither)\s+(?:is|are|was|were|do|does|did|has|have|can|will|would)\b/i;
const NOR_STRENGTH = 5;
// "If you …" supposes; it does not say.
const CONDITION = /^\W*(?:and\s+|but\s+|even\s+)?(?:if|unless|whether|suppose|once|as\s+soon\s+as|in\s+case)\b/i;
// "…, even if you don't plan to use it": the condition behind says nothing of how it stands.
const CONDITION_BEHIND = /\s(?:even\s+)?if\s.*$/i;
// What may be, or is hoped or not known, is no statement.
const SUPPOSITION =
  /\b(?:remains\s+to\s+be\s+seen|(?:nobody|no\s+one|who)\s+knows|not\s+(?:known|clear|sure)|unclear|wonder(?:s|ed|ing)?|may\s+(?:well\s+|also\s+)?(?:come|arrive|appear|follow|land)|may\s+one\s+day|might\s+one\s+day|one\s+day|some\s+day|(?:we|i|they|let\s+us)\s+hope|hopefully|perhaps|asks?\s+(?:if|whether)|rumou?rs?|rumou?red|it\s+is\s+said)\b/i;
// "Not only on x86_64" denies nothing.
const NO_DENIAL_ONCE = /\bnot\s+(?:only|just|merely|simply)\b/i;
const ALSO = { status: 'works', strength: 3 } as const;
// "the first one that isn't x86": which one is meant, not how it stands.
const DENIES_A_NOUN =
  /\b(?:that|which|who)(?:\s+(?:is|are|was|were)(?:\s+not|n['’]t)|['’]s\s+not|['’]re\s+not)\s+(?:an?\s+)?[\w.-]+(?=\s)/gi;
const NO_DENIAL = /\bnot\s+(?:only|just|merely|simply)\b/gi;
// How things were before says little of how they are.
const PAST =
  /\b(?:until\s+(?:now|then|recently|last|this)|previously|formerly|used\s+to|in\s+the\s+past|(?:had|have)\s+been\s+able|\b(?:i|we)\s+(?:wrote|claimed|called)\b|last\s+\w+\s+we\s+(?:wrote|said|reported))\b/i;
// "armel is likely to be dropped": what may come about is not so yet.
const MAY_END =
  /\b(?:likely|may|might|could)\s+(?:\w+\s+)?(?:to\s+)?be\s+(?:\w+\s+)?(?:dropped|removed|retired|discontinued|cut|ended)\b/i;
const PAST_STRENGTH = 1;
// "It does not.": takes back what was said just before.
const BARE_DENIAL =
  /^\W*(?:it|this|that|they)\s+(?:(?:do|does|did|is|are|was|were)\s+not|(?:do|does|did|is|are|was|were)n['’]t)\W*(?:so|true|right|the\s+case)?\W*$/i;
const DENIAL_STRENGTH = 5;
// “Is there hope for it?” asks a reader: who reports a question has not answered it.
const QUOTED_QUESTION = /["“][^"“”]{1,300}\?["”]/g;
// A longer clause is no sentence; patterns are kept from it.
const MAX_CLAUSE = 1500;

/** Everything that an article says of how its subjects stand, in the order of the text, the heading first. */
export function extractClaims(article: Article): Claim[] {
  if (article.kind === 'housekeeping') return [];
  const subject = nameSubject(article.heading);
  const claims: Claim[] = [];
  const read = (text: string, sentence: number) => {
    const first = claims.length;
    // A question claims nothing.
    if (text.endsWith('?')) return;
    let before: Said | undefined;
    const stated = text.replace(QUOTED_QUESTION, ' ');
    for (const clause of joinRelatives(joinLists(splitClauses(stated, sentence === HEADING)))) {
      if (CONDITION.test(clause) || SUPPOSITION.test(clause)) continue;
      const targets = targetsIn(clause);
      const found = statusOf(clause, targets, before);
      if (!found) continue;
      before = found;
      if (BARE_DENIAL.test(clause)) {
        claims.push(...denyLast(claims, { subject, clause, sentence, articleId: article.id }));
        continue;
      }
      const isExclusive =
        found.status !== 'does-not' &&
        targets.length > 0 &&
        EXCLUSIVE.test(clause) &&
        !/^(?:which|who|that)\b/i.test(clause) &&
        !NO_DENIAL_ONCE.test(clause);
      const strength =
        PAST.test(clause) || MAY_END.test(clause) ? Math.min(found.strength, PAST_STRENGTH) : found.strength;
      const claim: Claim = {
        subject,
        targets,
        status: found.status,
        strength,
        isExclusive,
        isMinimum: MINIMUM.test(clause),
        clause,
        sentence,
        articleId: article.id,
      };
      claims.push(...limitByAside(claim));
    }
    settleAsides(claims, first);
    settleNotYet(claims, first);
    settleLimits(claims, first);
    settleContrast(claims, first);
    const isSameBlock = article.sentences[sentence]?.block === article.sentences[sentence - 1]?.block;
    if (sentence > 0 && isSameBlock) settlePromise(claims, first, sentence);
  };
  read(article.heading, HEADING);
  if (claims.length === 0) claims.push(...mention(article.heading, subject, article.id));
  for (const [place, { text, kind }] of article.sentences.entries()) if (kind !== 'code') read(text, place);
  return claims;
}

// "Foodb on Windows": a heading that only puts the two together says, if weakly, that they go together.
function mention(heading: string, subject: string, articleId: string): Claim[] {
  const targets = targetsIn(heading);
  const isSilent = heading.endsWith('?') || targets.length === 0 || SUPPOSITION.test(heading);
  if (isSilent) return [];
  return [
    {
      subject,
      targets,
      status: 'works',
      strength: 1,
      isExclusive: false,
      isMinimum: false,
      clause: heading,
      sentence: HEADING,
      articleId,
    },
  ];
}

// The denial is of the sentence before, which then says nothing any more.
function denyLast(claims: Claim[], denial: Pick<Claim, 'subject' | 'clause' | 'sentence' | 'articleId'>): Claim[] {
  const last = claims.at(-1);
  if (!last) return [];
  const denied = claims.filter(({ sentence }) => sentence === last.sentence);
  claims.splice(claims.length - denied.length, denied.length);
  const targets = [...new Set(denied.flatMap((claim) => claim.targets))];
  return [{ ...denial, targets, status: 'does-not', strength: DENIAL_STRENGTH, isExclusive: false, isMinimum: false }];
}

// "armv5, armv6 | and armv7 are supported": what has no verb of its own belongs to what follows.
function joinLists(clauses: readonly string[]): string[] {
  const joined: string[] = [];
  let open = '';
  for (const [place, clause] of clauses.entries()) {
    const whole = open ? `${open} ${clause}` : clause;
    const next = clauses[place + 1];
    open = next?.startsWith('and ') && !readStatus(whole.slice(0, MAX_CLAUSE)) ? whole : '';
    if (!open) joined.push(whole);
  }
  return joined;
}

const RELATIVE = /^which\s+(?:(?:has|have|had|was|were|is|are|got|just|now|finally|recently)\s+)+\w+/i;

// "It has a decoder, which got merged in July": told of what stands before, where that says nothing plain itself.
function joinRelatives(clauses: readonly string[]): string[] {
  const joined: string[] = [];
  for (const clause of clauses) {
    const before = joined.at(-1);
    const isWeak = before !== undefined && (readStatus(before.slice(0, MAX_CLAUSE))?.strength ?? 0) < MIN_PLAIN;
    if (before !== undefined && isWeak && RELATIVE.test(clause)) joined.splice(-1, 1, `${before}, ${clause}`);
    else joined.push(clause);
  }
  return joined;
}

const MIN_PLAIN = 1.5;

// "armv7 (no thumb) and arm64": the limit is armv7's alone.
function limitByAside(claim: Claim): Claim[] {
  const aside = claim.status === 'works' ? LIMITING_ASIDE.exec(claim.clause) : null;
  const limited = aside && findTargets(claim.clause.slice(0, aside.index)).at(-1)?.target;
  if (!limited) return [claim];
  const others = claim.targets.filter((target) => target !== limited);
  const partly: Claim = { ...claim, targets: [limited], status: 'partly', strength: LIMITED_STRENGTH };
  return others.length > 0 ? [partly, { ...claim, targets: others }] : [partly];
}

// "As promised in the spring": what came of it is said behind.
const AS_TOLD =
  /\bas\s+(?:promised|announced|expected|planned|hoped|reported)(?:\s+(?:in|by|last|here|two|a)\b(?:\s+\w+){0,2}?(?=\s+(?:there|it|they|the|\p{Lu})|,))?/giu;
const WILL = /['’]ll\b/gi;

// Less what denies or supposes beside the point.
function plainOf(clause: string): string {
  return [AS_TOLD, LIMITING_ASIDE, NO_DENIAL, DENIES_A_NOUN, CONDITION_BEHIND].reduce(
    (text, part) => text.replace(part, ' '),
    clause.replace(WILL, ' will'),
  );
}

interface Said {
  readonly status: ClaimStatus;
  readonly strength: number;
}

// What the clause says, or else goes on to say: a list of targets belongs to what was said before it.
function statusOf(clause: string, targets: readonly Target[], before: Said | undefined): Said | undefined {
  if (clause.length > MAX_CLAUSE) return undefined;
  if (NOR.test(clause)) return { status: 'does-not', strength: NOR_STRENGTH };
  if (before && SAME_AGAIN.test(clause)) return before;
  const goesOn = before && targets.length > 0 ? { ...before, strength: before.strength * INHERITED } : undefined;
  return statusOfItsOwn(clause, targets) ?? goesOn;
}

function statusOfItsOwn(clause: string, targets: readonly Target[]): Said | undefined {
  const found = readStatus(plainOf(clause)) ?? (NO_DENIAL_ONCE.test(clause) ? ALSO : undefined);
  if (targets.length === 0) return LIMIT.test(clause) ? { status: 'partly', strength: LIMITED_STRENGTH } : found;
  // "… except s390x": not there.
  if (EXCEPTION.test(clause)) return { status: 'does-not', strength: LIMITED_STRENGTH };
  return found ?? (EXCLUSIVE.test(clause) ? { status: 'works', strength: 2 } : undefined);
}

// "Jane Doe from Arm" works there; nothing runs on that.
const HARDWARE =
  /^[\s-](?:based|boards?|servers?|machines?|systems?|devices?|cores?|processors?|chips?|cpus?|hardware|hosts?|platforms?|architectures?|targets?|box(?:es)?|laptops?|instances?)\b/i;
const COMPANY = /(?:\b(?:from|at|by)\s+|\()$/i;

function targetsIn(clause: string): Target[] {
  const found = findTargets(clause)
    .filter(
      ({ target, start, end }) =>
        target.id !== 'arm' ||
        !COMPANY.test(clause.slice(Math.max(0, start - 8), start)) ||
        HARDWARE.test(clause.slice(end)),
    )
    .map(({ target }) => target);
  const named = ARM_BESIDE_ARM64.test(clause)
    ? found.map((target) => (target.id === 'arm' ? NARROW_ARM : target))
    : found;
  return [...new Set(WIDE_ONLY.test(clause) ? [...named.filter(({ kind }) => kind === 'device'), NARROW_ARM] : named)];
}
