import type { Claim } from '#claims/claim.ts';
import type { VerdictWord } from '#conversation/reply.ts';
import { completeSubject } from '#search/complete-subject.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { findCandidates, subjectWords } from './candidate.ts';
import { chooseQuote } from './choose-quote.ts';
import { VERDICT_OF_STATUS } from './decide-verdict.ts';
import { understandQuestion } from './understand-question.ts';

/** All that the archive says about where a subject runs: for each target the newest statement. */
export interface StatusReport {
  readonly subject: string;
  /** Empty when the archive says nothing of it. */
  readonly rows: readonly StatusRow[];
  /** Other subjects that may be meant. */
  readonly suggestions: readonly string[];
}

export interface StatusRow {
  readonly target: string;
  readonly verdict: VerdictWord;
  /** The issue from which on it stood so. */
  readonly sinceIssueId: string;
  /** That issue's day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly quote: string;
  readonly heading: string;
}

const MIN_COVERAGE = 0.75;
const MIN_STRENGTH = 2;
const MAX_SUGGESTIONS = 4;

/** Builds the status table of a subject, oldest target statement first. */
export function buildStatus(subject: string, snapshot: Snapshot): StatusReport {
  const understanding = understandQuestion(subject, snapshot);
  const words = subjectWords(understanding);
  const candidates = findCandidates(understanding, snapshot).filter(({ coverage, matched }) => {
    const inHeading = words.some((word, i) => word.weight >= 0.9 && (matched.heading[i] ?? 0) > 0);
    return coverage >= MIN_COVERAGE && inHeading;
  });
  const said = candidates
    .flatMap(({ ranked: { indexed } }) =>
      (snapshot.readings.get(indexed.article.id)?.claims ?? []).map((claim) => ({ claim, indexed })),
    )
    .filter(({ claim }) => claim.strength >= MIN_STRENGTH)
    .sort((a, b) => compare(a.indexed.issue.id, b.indexed.issue.id) || a.claim.strength - b.claim.strength);
  const rows = new Map<string, { row: StatusRow; claim: Claim }>();
  for (const { claim, indexed } of said) {
    for (const target of claim.targets) {
      const verdict = VERDICT_OF_STATUS[claim.status];
      const known = rows.get(target.id)?.row;
      // The same again is no change: it stood so since the earlier issue.
      if (known?.verdict === verdict) continue;
      rows.set(target.id, {
        claim,
        row: {
          target: target.label,
          verdict,
          sinceIssueId: indexed.issue.id,
          day: indexed.issue.date.day,
          quote: chooseQuote(indexed.article, claim.sentence, claim.clause),
          heading: indexed.article.heading,
        },
      });
    }
  }
  const name = candidates[0] ? subject.trim() : subject.trim();
  return {
    subject: name,
    rows: [...rows.values()].map(({ row }) => row),
    suggestions: completeSubject(snapshot, subject, MAX_SUGGESTIONS)
      .filter((other) => other.toLowerCase() !== name.toLowerCase())
      .map((other) => `status ${other}`),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
