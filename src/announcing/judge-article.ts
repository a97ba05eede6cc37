import type { Claim, ClaimStatus } from '#claims/claim.ts';
import { readArticle } from '#claims/read-article.ts';
import type { Target } from '#claims/target.ts';
import type { Article } from '#newsletter/issue.ts';

/** Below this a claim is a mere mention. */
const minStrength = 3;

/** How what an article is about stands on Arm, where its plainest statements agree; undefined where they do not say. */
export function judgeArticle(article: Article): ClaimStatus | undefined {
  const plain = readArticle(article).claims.filter(
    ({ strength, targets }) => strength >= minStrength && targets.some(isArm),
  );
  const plainest = Math.max(...plain.map(({ strength }) => strength));
  const statuses = new Set(plain.filter(({ strength }) => strength === plainest).map(({ status }: Claim) => status));
  const [status, ...others] = statuses;
  return others.length === 0 ? status : undefined;
}

function isArm({ kind, id, runs = [] }: Target): boolean {
  if (kind === 'operating-system') return false;
  return id.startsWith('arm') || runs.some((architecture) => architecture.startsWith('arm'));
}
