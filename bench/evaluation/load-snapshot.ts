import { readFolder } from '#archive/read-folder.ts';
import { buildSnapshot, type Snapshot } from '#search/snapshot.ts';

/** Reads a folder of issues; throws when there is none in it, since figures on an empty archive say nothing. */
export async function loadSnapshot(folder: string): Promise<Snapshot> {
  const { issues, problems } = await readFolder(folder);
  if (issues.length > 0) return buildSnapshot(issues);
  throw new Error(`No issue to ask in ${folder}: ${problems[0]?.message ?? 'the folder is empty'}`);
}
