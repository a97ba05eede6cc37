import { existsSync, readFileSync } from 'node:fs';
import { readFolder } from '#archive/read-folder.ts';
import { compareIssue, type Difference, type IssueComparison, type IssueFile } from './compare-issue.ts';
import { type LeftOut, nameDifference } from './left-out.ts';

/** What the comparison of two folders gave. */
export interface FolderComparison {
  /** One for each issue of the originals. */
  readonly issues: readonly IssueComparison[];
  /** Differences that nobody has given a reason for. */
  readonly open: readonly Difference[];
  /** How many have a reason. */
  readonly leftOut: number;
  /** Names in the list of what is left out for which there is no difference any more. */
  readonly outdated: readonly string[];
}

/** Compares each original issue with the restated one; throws when there is no issue to compare. */
export async function compareFolders(originals: string, content: string, leftOut: LeftOut): Promise<FolderComparison> {
  const restated = new Map((await readIssues(content)).map((one) => [one.issue.id, one]));
  const issues = (await readIssues(originals)).map((one) => {
    const other = restated.get(one.issue.id);
    return other === undefined ? reportMissing(one, content) : compareIssue(one, other);
  });
  const differences = issues.flatMap((one) => one.differences);
  const open = differences.filter((one) => !leftOut.has(nameDifference(one)));
  const names = new Set(differences.map(nameDifference));
  return {
    issues,
    open,
    leftOut: differences.length - open.length,
    outdated: [...leftOut.keys()].filter((name) => !names.has(name)),
  };
}

async function readIssues(folder: string): Promise<IssueFile[]> {
  if (!existsSync(folder)) throw new Error(`${folder}: expected a folder of issues, found nothing; correct the path`);
  const { reports, problems } = await readFolder(folder);
  const files = reports.flatMap(({ file, issue }) =>
    issue === undefined ? [] : [{ file, issue, text: readFileSync(file, 'utf8') }],
  );
  if (files.length > 0) return files;
  throw new Error(`${folder}: no issue to compare: ${problems[0]?.message ?? 'the folder is empty'}`);
}

function reportMissing({ file, issue }: IssueFile, content: string): IssueComparison {
  const missing = { kind: 'issue', issue: issue.id, file, line: 1, what: issue.id, soughtIn: content } as const;
  return { issue: issue.id, articles: 0, housekeeping: 0, links: 0, numbers: 0, differences: [missing] };
}
