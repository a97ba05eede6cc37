import { readFolder } from '#archive/read-folder.ts';
import { buildSnapshot, type Snapshot } from '#search/snapshot.ts';

/** Reads a folder of issues with their facts; throws when there is none in it, since figures on an empty archive say nothing. */
export async function loadSnapshot(folder: string): Promise<Snapshot> {
  const { reports, subjects, problems } = await readFolder(folder);
  const issues = reports.flatMap(({ issue, facts }) => (issue === undefined ? [] : [{ issue, facts }]));
  if (issues.length > 0) return buildSnapshot(issues, subjects);
  throw new Error(`No issue to ask in ${folder}: ${problems[0]?.message ?? 'the folder is empty'}`);
}
