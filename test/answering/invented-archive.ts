import assert from 'node:assert/strict';
import type { Issue } from '#newsletter/issue.ts';
import { parseIssue } from '#newsletter/parse-issue.ts';
import { buildSnapshot, type Snapshot } from '#search/snapshot.ts';

/** An archive made of invented Markdown issues, each under its id (`2031-W07`), read and indexed as real ones are. */
export function inventArchive(texts: Readonly<Record<string, string>>): Snapshot {
  return buildSnapshot(Object.entries(texts).map(([id, text]) => inventIssue(id, text)));
}

function inventIssue(id: string, text: string): Issue {
  const { issue, problems } = parseIssue(`${id}.md`, text);
  assert.ok(issue, `${id} is no issue: ${problems.map(({ message }) => message).join('; ')}`);
  return issue;
}
