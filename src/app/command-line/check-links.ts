import { lookup } from 'node:dns/promises';
import { createTextLog } from '#app/logging/text-log.ts';
import { projectVersion } from '#app/process/project-files.ts';
import type { ProcessStreams } from '#app/process/streams.ts';
import { describeProblem, printable } from '#archive/build-content-report.ts';
import type { FileReport } from '#archive/file-report.ts';
import { openArchive } from '#archive/open-archive.ts';
import { readIssueFile } from '#archive/read-issue-file.ts';
import { isPublicAddress } from '#fetching/public-address.ts';
import { checkAddresses } from '#links/check-addresses.ts';
import type { LinkRules } from '#links/check-link.ts';
import type { LinkState } from '#links/link-state.ts';

/** Asks the public web, and nothing else. */
export const publicWeb: LinkRules = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isAllowed: isPublicAddress,
  timeoutMs: 5_000,
  userAgent: `works-on-arm-bot/${projectVersion} (looks for dead links in a newsletter)`,
};

const PROGRESS_EVERY = 25;
const kinds = ['alive', 'dead', 'doubtful', 'not-asked'] as const satisfies readonly LinkState['kind'][];

/** Asks the address of every link of a folder, or of one file; resolves to the exit code: 1 when one is dead. */
export async function runCheckLinks(
  { file, folder }: { readonly file?: string | undefined; readonly folder: string },
  { output, errors }: ProcessStreams,
  rules: LinkRules = publicWeb,
): Promise<number> {
  const reports = file === undefined ? await readReports(folder, errors) : [await readIssueFile(file, undefined)];
  const links = reports.flatMap((report) => listLinks(report));
  const states = await checkAddresses(
    links.map(({ address }) => address),
    rules,
    (done, total) => {
      if (done % PROGRESS_EVERY === 0 || done === total) errors.write(`Asked ${done} of ${total} addresses.\n`);
    },
  );
  const write = (line: string) => output.write(`${printable(line)}\n`);
  // What is no issue has no links, and must not look as if all of them were fine.
  const faults = reports.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'));
  for (const fault of faults) write(describeProblem(fault));
  for (const { place, url, address } of links) {
    const state = states.get(address);
    if (state !== undefined && state.kind !== 'alive') write(`${place}: ${state.kind}: ${url} — ${state.reason}`);
  }
  const counts = kinds.map((kind) => `${[...states.values()].filter((state) => state.kind === kind).length} ${kind}`);
  write(`${states.size} ${states.size === 1 ? 'address' : 'addresses'}: ${counts.join(', ')}`);
  const isAnyDead = [...states.values()].some(({ kind }) => kind === 'dead');
  return isAnyDead || faults.length > 0 ? 1 : 0;
}

async function readReports(folder: string, errors: NodeJS.WritableStream): Promise<readonly FileReport[]> {
  await using archive = await openArchive({ dir: folder, log: createTextLog(errors) });
  return archive.reports;
}

/** Each link with its place; `address` is what is asked, which is the same for all places within one page. */
function listLinks({ file, issue }: FileReport) {
  const links = issue?.articles.flatMap((article) => article.links) ?? [];
  return links.map(({ url, line }) => ({ url, place: `${file}:${line}`, address: url.replace(/#.*$/, '') }));
}
