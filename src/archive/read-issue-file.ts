import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { FactList } from '#facts/fact.ts';
import { moveFacts } from '#facts/move-facts.ts';
import type { ContentProblem, Issue } from '#newsletter/issue.ts';
import { isPageName, isUndatedName } from '#newsletter/issues/parse-issue-name.ts';
import { contentFault, describeSystemError } from './content-fault.ts';
import type { FileReport } from './file-report.ts';

const MAX_BYTES = 1_000_000;
const MAX_HEAD = 30_000;
/** The most that a file of facts may hold. */
export const MAX_FACT_BYTES = 2_000_000;
/** The most that the list of subjects may hold. */
export const MAX_SUBJECT_BYTES = 8_000_000;

/** What an issue's fact file is called: `2019-W06.facts.yaml` beside `2019-W06.md`. */
export const factEndings = ['.facts.yaml', '.facts.yml'] as const;

// What reads Markdown, TOML and YAML is a third of the program. A start that finds all as it was does without.
async function loadParsers() {
  const [{ parseIssue }, { parseFacts }] = await Promise.all([
    import('#newsletter/issues/parse-issue.ts'),
    import('#facts/parse-facts.ts'),
  ]);
  return { parseIssue, parseFacts };
}

/** Reads one file as an issue, with the facts beside it; never throws. What has not changed since `known` is not read again. */
export async function readIssueFile(
  file: string,
  known: FileReport | undefined,
  factFile?: string,
): Promise<FileReport> {
  const text = await readText(file, MAX_BYTES);
  const nothing = { hash: undefined, issue: undefined, facts: [], factsHash: undefined };
  if (Array.isArray(text))
    return { file, ...nothing, problems: [isPageName(file) ? pageNote(file) : contentFault(file, ...text)] };
  const { hash: own } = text;
  const factsText = factFile === undefined ? undefined : await readText(factFile, MAX_FACT_BYTES);
  const refused = factFile !== undefined && Array.isArray(factsText) ? [contentFault(factFile, ...factsText)] : [];
  const usable = Array.isArray(factsText) ? undefined : factsText;
  const factsHash = usable?.hash;
  const isKnown = known?.hash === own && known.factsHash === factsHash && known.keepsFacts === undefined;
  if (isKnown && isOf(known, file, factFile) && refused.length === 0) return known;
  const { parseIssue, parseFacts } = await loadParsers();
  const isSameIssue = known?.hash === own && known.issue !== undefined;
  const { issue, problems } = isSameIssue
    ? { issue: known.issue, problems: ownProblems(known, file) }
    : parseIssue(file, text.decode());
  if (issue === undefined && (await isPage(file, text.decode())))
    return { file, ...nothing, hash: own, problems: [pageNote(file)] };
  if (issue === undefined || factFile === undefined)
    return { file, hash: own, issue, facts: [], factsHash, problems: [...problems, ...refused] };
  const facts = usable === undefined ? { facts: [], problems: refused } : parseFacts(factFile, usable.decode(), issue);
  const report = { file, hash: own, issue, problems: [...problems, ...facts.problems] };
  const kept = facts.facts.length === 0 && facts.problems.length > 0 ? keepFacts(known, issue) : [];
  if (kept.length === 0) return { ...report, facts: facts.facts, factsHash };
  return { ...report, facts: kept, factsHash: known?.factsHash, keepsFacts: true };
}

/** The facts of the last version that gave any, checked against the issue as it is now. */
function keepFacts(known: FileReport | undefined, issue: Issue): FactList {
  if (known?.factsHash === undefined || known.issue === undefined) return [];
  return known.issue === issue ? known.facts : moveFacts(known.facts, known.issue, issue);
}

// By its name, or because it has a title and the like as issues have, and nothing that dates it.
async function isPage(file: string, text: string): Promise<boolean> {
  if (!isUndatedName(file)) return false;
  const { findFrontMatter } = await import('#newsletter/front-matter/find-front-matter.ts');
  return isPageName(file) || (findFrontMatter(text.slice(0, MAX_HEAD).split(/\r\n|\n|\r/))?.isUnderstood ?? false);
}

// A page of the newsletter's site, such as _index.md: nothing is wrong with it.
function pageNote(file: string): ContentProblem {
  return {
    file,
    severity: 'note',
    message: 'no issue: neither its name nor its front matter says which day or week it is of',
    remedy: 'leave it as it is; an issue is named like 2017-W41.md or 2026-03-11.md',
  };
}

const ownProblems = ({ problems }: FileReport, file: string) => problems.filter((problem) => problem.file === file);

// False where a fact file that has gone since, or has another name now, left problems behind.
const isOf = ({ problems }: FileReport, file: string, factFile: string | undefined) =>
  problems.every((problem) => problem.file === file || problem.file === factFile);

/** A text as it lies in a file. */
export interface FileText {
  /** The same for the same text, and in practice for no other. */
  readonly hash: string;
  readonly decode: () => string;
}

/** A file's text, or what is wrong with it and what to do. */
export async function readText(file: string, maxBytes: number): Promise<FileText | [message: string, remedy: string]> {
  try {
    // Without waiting for a writer, should the file have become a pipe since it was listed.
    await using handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = await handle.stat();
    if (!found.isFile()) return ['expected a file, found something else', 'put a text file here'];
    if (found.size > maxBytes) {
      return [`too large: ${found.size} bytes, ${maxBytes} are allowed`, 'split it, or take out what is not needed'];
    }
    const bytes = await readBytes(handle, found.size);
    // Of plain letters, UTF-16 has a zero for every other byte, and that is UTF-8 too.
    if (!isUtf8(bytes) || bytes.subarray(0, 2).includes(0)) return ['not UTF-8 text', 'save the file as UTF-8'];
    if (isBlank(bytes)) return ['the file is empty', 'fill it, or delete it'];
    return { hash: hash('sha256', bytes, 'base64'), decode: () => bytes.toString() };
  } catch (error) {
    const reason = describeSystemError(error);
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return [`cannot read it: ${reason}`, isGone ? 'check its name' : 'correct its permissions, or delete it'];
  }
}

// At once, for a start reads thousands; one byte more than there should be tells whether there are more.
async function readBytes(handle: FileHandle, size: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(size + 1);
  const { bytesRead } = await handle.read(bytes, 0, size + 1, 0);
  return bytesRead === size ? bytes.subarray(0, size) : handle.readFile();
}

const FIRST_BYTES = 100;

/** Most texts begin with a word, and need not be looked at as a whole. */
function isBlank(bytes: Buffer): boolean {
  return /^\s*$/.test(bytes.toString('utf8', 0, FIRST_BYTES)) && bytes.toString().trim() === '';
}
