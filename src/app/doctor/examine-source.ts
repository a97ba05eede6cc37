import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { updateProgram } from '#app/opening/fetch-content.ts';
import type { Finding } from '#conversation/ports/finding.ts';
import { type ContentSource, contentFolderOf, copyFolderOf, nameSource } from '#sources/content-source.ts';
import { readCurrentCopy } from '#sources/updating/copy-folder.ts';
import { readStatus } from '#sources/updating/source-status.ts';
import { updateInProcess } from '#sources/updating/update-in-process.ts';
import { examineContent } from './examine-content.ts';

const subject = 'Content';

/**
 * The source that issues are fetched from, and what is in use of it. It is fetched into a folder that is removed again: what
 * is in use stays as it is.
 */
export async function* examineSource(source: ContentSource, now: () => number): AsyncGenerator<Finding> {
  await using trial = await mkdtempDisposable(join(tmpdir(), 'works-on-arm-doctor-'));
  const fetched: ContentSource = { ...source, copiesFolder: trial.path };
  const { signal } = new AbortController();
  const update = await updateInProcess(fetched, { programFile: updateProgram, signal });
  const copy = await readCurrentCopy(copyFolderOf(source));
  if (update.kind === 'failed') {
    const level = copy === undefined ? 'fault' : 'warning';
    yield { subject, level, statement: update.message, remedy: update.remedy };
  } else if (update.kind === 'ready') {
    const issues = update.issues === 1 ? '1 issue' : `${update.issues} issues`;
    yield { subject, level: 'ok', statement: `${nameSource(source)} can be fetched: ${issues}.` };
    for (const remark of update.remarks) {
      yield { subject, level: 'warning', statement: `Not all of it is used: ${remark}.`, remedy: 'Look at it there.' };
    }
  }
  const problem = (await readStatus(source))?.problem;
  if (problem !== undefined && update.kind !== 'failed') {
    const since = new Date(problem.sinceMs).toISOString().slice(0, 16);
    const statement = `The bot could not use it since ${since} UTC: ${problem.message}`;
    yield { subject, level: 'warning', statement, remedy: problem.remedy };
  }
  if (copy !== undefined) yield* examineContent(contentFolderOf(source), now());
}
