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
  const namesThePart = (best.focus ?? 0) >= NAMES_THE_PART;
  const hasTarget = understanding.targets.length > 0;
  // "missing some features, notably X": no to X, partly to the whole.
  if (claim.status === 'partly' && LACKS.test(claim.clause) && namesThePart) return 'no';
  // "a drop-in replacement, but …": yes to running, partly to being all that.
  if (claim.status === 'works' && namesThePart && hasTarget && hasLimitBeside(best, evidence)) return 'partly';
  return VERDICT_OF_STATUS[claim.status];
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
