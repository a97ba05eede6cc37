import { isUtf8 } from 'node:buffer';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { parseFacts } from '#facts/parse-facts.ts';
import { parseIssue } from '#newsletter/parse-issue.ts';
import { contentFault, describeSystemError } from './content-fault.ts';
import type { FileReport } from './file-report.ts';

const MAX_BYTES = 1_000_000;
/** The most that a file of facts or subjects may hold. */
export const MAX_FACT_BYTES = 2_000_000;

/** What an issue's fact file is called: `2019-W06.facts.yaml` beside `2019-W06.md`. */
export const factEndings = ['.facts.yaml', '.facts.yml'] as const;

/** Reads one file as an issue, with the facts beside it; never throws. What has not changed since `known` is not read again. */
export async function readIssueFile(
  file: string,
  known: FileReport | undefined,
  factFile?: string,
): Promise<FileReport> {
  const text = await readText(file, MAX_BYTES);
  const nothing = { issue: undefined, facts: [], factsText: undefined };
  if (typeof text !== 'string') return { file, text: undefined, ...nothing, problems: [contentFault(file, ...text)] };
  const factsText = factFile === undefined ? undefined : await readText(factFile, MAX_FACT_BYTES);
  const usable = typeof factsText === 'string' ? factsText : undefined;
  const refused = factFile !== undefined && typeof factsText === 'object' ? [contentFault(factFile, ...factsText)] : [];
  if (known?.text === text && known.factsText === usable && isOf(known, file, factFile) && refused.length === 0)
    return known;
  const isSameIssue = known?.text === text && known.issue !== undefined;
  const { issue, problems } = isSameIssue
    ? { issue: known.issue, problems: ownProblems(known, file) }
    : parseIssue(file, text);
  if (issue === undefined || factFile === undefined || usable === undefined)
    return { file, text, issue, facts: [], factsText: usable, problems: [...problems, ...refused] };
  const facts = parseFacts(factFile, usable, issue);
  return { file, text, issue, facts: facts.facts, factsText: usable, problems: [...problems, ...facts.problems] };
}

const ownProblems = ({ problems }: FileReport, file: string) => problems.filter((problem) => problem.file === file);

// False where a fact file that has gone since, or has another name now, left problems behind.
const isOf = ({ problems }: FileReport, file: string, factFile: string | undefined) =>
  problems.every((problem) => problem.file === file || problem.file === factFile);

/** A file's text, or what is wrong with it and what to do. */
export async function readText(file: string, maxBytes: number): Promise<string | [message: string, remedy: string]> {
  try {
    // Without waiting for a writer, should the file have become a pipe since it was listed.
    await using handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = await handle.stat();
    if (!found.isFile()) return ['expected a file, found something else', 'put a text file here'];
    if (found.size > maxBytes) {
      return [`too large: ${found.size} bytes, ${maxBytes} are allowed`, 'split it, or take out what is not needed'];
    }
    const bytes = await handle.readFile();
    // Of plain letters, UTF-16 has a zero for every other byte, and that is UTF-8 too.
    if (!isUtf8(bytes) || bytes.subarray(0, 2).includes(0)) return ['not UTF-8 text', 'save the file as UTF-8'];
    const text = bytes.toString();
    return text.trim() === '' ? ['the file is empty', 'fill it, or delete it'] : text;
  } catch (error) {
    return [`cannot read it: ${describeSystemError(error)}`, 'correct its permissions, or delete it'];
  }
}
