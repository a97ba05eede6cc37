import { buildContentReport } from '#archive/build-content-report.ts';
import { openArchive } from '#archive/open-archive.ts';
import type { Issue } from '#newsletter/issue.ts';
import type { ProcessStreams } from './process-streams.ts';
import { createTextLog } from './text-log.ts';

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
