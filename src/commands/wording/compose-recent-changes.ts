import type { Reply } from '#conversation/reply.ts';
import type { Snapshot } from '#search/snapshot.ts';

/** What the newest issues say of where things run: a sentence for each of so many subjects, newest first. */
export function composeRecentChanges(snapshot: Snapshot, limit: number): Reply {
  const lines = new Map<string, string>();
  const said = new Set<string>();
  for (const one of snapshot.index.facts.toReversed()) {
    if (lines.size >= limit) break;
    const { status, about, on } = one;
    const subject = about[0]?.name;
    if (subject === undefined || status === undefined || on.length === 0 || lines.has(subject)) continue;
    // One sentence may be told of two subjects.
    if (said.has(one.fact.says)) continue;
    said.add(one.fact.says);
    lines.set(subject, `${one.fact.says} (${one.issue.id})`);
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
