import { realpath } from 'node:fs/promises';
import { findAnsweredQuestions } from '#answering/find-answered-questions.ts';
import { buildContentReport, describeProblem } from '#archive/build-content-report.ts';
import { buildExplanation } from '#archive/build-explanation.ts';
import { type Archive, openArchive } from '#archive/open-archive.ts';
import { readIssueFile } from '#archive/read-issue-file.ts';
import type { Issue } from '#newsletter/issue.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import type { ProcessStreams } from './process-streams.ts';
import { createTextLog } from './text-log.ts';

const maxQuestions = 5;

/** Writes what was understood of each file of a folder; resolves to the exit code: 1 when a file can't be used. */
export async function runCheckContent(folder: string, { output, errors }: ProcessStreams): Promise<number> {
  await using archive = await openArchive({ dir: folder, log: createTextLog(errors) });
  const claimsByArticle = Map.groupBy(archive.current.claims, ({ articleId }) => articleId);
  const countClaims = (issue: Issue) =>
    issue.articles.reduce((sum, { id }) => sum + (claimsByArticle.get(id)?.length ?? 0), 0);
  const { lines, canUseAll } = buildContentReport(archive, countClaims);
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
  const { issue, problems } = (await findReport(file, archive)) ?? (await readIssueFile(file, undefined));
  const write = (lines: readonly string[]) => output.write(lines.map((line) => `${line}\n`).join(''));
  if (issue === undefined) {
    write(problems.map(describeProblem));
    return 1;
  }
  const others = archive.current.issues.filter(({ id }) => id !== issue.id);
  const snapshot = archive.current.issues.includes(issue) ? archive.current : buildSnapshot([...others, issue]);
  const questions = findAnsweredQuestions(issue.id, snapshot, maxQuestions);
  write(buildExplanation({ issue, problems, readings: snapshot.readings, questions }));
  return 0;
}

/** What the archive made of the file, when it is one of its own: only there is it known that a week is there twice. */
async function findReport(file: string, { reports }: Archive) {
  const path = await realpath(file).catch(() => undefined);
  for (const report of reports) {
    if (path !== undefined && (await realpath(report.file).catch(() => undefined)) === path) return report;
  }
  return undefined;
}
