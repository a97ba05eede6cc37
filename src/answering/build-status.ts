import type { Target } from '#claims/target.ts';
import type { VerdictWord } from '#conversation/reply.ts';
import { completeSubject } from '#search/complete-subject.ts';
import { readTarget } from '#search/query.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { findCandidates } from './candidate.ts';
import { chooseQuote } from './choose-quote.ts';
import { judgeCompat } from './judge-compat.ts';
import { nameSubjectAsked } from './name-subject-asked.ts';
import { findSince } from './timeline.ts';
import { type Understanding, understandSubject } from './understand-question.ts';

/** All that the archive says about where a subject runs: for each target the statement that holds. */
export interface StatusReport {
  /** As the archive writes it, where it has it. */
  readonly subject: string;
  /** Processors first, then boards, then systems. Empty when the archive says nothing of it. */
  readonly rows: readonly StatusRow[];
  /** Other subjects that may be meant, each as a whole command. */
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
// Said of the very target, not by way of another.
const MIN_RELATION = 0.75;
const MAX_TARGETS = 40;
const MAX_SUGGESTIONS = 4;
const KIND_ORDER = { architecture: 0, family: 1, device: 2, 'operating-system': 3 } as const;

/** Builds the status table of a subject: each row is what "does it run on …?" would answer. */
export function buildStatus(subject: string, snapshot: Snapshot): StatusReport {
  const { understanding, candidates, targets } = readSubject(subject, snapshot);
  const rows = targets.map((target) => judgeTarget(understanding, target, snapshot)).filter((row) => row !== undefined);
  const { subject: name } = nameSubjectAsked(understanding, candidates[0]?.ranked.indexed);
  return {
    subject: candidates.length > 0 ? name : subject.trim(),
    rows,
    suggestions: completeSubject(snapshot, subject, MAX_SUGGESTIONS)
      .filter((other) => other.toLowerCase() !== name.toLowerCase())
      .map((other) => `status ${other}`),
  };
}

/** Whether a subject's status table has any row; cheaper than the table. */
export function hasStatus(subject: string, snapshot: Snapshot): boolean {
  const { understanding, targets } = readSubject(subject, snapshot);
  return targets.slice(0, 3).some((target) => judgeTarget(understanding, target, snapshot) !== undefined);
}

function readSubject(subject: string, snapshot: Snapshot) {
  const understanding = understandSubject(subject, snapshot);
  const candidates = findCandidates(understanding, snapshot).filter(({ coverage }) => coverage >= MIN_COVERAGE);
  const isAsked = new Set(understanding.targets.map(({ target }) => target));
  const stated = new Set(
    candidates.flatMap(({ ranked }) =>
      (snapshot.readings.get(ranked.indexed.article.id)?.claims ?? []).flatMap((claim) => claim.targets),
    ),
  );
  const targets = [...stated]
    .filter((target) => !isAsked.has(target))
    .sort((a, b) => KIND_ORDER[a.kind] - KIND_ORDER[b.kind])
    .slice(0, MAX_TARGETS);
  return { understanding, candidates, targets };
}

function judgeTarget(understanding: Understanding, target: Target, snapshot: Snapshot): StatusRow | undefined {
  const asked: Understanding = {
    ...understanding,
    targets: [...understanding.targets, { target, words: target.label }],
    targetWords: [...understanding.targetWords, readTarget(target, target.label, snapshot)],
  };
  const { holds, verdict, evidence } = judgeCompat(asked, snapshot);
  if (!holds || holds.relation.strength < MIN_RELATION || !holds.claim.targets.includes(target)) return undefined;
  const { article } = holds.candidate.ranked.indexed;
  const since = findSince(holds, evidence).candidate.ranked.indexed.issue;
  return {
    target: target.label,
    verdict,
    sinceIssueId: since.id,
    day: since.date.day,
    quote: chooseQuote(article, holds.claim.sentence, holds.claim.clause),
    heading: article.heading,
  };
}
