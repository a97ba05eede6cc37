import type { ClaimStatus } from '#claims/claim.ts';
import type { Reply } from '#conversation/reply.ts';
import type { Snapshot } from '#search/snapshot.ts';

/** Claims this strong are said in so many words. */
const minStrength = 3;
/** A name of up to three words, begun with a capital; longer ones may be half a heading. */
const plainName = /^\p{Lu}[\p{L}\d.+-]*(?: [\p{L}\d.+-]+){0,2}$/u;
const maxTargets = 4;

const words = {
  works: 'runs on',
  'does-not': 'does not run on',
  partly: 'runs in part on',
  planned: 'is planned for',
  'in-progress': 'is being brought to',
} satisfies Record<ClaimStatus, string>;

/** What the newest issues say of where things run: a line for each of so many subjects, newest first. */
export function composeRecentChanges(snapshot: Snapshot, limit: number): Reply {
  const lines = new Map<string, string>();
  for (const { subject, status, strength, targets, articleId } of snapshot.claims.toReversed()) {
    if (lines.size >= limit) break;
    if (strength < minStrength || targets.length === 0 || !plainName.test(subject) || lines.has(subject)) continue;
    const labels = targets.slice(0, maxTargets).map(({ label }) => label);
    const [issueId] = articleId.split('#');
    lines.set(subject, `${subject} ${words[status]} ${joinNames(labels)} (${issueId})`);
  }
  return {
    blocks: [
      {
        kind: 'list',
        title: lines.size > 0 ? 'Of late' : '',
        items: lines.size > 0 ? [...lines.values()] : ['No issue says yet what runs where.'],
      },
    ],
    audience: 'anyone',
  };
}

function joinNames(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
