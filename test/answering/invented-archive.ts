import assert from 'node:assert/strict';
import { parseFacts } from '#facts/parse-facts.ts';
import { parseSubjects } from '#facts/parse-subjects.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';
import type { FactualIssue } from '#search/reading/order-facts.ts';
import { buildSnapshot, type Snapshot } from '#search/snapshot.ts';

/** The Markdown of an issue, with the YAML of its facts where it has some. */
type IssueText = string | { readonly text: string; readonly facts: string };

/** An archive made of invented issues, each under its id (`2031-W07`), and a list of subjects: read and indexed as real ones are. */
export function inventArchive(texts: Readonly<Record<string, IssueText>>, subjects = ''): Snapshot {
  const list = parseSubjects('subjects.yaml', subjects);
  assert.deepEqual(list.problems, []);
  return buildSnapshot(
    Object.entries(texts).map(([id, one]) =>
      typeof one === 'string' ? inventIssue(id, one, '') : inventIssue(id, one.text, one.facts),
    ),
    list.subjects,
  );
}

function inventIssue(id: string, text: string, yaml: string): FactualIssue {
  const { issue, problems } = parseIssue(`${id}.md`, text);
  assert.ok(issue, `${id} is no issue: ${problems.map(({ message }) => message).join('; ')}`);
  if (yaml === '') return { issue, facts: [] };
  const { facts, problems: broken } = parseFacts(`${id}.facts.yaml`, yaml, issue);
  assert.deepEqual(broken, []);
  return { issue, facts };
}
