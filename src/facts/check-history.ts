import type { ContentProblem } from '#newsletter/issue.ts';
import type { Fact } from './fact.ts';
import { foldName } from './fold-name.ts';

const isDone = (status: Fact['status']) => status === 'yes' || status === 'partly';
const isPending = (status: Fact['status']) => status === 'planned' || status === 'in-progress';

/** Asks about what was there in one issue and is still to come in a later one. `facts`: oldest first. `fileOf`: by issue. */
export function checkHistory(
  facts: readonly Fact[],
  fileOf: (issueId: string) => string | undefined,
): ContentProblem[] {
  const there = new Map<string, Fact>();
  const problems: ContentProblem[] = [];
  for (const fact of facts) {
    const [subject = ''] = fact.about;
    for (const place of fact.on) {
      const key = `${foldName(subject)} on ${foldName(place)}`;
      const before = there.get(key);
      if (isDone(fact.status)) there.set(key, fact);
      // What was dropped may be promised again.
      else if (fact.status === 'no') there.delete(key);
      else if (before && before.issueId !== fact.issueId && isPending(fact.status)) {
        const message = `${subject} on ${place} is “${fact.status}”, and was “${before.status}” in ${before.issueId}: “${fact.says}”`;
        const remedy = 'if it is about a part or a version, name that in “about” or “on”; else correct the status';
        const file = fileOf(fact.issueId) ?? fact.issueId;
        const line = fact.line === undefined ? {} : { line: fact.line };
        problems.push({ file, ...line, severity: 'warning', message, remedy });
      }
    }
  }
  return problems;
}
