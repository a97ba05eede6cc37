import assert from 'node:assert/strict';
import type { Claim } from '#claims/claim.ts';
import { extractClaims } from '#claims/extract-claims.ts';
import { parseIssue } from '#newsletter/parse-issue.ts';

/** All claims of one invented article, read from Markdown as a real one is. */
export function claimsOf(text: string, heading = 'News of Foodb'): Claim[] {
  const { issue } = parseIssue('2031-W07.md', `### ${heading}\n\n${text}\n`);
  assert.ok(issue);
  return issue.articles.flatMap(extractClaims);
}

/** What claims say of each target that they name: its status, or all of them where they differ. */
export function statusOfTargets(claims: readonly Claim[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { targets, status } of claims) {
    for (const { id } of targets) {
      const known = found[id]?.split(' and ') ?? [];
      found[id] = [...new Set([...known, status])].join(' and ');
    }
  }
  return found;
}
