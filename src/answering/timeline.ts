import type { Evidence } from './evidence.ts';

// Evidence counts as being of the same matter as the best when it is no weaker than this on each side.
const RELATION_MARGIN = 0.1;
const COVERAGE_MARGIN = 0.1;
// … and an article of its own on the subject needs fewer of the question's other words.
const OWN_COVERAGE_MARGIN = 0.25;
const MIN_RELEVANCE = 0.4;
const MIN_STRENGTH = 3;
const SCORE_SHARE = 0.94;
// What was to come is likely done since: a later word on it needs less to hold.
const SCORE_SHARE_OF_PENDING = 0.85;
const SCORE_SHARE_OF_DONE = 0.72;
const SCORE_SHARE_OF_OWN_ARTICLE = 0.78;
const SCORE_SHARE_TO_TAKE_BACK = 0.985;
const OWN_ARTICLE = 0.7;
// A heading with a version or a second matter in it.
const MOSTLY_ABOUT = 0.6;
// Less plain than this, something is only mentioned.
const MENTION = 1.5;
const SURE_RELATION = 0.7;

/** Of what is said of the same matter, the newest: the newest statement holds. */
export function newestOf(evidence: readonly Evidence[]): Evidence | undefined {
  const best = plainestOf(evidence);
  if (!best) return undefined;
  return sameMatter(best, evidence).reduce((newest, one) => (issueOf(one) > issueOf(newest) ? one : newest), best);
}

const PLAIN = 4;
const SCORE_SHARE_OF_PLAIN = 0.96;

// "Foodb for the Pi" only puts two names together: what the same article says plainly goes before.
function plainestOf(evidence: readonly Evidence[]): Evidence | undefined {
  const [best] = evidence;
  if (!best || best.claim.strength >= MENTION) return best;
  const plain = evidence.find(
    (one) =>
      one.claim.articleId === best.claim.articleId &&
      one.claim.strength >= PLAIN &&
      one.relation.strength >= best.relation.strength - RELATION_MARGIN &&
      one.coverage >= best.coverage - COVERAGE_MARGIN &&
      one.score >= best.score * SCORE_SHARE_OF_PLAIN,
  );
  return plain ?? best;
}

/** How it came there, when earlier issues said otherwise. */
export function describeTimeline(holds: Evidence, evidence: readonly Evidence[]): string[] {
  const earlier = sameMatter(holds, evidence)
    .filter((one) => issueOf(one) < issueOf(holds) && one.claim.status !== holds.claim.status)
    .sort((a, b) => (issueOf(a) < issueOf(b) ? -1 : 1));
  const steps = [...new Map(earlier.map((one) => [issueOf(one), one])).values()];
  if (steps.length === 0) return [];
  const told = [...steps, holds].map((one) => `${STATUS_WORDS[one.claim.status]} in ${issueOf(one)}`);
  return [`How it came there: ${told.join(', ')}.`];
}

/** The earliest evidence from which on it has stood as it stands now. */
export function findSince(holds: Evidence, evidence: readonly Evidence[]): Evidence {
  const before = sameMatter(holds, evidence)
    .filter((one) => issueOf(one) < issueOf(holds))
    .sort((a, b) => (issueOf(a) > issueOf(b) ? -1 : 1));
  let since = holds;
  for (const one of before) {
    if (one.claim.status !== holds.claim.status) break;
    since = one;
  }
  return since;
}

const STATUS_WORDS = {
  works: 'working',
  'does-not': 'not working',
  partly: 'working in part',
  planned: 'planned',
  'in-progress': 'in progress',
} as const;

function sameMatter(best: Evidence, evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter(
    (one) =>
      one.relation.strength >= best.relation.strength - RELATION_MARGIN &&
      one.coverage >= best.coverage - (one.aboutness >= OWN_ARTICLE ? OWN_COVERAGE_MARGIN : COVERAGE_MARGIN) &&
      (one.candidate.relevance >= MIN_RELEVANCE || one.aboutness >= OWN_ARTICLE) &&
      (one.claim.strength >= MIN_STRENGTH || one.aboutness >= OWN_ARTICLE) &&
      one.score >= best.score * shareNeeded(best, one),
  );
}

// A later article of its own on the subject, speaking of the very target, needs least.
function shareNeeded(best: Evidence, one: Evidence): number {
  const isDone = isPending(best) && !isPending(one) && one.relation.strength >= best.relation.strength;
  if (isDone) return SCORE_SHARE_OF_DONE;
  const hasCome = isDenied(best) && !isDenied(one) && one.claim.status === 'works';
  if (hasCome && one.aboutness >= MOSTLY_ABOUT) return SCORE_SHARE_OF_OWN_ARTICLE;
  if (hasCome && isNoFurther(one, best)) return SCORE_SHARE_OF_PENDING;
  if (one.aboutness >= OWN_ARTICLE && one.relation.strength >= SURE_RELATION) return SCORE_SHARE_OF_OWN_ARTICLE;
  if (isPending(best) || best.claim.strength < MENTION) return SCORE_SHARE_OF_PENDING;
  // What worked seldom stops working: a later "no" is more often about something near it.
  return best.claim.status === 'works' && one.claim.status !== 'works' ? SCORE_SHARE_TO_TAKE_BACK : SCORE_SHARE;
}

function isPending({ claim }: Evidence): boolean {
  return claim.status === 'planned' || claim.status === 'in-progress';
}

// As near to what was asked as the best, on each side.
function isNoFurther(one: Evidence, best: Evidence): boolean {
  return (
    one.coverage >= best.coverage &&
    one.relation.strength >= best.relation.strength &&
    (one.focus ?? 1) >= (best.focus ?? 1) &&
    one.claim.strength >= MIN_STRENGTH
  );
}

// What did not work often comes to; an article of its own says so.
function isDenied({ claim, relation }: Evidence): boolean {
  return claim.status === 'does-not' || relation.isExcluded;
}

function issueOf({ claim }: Evidence): string {
  return claim.articleId.split('#')[0] ?? '';
}
