import { existsSync } from 'node:fs';
import { type MergedUnanswered, mergeUnanswered } from '#answering/answers/merge-unanswered.ts';
import { createTextLog } from '#app/logging/text-log.ts';
import { openReadableArchive } from '#app/opening/open-readable-archive.ts';
import type { ProcessStreams } from '#app/process/streams.ts';
import { readSetting } from '#app/settings/configuration.ts';
import type { Surroundings } from '#app/settings/surroundings.ts';
import { parseCommand } from '#commands/reading/parse-command.ts';
import { sumUpFeedback } from '#conversation/wording/sum-up-feedback.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { defaultDatabaseUrl, parseDatabaseUrl } from '#storage/engines/parse-database-url.ts';
import { openStore } from '#storage/opening/open-store.ts';
import type { Store } from '#storage/store.ts';
import { sumUpWatches } from '#watching/sum-up-watches.ts';
import type { Watch } from '#watching/watch.ts';
import { composeCsv, type ReportData } from './compose-data-report.ts';
import { composeFeedbackReport, composeUnansweredReport, composeWatchedReport } from './compose-reader-report.ts';

/** What is to be reported, and from where. */
export interface ReportRequest extends Pick<Surroundings, 'environment' | 'workingFolder'> {
  readonly unanswered: boolean;
  readonly feedback: boolean;
  readonly watched: boolean;
  readonly format: 'text' | 'json' | 'csv';
  readonly contentFolder: string;
}

/** Far above what three months bring; the newest count. */
const MAX_NOTES = 20_000;
const WATCHES_PAGE = 5_000;

/** Writes what readers let us know and wait for, for the editors; resolves to the exit code. */
export async function runReport(request: ReportRequest, streams: ProcessStreams): Promise<number> {
  const { unanswered, feedback, watched, format, contentFolder, environment, workingFolder } = request;
  const { output, errors } = streams;
  const url = readSetting(environment, 'DATABASE_URL') ?? defaultDatabaseUrl;
  const { address, problem } = parseDatabaseUrl(url, workingFolder);
  if (address === undefined) {
    errors.write(`${problem}\n`);
    return 1;
  }
  // A report must not make the store of a bot that has never run.
  if (address.engine === 'sqlite' && !existsSync(address.path)) {
    errors.write(`There is no ${address.place}: the bot has kept nothing yet, or DATABASE_URL names another place.\n`);
    return 1;
  }
  await using archive = await openReadableArchive(contentFolder, streams);
  if (archive === undefined) return 1;
  await using store = await openStore(address, { log: createTextLog(errors), now: Date.now });
  const write = (lines: readonly string[]) => output.write(lines.map((line) => `${line}\n`).join(''));
  const data: ReportData = {
    ...(watched ? { watched: sumUpWatches(await listWatches(store), archive.current) } : {}),
    ...(unanswered ? { unanswered: await readUnanswered(store, archive.current) } : {}),
    ...(feedback ? { feedback: sumUpFeedback(await store.readerNotes.listFeedback(MAX_NOTES)) } : {}),
  };
  if (format === 'json') write([JSON.stringify(data)]);
  else if (format === 'csv') write(composeCsv(data));
  else {
    if (data.unanswered) write(composeUnansweredReport(data.unanswered));
    if (data.feedback) write(composeFeedbackReport(data.feedback));
    // Among the others it is told where there is something to tell.
    const isAlone = !unanswered && !feedback;
    if (data.watched && (isAlone || data.watched.length > 0)) write(composeWatchedReport(data.watched));
  }
  return 0;
}

async function readUnanswered(store: Store, snapshot: Snapshot): Promise<MergedUnanswered> {
  const notes = await store.readerNotes.listUnanswered(MAX_NOTES);
  // What is kept is a line that was typed, or could have been: "ask" may stand in front.
  return mergeUnanswered(
    notes.map((note) => ({ ...note, question: readQuestion(note.question) })),
    snapshot,
  );
}

async function listWatches({ watches }: Store): Promise<readonly Watch[]> {
  const all: Watch[] = [];
  for (;;) {
    const page = await watches.listAll(all.at(-1)?.id, WATCHES_PAGE);
    all.push(...page);
    if (page.length < WATCHES_PAGE) return all;
  }
}

function readQuestion(line: string): string {
  const parsed = parseCommand(line);
  return parsed.kind === 'command' && parsed.command === 'ask' ? parsed.argument : line;
}
