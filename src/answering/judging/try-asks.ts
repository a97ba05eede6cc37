import { rankFacts } from '#answering/choosing/rank-facts.ts';
import { understandQuestion } from '#answering/question/understand-question.ts';
import { isLaterIssue } from '#newsletter/days/issue-order.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { judgeFacts } from './judge-facts.ts';

/** One ask, asked without itself: which facts came first. */
export interface TriedAsk {
  readonly question: string;
  readonly wanted: IndexedFact;
  /** Best first, at most three. */
  readonly found: readonly IndexedFact[];
}

/** Asks every question of the facts' own, each left out of the index while it is asked; of one issue, or of all. */
export function* tryAsks(snapshot: Snapshot, issueId?: string): Generator<TriedAsk> {
  for (const [place, wanted] of snapshot.index.facts.entries()) {
    if (issueId !== undefined && wanted.fact.issueId !== issueId) continue;
    for (const [ask, question] of wanted.fact.asks.entries()) {
      const understanding = understandQuestion(question, snapshot);
      const ranked = judgeFacts(understanding, rankFacts(understanding, snapshot, { place, ask }));
      yield { question, wanted, found: ranked.slice(0, 3).map(({ indexed }) => indexed) };
    }
  }
}

/** Whether a fact answers what another was asked for: it is that one, says the same of its matter, or is newer on it. */
export function isAsGood(found: IndexedFact, wanted: IndexedFact): boolean {
  if (found === wanted) return true;
  const isSameMatter = found.about[0] !== undefined && found.about[0] === wanted.about[0] && sharePlace(found, wanted);
  if (isSameMatter && isLaterIssue(found.issue.id, wanted.issue.id)) return true;
  return found.fact.status === wanted.fact.status && (isSameMatter || found.fact.articleId === wanted.fact.articleId);
}

function sharePlace(one: IndexedFact, other: IndexedFact): boolean {
  return one.on.some(({ words, targets }) =>
    other.on.some(
      (place) =>
        place.words === words ||
        (targets.length === 1 && place.targets.length === 1 && targets[0] === place.targets[0]),
    ),
  );
}

/** The questions of an issue's facts that lead to another fact, for the editor to look at. */
export function findMisses(issueId: string, snapshot: Snapshot): { question: string; wanted: string; got: string }[] {
  return Array.from(tryAsks(snapshot, issueId))
    .filter(({ wanted, found: [first] }) => first === undefined || !isAsGood(first, wanted))
    .map(({ question, wanted, found: [first] }) => ({
      question,
      wanted: wanted.fact.says,
      got: first === undefined ? 'nothing' : `${first.issue.id}: ${first.fact.says}`,
    }));
}
