import type { Article } from '#newsletter/issue.ts';
import type { Claim, ClaimStatus } from './claim.ts';
import { findTargets } from './find-targets.ts';
import { nameSubject } from './name-subject.ts';
import { splitClauses } from './split-clauses.ts';
import { readStatus } from './status-cues.ts';
import type { Target } from './target.ts';

const HEADING = -1;
// A clause without a cue of its own ("…: s390x, aarch64 and ppc64le") goes on with what the one before it says.
const INHERITED = 0.7;
// "armv7 (no thumb)": what stands in brackets behind a target limits it.
const LIMITING_ASIDE =
  /\((?:but\s+)?(?:no|not|without|except|only|partial(?:ly)?|experimental|limited|untested|some)\b[^)]*\)/i;
const LIMITED_STRENGTH = 4;
// "Intel based": by saying what it runs on, it says what it does not run on.
const EXCLUSIVE = /\b(?:only|solely|exclusively|just)\b|\b[\w-]+[- ]based\b/i;
// A longer clause is no sentence; patterns are kept from it.
const MAX_CLAUSE = 1500;

/** Everything that an article says of how its subjects stand, in the order of the text, the heading first. */
export function extractClaims(article: Article): Claim[] {
  if (article.kind === 'housekeeping') return [];
  const subject = nameSubject(article.heading);
  const claims: Claim[] = [];
  const read = (text: string, sentence: number) => {
    let before: { status: ClaimStatus; strength: number } | undefined;
    for (const clause of splitClauses(text)) {
      const targets = targetsIn(clause);
      const goesOn = before && targets.length > 0 ? { ...before, strength: before.strength * INHERITED } : undefined;
      const found = statusOf(clause, targets) ?? goesOn;
      if (!found) continue;
      before = found;
      const isExclusive = found.status === 'works' && targets.length > 0 && EXCLUSIVE.test(clause);
      claims.push({ subject, targets, ...found, isExclusive, clause, sentence, articleId: article.id });
    }
  };
  read(article.heading, HEADING);
  for (const [place, { text, kind }] of article.sentences.entries()) if (kind !== 'code') read(text, place);
  return claims;
}

function statusOf(clause: string, targets: readonly Target[]): { status: ClaimStatus; strength: number } | undefined {
  if (clause.length > MAX_CLAUSE) return undefined;
  const found = readStatus(clause);
  if (targets.length === 0) return found;
  if (found?.status === 'works' && LIMITING_ASIDE.test(clause)) return { status: 'partly', strength: LIMITED_STRENGTH };
  return found ?? (EXCLUSIVE.test(clause) ? { status: 'works', strength: 2 } : undefined);
}

function targetsIn(clause: string): Target[] {
  return [...new Set(findTargets(clause).map(({ target }) => target))];
}
