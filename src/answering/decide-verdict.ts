import type { ClaimStatus } from '#claims/claim.ts';
import type { VerdictWord } from '#conversation/reply.ts';
import type { Evidence } from './evidence.ts';
import type { Understanding } from './understand-question.ts';

/** Each status as the answer to "does it?". */
export const VERDICT_OF_STATUS = {
  works: 'yes',
  'does-not': 'no',
  partly: 'partly',
  planned: 'planned',
  'in-progress': 'in-progress',
} satisfies Record<ClaimStatus, VerdictWord>;

// "does the crash hit arm64 too?": who says that it fails there says yes.
const TROUBLE = '(?:problems?|issues?|bugs?|crash(?:es)?|hangs?|troubles?|faults?|errors?|regressions?)';
const ASKS_OF_TROUBLE = new RegExp(
  String.raw`\b${TROUBLE}\b.{0,60}\b(?:hits?|affects?|happens?|occurs?|concerns?|appl(?:y|ies)|as\s+well|too|also)\b|\b(?:have|has|hits?|affects?|see|seen|suffers?(?:\s+from)?|affected\s+by|hit\s+by)\s+(?:the|this|that)\s+(?:[\w-]+\s+){0,3}?${TROUBLE}\b`,
  'i',
);
const SPARED = /\b(?:not|n['’]t|never|no)\b|\b(?:unaffected|spared|immune)\b/i;
const LACKS = /\b(?:miss(?:es|ing)|lack(?:s|ing)?|apart\s+from|except(?:ion)?|other\s+than)\b/i;
const WIDTH = /\b(32|64)[\s-]?bits?\b/gi;
// A part is asked for when the clause has this share of the words that the heading lacks.
const NAMES_THE_PART = 0.5;

/** The verdict that the best evidence gives. */
export function decideVerdict(
  best: Evidence,
  understanding: Understanding,
  evidence: readonly Evidence[],
): VerdictWord {
  const { claim, relation } = best;
  if (relation.isExcluded || isOtherWidth(understanding.question, best)) return 'no';
  if (ASKS_OF_TROUBLE.test(understanding.question)) return SPARED.test(claim.clause) ? 'no' : 'yes';
  const namesThePart = (best.focus ?? 0) >= NAMES_THE_PART;
  const hasTarget = understanding.targets.length > 0;
  // "missing some features, notably X": no to X, partly to the whole.
  if (claim.status === 'partly' && LACKS.test(claim.clause) && namesThePart) return 'no';
  // "a drop-in replacement, but …": yes to running, partly to being all that.
  if (claim.status === 'works' && namesThePart && hasTarget && hasLimitBeside(best, evidence)) return 'partly';
  if (claim.status === 'does-not' && deniesUnaskedPart(best, understanding) && worksElsewhere(best, evidence))
    return 'partly';
  if (claim.status === 'does-not' && widthsIn(claim.clause).size === 0 && worksAfterAFashion(best, evidence))
    return 'partly';
  if (claim.status === 'works' && hasTarget && partsAreMissing(best, evidence)) return 'partly';
  return VERDICT_OF_STATUS[claim.status];
}

// "no driver for the card", "lacks the editor": said of a part, unless what is lacking is the very thing ("no support", "no build").
const LACKED =
  /\b(?:no|lacks?|lacking|misses|missing|without)\s+(?:(?:an?|the|any|its|their|yet|so\s+far)\s+)?(?!(?:\w+\s+){0,3}?(?:support|versions?|binar(?:y|ies)|builds?|ports?|releases?|packages?|images?|plans?|intention|way|longer|downloads?|wheels?|installers?|bottles?|client)\b)((?:[\p{L}\d-]+\s+){0,2}?[\p{L}\d-]{3,})/iu;

function deniesUnaskedPart({ claim, focus, part }: Evidence, { question }: Understanding): boolean {
  const lacked = LACKED.exec(claim.clause)?.[1]?.toLowerCase();
  if (!lacked || claim.subject.toLowerCase().startsWith(lacked) || question.toLowerCase().includes(lacked))
    return false;
  return (
    claim.strength >= PLAIN && widthsIn(claim.clause).size === 0 && (focus ?? 0) < NAMES_THE_PART && (part ?? 0) < 1
  );
}

const PLAIN = 3;
const RELATION_MARGIN = 0.16;

function worksElsewhere(best: Evidence, evidence: readonly Evidence[]): boolean {
  return evidence.some(
    ({ claim, relation }) =>
      claim.articleId === best.claim.articleId &&
      claim.status === 'works' &&
      relation.strength >= best.relation.strength - RELATION_MARGIN &&
      (claim.targets.length > 0 || claim.strength > 2),
  );
}

// "not offered, though it runs too if …", "not official, although somebody makes images".
const AFTER_A_FASHION =
  /\b(?:if|as\s+long\s+as|provided|although|though|unofficial(?:ly)?|volunteers?|contributors?|hobbyists?|third[\s-]part(?:y|ies)|by\s+hand|from\s+source)\b/i;
const UNSURE = /\b(?:might|may|could|would)\b/i;
const NEAR_BY = 1;
const MENTIONED = 2;
const FASHION_MARGIN = 0.25;

function worksAfterAFashion(best: Evidence, evidence: readonly Evidence[]): boolean {
  return evidence.some(
    (one) =>
      isBeside(one, best) &&
      one.claim.status === 'works' &&
      one.claim.strength >= MENTIONED &&
      one.relation.strength >= best.relation.strength - FASHION_MARGIN &&
      !one.relation.isExcluded &&
      AFTER_A_FASHION.test(one.claim.clause) &&
      !UNSURE.test(one.claim.clause),
  );
}

// "It boots there. Audio and suspend are missing."
const PARTS_MISSING =
  /^\W*(?:but\s+|only\s+|still\s+)?(?:the\s+)?[\w-]+(?:\s[\w-]+)?(?:,\s+[\w-]+(?:\s[\w-]+)?)*,?\s+(?:and|or)\s+[\w-]+(?:\s[\w-]+)?\s+(?:is|are)\s+(?:still\s+)?(?:missing|absent|lacking|untested|not\s+(?:there|working|supported))\b/i;

// "… has support for it now. It runs, with some gaps."
const WITH_GAPS =
  /\bwith\s+(?:some|a\s+few|minor|several)\s+(?:gaps|limits|limitations|restrictions|exceptions|rough\s+edges)\b/i;

function partsAreMissing(best: Evidence, evidence: readonly Evidence[]): boolean {
  return evidence.some(
    (one) =>
      isBeside(one, best) &&
      one.claim.sentence >= best.claim.sentence &&
      one.claim.targets.length === 0 &&
      (PARTS_MISSING.test(one.claim.clause) || WITH_GAPS.test(one.claim.clause)),
  );
}

function isBeside({ claim }: Evidence, { claim: best }: Evidence): boolean {
  return (
    claim !== best &&
    claim.articleId === best.articleId &&
    claim.sentence >= 0 &&
    best.sentence >= 0 &&
    Math.abs(claim.sentence - best.sentence) <= NEAR_BY
  );
}

// Asked for 64 bits, told of 32 alone, or the other way round.
function isOtherWidth(question: string, { claim }: Evidence): boolean {
  const asked = widthsIn(question);
  const said = widthsIn(claim.clause);
  return (
    claim.status === 'works' && asked.size === 1 && said.size === 1 && [...asked].every((width) => !said.has(width))
  );
}

function widthsIn(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(WIDTH), ([, width]) => width ?? ''));
}

function hasLimitBeside(best: Evidence, evidence: readonly Evidence[]): boolean {
  return evidence.some(
    ({ claim }) =>
      claim !== best.claim &&
      claim.articleId === best.claim.articleId &&
      claim.sentence === best.claim.sentence &&
      (claim.status === 'partly' || LACKS.test(claim.clause)) &&
      claim.targets.length === 0,
  );
}
