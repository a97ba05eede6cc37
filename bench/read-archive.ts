import type { Subject } from '#facts/fact.ts';
import { parseFacts } from '#facts/parse-facts.ts';
import { parseSubjects } from '#facts/parse-subjects.ts';
import type { Issue } from '#newsletter/issue.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';
import type { FactualIssue } from '#search/reading/order-facts.ts';
import { buildSnapshot, type Snapshot } from '#search/snapshot.ts';
import type { ArchiveTexts } from './workload.ts';

/** An archive read and indexed, and how long each part of it took. */
export interface ReadArchive {
  readonly issues: readonly FactualIssue[];
  readonly snapshot: Snapshot;
  readonly markdownMs: number;
  readonly factsMs: number;
  readonly buildMs: number;
}

/** Reads an archive as the bot does, but for the disk. */
export function readArchive(texts: ArchiveTexts): ReadArchive {
  const read: { issue: Issue; facts: string | undefined }[] = [];
  const markdownMs = timeMs(() => {
    for (const { file, text, facts } of texts.issues) {
      const { issue } = parseIssue(file, text);
      if (issue) read.push({ issue, facts });
    }
  });
  const issues: FactualIssue[] = [];
  const subjects: Subject[] = [];
  const factsMs = timeMs(() => {
    for (const { issue, facts } of read)
      issues.push({
        issue,
        facts: facts === undefined ? [] : parseFacts(`${issue.id}.facts.yaml`, facts, issue).facts,
      });
    for (const text of texts.subjects) subjects.push(...parseSubjects('subjects.yaml', text).subjects);
  });
  let snapshot = buildSnapshot([]);
  const buildMs = timeMs(() => {
    snapshot = buildSnapshot(issues, subjects);
  });
  return { issues, snapshot, markdownMs, factsMs, buildMs };
}

function timeMs(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
