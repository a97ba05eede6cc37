import { access, realpath } from 'node:fs/promises';
import { findMisses } from '#answering/judging/try-asks.ts';
import { createTextLog } from '#app/logging/text-log.ts';
import type { ProcessStreams } from '#app/process/streams.ts';
import { buildContentReport, describeProblem } from '#archive/build-content-report.ts';
import { buildExplanation } from '#archive/build-explanation.ts';
import { type Archive, openArchive } from '#archive/open-archive.ts';
import { factEndings, readIssueFile } from '#archive/read-issue-file.ts';
import { buildSnapshot } from '#search/snapshot.ts';

/** Writes what was understood of each file of a folder; resolves to the exit code: 1 when a file can't be used. */
export async function runCheckContent(folder: string, { output, errors }: ProcessStreams): Promise<number> {
  await using archive = await openArchive({ dir: folder, log: createTextLog(errors) });
  const { lines, canUseAll } = buildContentReport(archive);
  output.write(lines.map((line) => `${line}\n`).join(''));
  return canUseAll ? 0 : 1;
}

/**
 * Writes what was understood of one file, and what would be answered from it if it stood in the folder, in place of an
 * issue of the same week; resolves to the exit code: 1 when the file can't be used.
 */
export async function runExplainFile(
  file: string,
  folder: string,
  { output, errors }: ProcessStreams,
): Promise<number> {
  await using archive = await openArchive({ dir: folder, log: createTextLog(errors) });
  const { issue, problems, facts } =
    (await findReport(file, archive)) ?? (await readIssueFile(file, undefined, await findFactFile(file)));
  const write = (lines: readonly string[]) => output.write(lines.map((line) => `${line}\n`).join(''));
  if (issue === undefined) {
    write(problems.map(describeProblem));
    return 1;
  }
  const others = archive.reports.flatMap((report) =>
    report.issue === undefined || report.issue.id === issue.id ? [] : [{ issue: report.issue, facts: report.facts }],
  );
  const isOwn = archive.current.issues.includes(issue);
  const snapshot = isOwn ? archive.current : buildSnapshot([...others, { issue, facts }], archive.subjects);
  const all = snapshot.index.facts.filter(({ fact }) => fact.issueId === issue.id).map(({ fact }) => fact);
  write(buildExplanation({ issue, problems, facts: all, misses: findMisses(issue.id, snapshot) }));
  if (!isOwn) write([`Asked as if the file stood in ${folder}; “--content DIR” names the folder that it is for.`]);
  return 0;
}

async function findFactFile(file: string): Promise<string | undefined> {
  for (const ending of factEndings) {
    const path = file.replace(/\.md$/, ending);
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  return undefined;
}

/** What the archive made of the file, when it is one of its own: only there is it known that a week is there twice. */
async function findReport(file: string, { reports }: Archive) {
  const path = await realpath(file).catch(() => undefined);
  for (const report of reports) {
    if (path !== undefined && (await realpath(report.file).catch(() => undefined)) === path) return report;
  }
  return undefined;
}
