import { checkHistory } from '#facts/check-history.ts';
import type { Subject } from '#facts/fact.ts';
import { compareIssueIds } from '#newsletter/days/issue-order.ts';
import type { ContentProblem, Issue } from '#newsletter/issue.ts';
import { contentFault } from './content-fault.ts';
import type { FileReport } from './file-report.ts';
import { findIssueFiles } from './find-issue-files.ts';
import { factEndings, MAX_SUBJECT_BYTES, readIssueFile, readText } from './read-issue-file.ts';

/** What a list of subjects gave; without the hash of a text where there is none that can be read. */
export interface ReadSubjects {
  readonly hash: string | undefined;
  readonly subjects: readonly Subject[];
  readonly problems: readonly ContentProblem[];
}

/** Everything that a folder of issues gave. */
export interface FolderReading {
  /** Oldest first, each id once. */
  readonly issues: readonly Issue[];
  /** What the archive's facts are about, by its own list. */
  readonly subjects: readonly Subject[];
  readonly readSubjects: ReadSubjects;
  /** The file that they are listed in. */
  readonly subjectsFile: string | undefined;
  /** Of the folder and of all its files. */
  readonly problems: readonly ContentProblem[];
  /** One a file, by path. */
  readonly reports: readonly FileReport[];
  /** Of facts that do not go together with those of other issues; among `problems`, too. */
  readonly history: readonly ContentProblem[];
  /** False when the folder itself could not be read. */
  readonly isReadable: boolean;
}

// Each takes several turns of waiting for the system, one after the other.
const FILES_AT_ONCE = 16;

/** What an earlier reading gave: what has not changed since is not read again. */
export interface KnownReading {
  readonly reports: Iterable<FileReport>;
  readonly history?: readonly ContentProblem[];
  readonly subjects?: ReadSubjects | undefined;
}

/** Reads all issues under a folder; never throws. Each bad file costs only itself. */
export async function readFolder(folder: string, known: KnownReading = { reports: [] }): Promise<FolderReading> {
  const found = await findIssueFiles(folder);
  const factFiles = new Set(found.factFiles);
  const knownByFile = new Map(Array.from(known.reports, (report) => [report.file, report]));
  const problems: ContentProblem[] = [...found.problems];
  const reports: FileReport[] = [];
  const firstFiles = new Map<string, string>();
  for (let at = 0; at < found.files.length; at += FILES_AT_ONCE) {
    const files = found.files.slice(at, at + FILES_AT_ONCE);
    const read = await Promise.all(files.map((file) => readIssueFile(file, knownByFile.get(file), factFileOf(file))));
    for (const report of read.map(refuseSecond)) {
      reports.push(report);
      problems.push(...report.problems);
    }
  }
  const issues = reports.flatMap(({ issue }) => issue ?? []).sort((a, b) => compareIssueIds(a.id, b.id));
  if (found.isReadable && found.files.length === 0 && found.problems.length === 0) {
    problems.push(contentFault(folder, 'no issue in the folder', 'put issues here, named like 2017-W41.md'));
  }
  const subjects = await readSubjects(found.subjectsFile, known.subjects);
  const history = findKnownHistory() ?? checkAll();
  for (const problem of [...subjects.problems, ...findOrphans(), ...history]) problems.push(problem);
  return {
    issues,
    subjects: subjects.subjects,
    readSubjects: subjects,
    subjectsFile: found.subjectsFile,
    problems,
    reports,
    history,
    isReadable: found.isReadable,
  };

  function findKnownHistory(): readonly ContentProblem[] | undefined {
    const isSame = reports.length === knownByFile.size && reports.every((one) => knownByFile.get(one.file) === one);
    // A fact file may have another ending now.
    return isSame && known.history?.every(({ file }) => factFiles.has(file)) ? known.history : undefined;
  }

  function checkAll(): ContentProblem[] {
    const facts = reports.flatMap((report) => (report.issue === undefined ? [] : [...report.facts]));
    const fileOf = new Map(reports.map(({ file, issue }) => [issue?.id, factFileOf(file)]));
    const oldestFirst = facts.sort((a, b) => compareIssueIds(a.issueId, b.issueId));
    return checkHistory(oldestFirst, (id) => fileOf.get(id));
  }

  function factFileOf(file: string): string | undefined {
    const stem = file.replace(/\.md$/, '');
    return factEndings.map((ending) => stem + ending).find((path) => factFiles.has(path));
  }

  function findOrphans(): ContentProblem[] {
    const own = new Set(found.files.map(factFileOf));
    return found.factFiles
      .filter((file) => !own.has(file))
      .map((file) => {
        const issue = found.files.find((one) => factEndings.some((ending) => one.replace(/\.md$/, ending) === file));
        if (issue === undefined)
          return contentFault(
            file,
            'facts without their issue',
            'put the issue beside it, under the same name with .md',
          );
        return contentFault(
          file,
          `the facts of this issue are also in ${factFileOf(issue)}`,
          'keep one of the two files',
        );
      });
  }

  // Nobody can say which of two is meant; the first by path stays, so that every start decides alike.
  function refuseSecond(report: FileReport): FileReport {
    const id = report.issue?.id;
    const first = id === undefined ? undefined : firstFiles.get(id);
    if (id === undefined || first === undefined) {
      if (id !== undefined) firstFiles.set(id, report.file);
      return report;
    }
    const fault = contentFault(report.file, `the issue ${id} is also in ${first}`, 'keep one of the two files');
    // Without its hash, so that it is read anew once the other file is gone.
    return {
      file: report.file,
      hash: undefined,
      issue: undefined,
      facts: [],
      factsHash: undefined,
      problems: [...report.problems, fault],
    };
  }
}

async function readSubjects(file: string | undefined, known: ReadSubjects | undefined): Promise<ReadSubjects> {
  const isKnownAsNone = known?.hash === undefined && known?.problems.length === 0;
  if (file === undefined) return isKnownAsNone ? known : { hash: undefined, subjects: [], problems: [] };
  const text = await readText(file, MAX_SUBJECT_BYTES);
  if (Array.isArray(text)) return { hash: undefined, subjects: [], problems: [contentFault(file, ...text)] };
  if (known?.hash === text.hash && known.problems.every((problem) => problem.file === file)) return known;
  const { parseSubjects } = await import('#facts/parse-subjects.ts');
  return { hash: text.hash, ...parseSubjects(file, text.decode()) };
}
