import { openReadableArchive } from '#app/opening/open-readable-archive.ts';
import type { ProcessStreams } from '#app/process/streams.ts';
import { buildCatalogue } from '#catalogue/catalogue.ts';
import { SiteError, writeSite } from '#platforms/web/site/write-site.ts';

/** Writes the pages as files for any host; resolves to the exit code. */
export async function runSite(
  folder: string,
  contentFolder: string,
  webUrl: string | undefined,
  streams: ProcessStreams,
): Promise<number> {
  await using archive = await openReadableArchive(contentFolder, streams);
  if (archive === undefined) return 1;
  try {
    const { files, removed } = await writeSite(folder, buildCatalogue(archive.current), { answersAt: webUrl });
    const box =
      webUrl === undefined ? 'without a search box: set WEB_URL to where the page answers' : `asking at ${webUrl}`;
    const old = removed === 0 ? '' : `; ${removed} of before are removed`;
    streams.output.write(`${files} files are in ${folder}${old} (${box}).\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    streams.errors.write(`${error.message}\n`);
    return 1;
  }
}
