import type { Fact, FactStatus } from '#facts/fact.ts';
import type { Article } from '#newsletter/issue.ts';
import { findTargets } from '#targets/finding/find-targets.ts';
import type { Target } from '#targets/target.ts';

/** How what an article is about stands on Arm, where its reviewed facts agree; undefined where they do not say. */
export function judgeArticle({ id }: Article, facts: readonly Fact[]): FactStatus | undefined {
  const own = facts.filter(({ articleId, status, on }) => articleId === id && status !== undefined && on.some(isArm));
  const statuses = new Set(own.map(({ status }) => status));
  const [status, ...others] = statuses;
  return others.length === 0 ? status : undefined;
}

const isArm = (place: string) => findTargets(place).some(({ target }) => isArmTarget(target));

function isArmTarget({ kind, id, runs = [] }: Target): boolean {
  if (kind === 'operating-system') return false;
  return id.startsWith('arm') || runs.some((architecture) => architecture.startsWith('arm'));
}
