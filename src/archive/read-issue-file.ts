import { isUtf8 } from 'node:buffer';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { parseIssue } from '#newsletter/parse-issue.ts';
import { contentFault, describeSystemError } from './content-fault.ts';
import type { FileReport } from './file-report.ts';

const MAX_BYTES = 1_000_000;

/** Reads one file as an issue; never throws. A text equal to that of `known` is not parsed again. */
export async function readIssueFile(file: string, known: FileReport | undefined): Promise<FileReport> {
  const text = await readText(file);
  if (typeof text !== 'string')
    return { file, text: undefined, issue: undefined, problems: [contentFault(file, ...text)] };
  if (known !== undefined && known.text === text) return known;
  return { file, text, ...parseIssue(file, text) };
}

async function readText(file: string): Promise<string | [message: string, remedy: string]> {
  try {
    // Without waiting for a writer, should the file have become a pipe since it was listed.
    await using handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = await handle.stat();
    if (!found.isFile()) return ['expected a file, found something else', 'put a Markdown file here'];
    if (found.size > MAX_BYTES) {
      return [`too large for one issue: ${found.size} bytes, ${MAX_BYTES} are allowed`, 'split it by week'];
    }
    const bytes = await handle.readFile();
    if (!isUtf8(bytes)) return ['not UTF-8 text', 'save the file as UTF-8'];
    const text = bytes.toString();
    return text.trim() === '' ? ['the file is empty', 'write the issue, or delete the file'] : text;
  } catch (error) {
    return [`cannot read it: ${describeSystemError(error)}`, 'correct its permissions, or delete it'];
  }
}
