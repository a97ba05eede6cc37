import type { Claim } from '#claims/claim.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { answerQuestion } from './answer-question.ts';
import { VERDICT_OF_STATUS } from './decide-verdict.ts';
import { withArticle } from './with-article.ts';

/** A question, and what the bot says to it first. */
export interface AnsweredQuestion {
  readonly question: string;
  readonly lead: string;
}

/** A question made from a claim, and whether an answer to it is the one that the claim promises. */
interface Candidate {
  readonly claim: Claim;
  readonly question: string;
}

/**
 * Questions that one issue answers, as many as asked for or fewer: made from its claims, and kept where the bot, asked,
 * gives the claim's verdict and cites its article first. Each article and each verdict gets its turn.
 */
export function findAnsweredQuestions(issueId: string, snapshot: Snapshot, limit: number): AnsweredQuestion[] {
  const issue = snapshot.issues.find(({ id }) => id === issueId);
  const headings = new Map(issue?.articles.map(({ id, heading }) => [id, heading]));
  const claims = snapshot.claims.filter(({ articleId }) => headings.has(articleId));
  const found = new Map<string, AnsweredQuestion>();
  for (const { claim, question } of takeTurns(claims.flatMap(composeQuestions))) {
    if (found.size >= limit) break;
    const { answered, verdict, citations, lead } = answerQuestion(question, snapshot);
    const source = citations[0]?.source;
    const isFromHere = source?.issueId === issueId && source.heading === headings.get(claim.articleId);
    const isAsClaimed = claim.targets.length === 0 || verdict === VERDICT_OF_STATUS[claim.status];
    if (answered && isFromHere && isAsClaimed) found.set(question, { question, lead });
  }
  return [...found.values()];
}

function composeQuestions(claim: Claim): Candidate[] {
  if (claim.subject === '') return [];
  const { subject, targets } = claim;
  // What names no target can be asked for by its subject only.
  if (targets.length === 0) return [{ claim, question: `what is new with ${subject}?` }];
  return targets.map((target) => ({ claim, question: `does ${subject} run on ${withArticle(target)}?` }));
}

/** The plainest first, and one for each article and status before any gets a second; what names no target comes last. */
function takeTurns(candidates: readonly Candidate[]): Candidate[] {
  const taken = new Map<string, number>();
  const turns = candidates
    .toSorted((a, b) => b.claim.strength - a.claim.strength)
    .map((candidate) => {
      const { articleId, status, targets } = candidate.claim;
      const group = targets.length === 0 ? '' : `${articleId} ${status}`;
      const turn = taken.get(group) ?? 0;
      taken.set(group, turn + 1);
      return { candidate, turn: targets.length === 0 ? Number.POSITIVE_INFINITY : turn };
    });
  return turns.sort((a, b) => (a.turn === b.turn ? 0 : a.turn - b.turn)).map(({ candidate }) => candidate);
}
