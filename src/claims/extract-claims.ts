import type { Article } from '#newsletter/issue.ts';
import type { Claim, ClaimStatus } from './claim.ts';
import { findTargets } from './find-targets.ts';
import { nameSubject } from './name-subject.ts';
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
const LIMITED_STRENGTH = 4;
const EXCEPTION = /^\W*(?:except(?:\s+(?:for|on))?|apart\s+from|other\s+than|but\s+for|with\s+the\s+exception\s+of)\b/i;
// "Intel based": by saying what it runs on, it says what it does not run on.
const EXCLUSIVE =
  /\b(?:is|are)\s+(?:still\s+)?[\w-]+(?:\s+and\s+[\w-]+)?[\s-]only\b|\b(?:for|on)\s+[\w./-]+\s+only\b|\b(?:only|solely|exclusively)\s+(?:\w+\s+){0,2}(?:available|support\w*|provid\w*|offer\w*|ships?|builds?|for|on|runs?)\b|\b(?:provides?|offers?|supports?|has|have)\s+only\b|\bonly\s+(?:has|have|comes?|exists?|works?|covers?)\b|\b(?:is|are|was|were)\s+(?:\w+\s+){0,2}[\w-]+[- ]based\b/i;
// "64-bit only" says that nothing of 32 bits runs there.
const WIDE_ONLY =
  /\b64[- ]bit[- ]only\b|\b(?:aarch64|arm64|armv8)[- ]only\b|\bonly\s+(?:\w+\s+)?64[- ]bit\b|\bpure(?:ly)?\s+64[- ]bit\b|\bno\s+32[- ]bit\b/i;
// In a list of build names "arm" beside "arm64" is the 32-bit one.
const ARM_BESIDE_ARM64 =
  /\barm(?:,|\s+and|\s*\/)\s*(?:and\s+)?(?:arm64|aarch64)\b|\b(?:arm64|aarch64)(?:,|\s+and|\s*\/)\s*(?:and\s+)?arm\b(?![\s-]*\d)/;
const NARROW_ARM = getTarget('arm32');
// "If you …" supposes; it does not say.
const CONDITION = /^\W*(?:and\s+|but\s+|even\s+)?(?:if|unless|whether|suppose|once|as\s+soon\s+as|in\s+case)\b/i;
// "…, even if you don't plan to use it": the condition behind says nothing of how it stands.
const CONDITION_BEHIND = /\s(?:even\s+)?if\s.*$/i;
// What may be, or is hoped or not known, is no statement.
const SUPPOSITION =
  /\b(?:remains\s+to\s+be\s+seen|(?:nobody|no\s+one|who)\s+knows|not\s+(?:known|clear|sure)|unclear|wonder(?:s|ed|ing)?|may\s+one\s+day|might\s+one\s+day|one\s+day|some\s+day|(?:we|i|they|let\s+us)\s+hope|hopefully|perhaps|asks?\s+(?:if|whether)|rumou?rs?|rumou?red|it\s+is\s+said)\b/i;
// "Not only on x86_64" denies nothing.
const NO_DENIAL_ONCE = /\bnot\s+(?:only|just|merely|simply)\b/i;
const ALSO = { status: 'works', strength: 3 } as const;
const NO_DENIAL = /\bnot\s+(?:only|just|merely|simply)\b/gi;
// How things were before says little of how they are.
const PAST =
  /\b(?:until\s+(?:now|then|recently|last|this)|previously|formerly|used\s+to|in\s+the\s+past|(?:had|have)\s+been\s+able|last\s+\w+\s+we\s+(?:wrote|said|reported))\b/i;
const PAST_STRENGTH = 1;
// "It does not.": takes back what was said just before.
const BARE_DENIAL =
  /^\W*(?:it|this|that|they)\s+(?:(?:do|does|did|is|are|was|were)\s+not|(?:do|does|did|is|are|was|were)n['’]t)\W*(?:so|true|right|the\s+case)?\W*$/i;
const DENIAL_STRENGTH = 5;
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
    let before: { status: ClaimStatus; strength: number } | undefined;
    for (const clause of joinLists(splitClauses(text))) {
      if (CONDITION.test(clause) || SUPPOSITION.test(clause)) continue;
      const targets = targetsIn(clause);
      const goesOn = before && targets.length > 0 ? { ...before, strength: before.strength * INHERITED } : undefined;
      const found = statusOf(clause, targets) ?? goesOn;
      if (!found) continue;
      before = found;
      if (BARE_DENIAL.test(clause)) {
        claims.push(...denyLast(claims, { subject, clause, sentence, articleId: article.id }));
        continue;
      }
      const isExclusive =
        found.status !== 'does-not' && targets.length > 0 && EXCLUSIVE.test(clause) && !NO_DENIAL_ONCE.test(clause);
      const strength = PAST.test(clause) ? Math.min(found.strength, PAST_STRENGTH) : found.strength;
      const claim: Claim = {
        subject,
        targets,
        status: found.status,
        strength,
        isExclusive,
        clause,
        sentence,
        articleId: article.id,
      };
      claims.push(...limitByAside(claim));
    }
    settleNotYet(claims, first);
    settleLimits(claims, first);
  };
  read(article.heading, HEADING);
  if (claims.length === 0) claims.push(...mention(article.heading, subject, article.id));
  for (const [place, { text, kind }] of article.sentences.entries()) if (kind !== 'code') read(text, place);
  return claims;
}

// "…, except for its web interface": said behind a "works", it limits that.
const LIMIT =
  /^\W*(?:but\s+)?(?:(?:except|apart\s+from|other\s+than|without)\b|with\s+(?:(?:some|a\s+few|certain|the)\s+)?(?:limitations?|restrictions?|exceptions?|caveats?))/i;

function settleLimits(claims: Claim[], first: number): void {
  for (let i = first + 1; i < claims.length; i++) {
    const [before, limit] = [claims[i - 1], claims[i]];
    if (before?.status !== 'works' || before.targets.length === 0) continue;
    if (limit && limit.targets.length === 0 && LIMIT.test(limit.clause)) {
      claims[i - 1] = { ...before, status: 'partly', strength: LIMITED_STRENGTH };
    }
  }
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
      clause: heading,
      sentence: HEADING,
      articleId,
    },
  ];
}

const NOT_YET = /\byet\b/i;

// "Not in the firmware yet, and will be added": what is to come, or is being done, is more than a "not yet".
function settleNotYet(claims: Claim[], first: number): void {
  const pending = claims.slice(first).find(({ status }) => status === 'planned' || status === 'in-progress');
  if (!pending) return;
  for (let i = first; i < claims.length; i++) {
    const claim = claims[i];
    if (claim?.status === 'does-not' && NOT_YET.test(claim.clause)) claims[i] = { ...claim, status: pending.status };
  }
}

// The denial is of the sentence before, which then says nothing any more.
function denyLast(claims: Claim[], denial: Pick<Claim, 'subject' | 'clause' | 'sentence' | 'articleId'>): Claim[] {
  const last = claims.at(-1);
  if (!last) return [];
  const denied = claims.filter(({ sentence }) => sentence === last.sentence);
  claims.splice(claims.length - denied.length, denied.length);
  const targets = [...new Set(denied.flatMap((claim) => claim.targets))];
  return [{ ...denial, targets, status: 'does-not', strength: DENIAL_STRENGTH, isExclusive: false }];
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

// "armv7 (no thumb) and arm64": the limit is armv7's alone.
function limitByAside(claim: Claim): Claim[] {
  const aside = claim.status === 'works' ? LIMITING_ASIDE.exec(claim.clause) : null;
  const limited = aside && findTargets(claim.clause.slice(0, aside.index)).at(-1)?.target;
  if (!limited) return [claim];
  const others = claim.targets.filter((target) => target !== limited);
  const partly: Claim = { ...claim, targets: [limited], status: 'partly', strength: LIMITED_STRENGTH };
  return others.length > 0 ? [partly, { ...claim, targets: others }] : [partly];
}

function statusOf(clause: string, targets: readonly Target[]): { status: ClaimStatus; strength: number } | undefined {
  if (clause.length > MAX_CLAUSE) return undefined;
  const found =
    readStatus(clause.replace(LIMITING_ASIDE, ' ').replace(NO_DENIAL, ' ').replace(CONDITION_BEHIND, ' ')) ??
    (NO_DENIAL_ONCE.test(clause) ? ALSO : undefined);
  if (targets.length === 0) return LIMIT.test(clause) ? { status: 'partly', strength: LIMITED_STRENGTH } : found;
  // "… except s390x": not there.
  if (EXCEPTION.test(clause)) return { status: 'does-not', strength: LIMITED_STRENGTH };
  return found ?? (EXCLUSIVE.test(clause) ? { status: 'works', strength: 2 } : undefined);
}

function targetsIn(clause: string): Target[] {
  const found = findTargets(clause).map(({ target }) => target);
  const named = ARM_BESIDE_ARM64.test(clause)
    ? found.map((target) => (target.id === 'arm' ? NARROW_ARM : target))
    : found;
  return [...new Set(WIDE_ONLY.test(clause) ? [...named.filter(({ kind }) => kind === 'device'), NARROW_ARM] : named)];
}
