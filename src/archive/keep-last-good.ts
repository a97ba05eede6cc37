import { compareIssueIds } from '#newsletter/days/issue-order.ts';
import type { FileReport } from './file-report.ts';
import type { FolderReading } from './read-folder.ts';

/** A new reading of a folder in which a file that has become unusable gives the issue of its last usable version. */
export function keepLastGood(reading: FolderReading, lastGood: ReadonlyMap<string, FileReport>): FolderReading {
  const taken = new Set(reading.issues.map(({ id }) => id));
  const issues = [...reading.issues];
  const problems = [...reading.problems];
  for (const { file, issue } of reading.reports) {
    const kept = issue === undefined ? lastGood.get(file)?.issue : undefined;
    if (kept === undefined || taken.has(kept.id)) continue;
    taken.add(kept.id);
    issues.push(kept);
    problems.push({
      file,
      severity: 'warning',
      message: 'the new version cannot be used; the one before stays in use until the next start',
      remedy: 'correct the file, or delete it to remove the issue',
    });
  }
  issues.sort((a, b) => compareIssueIds(a.id, b.id));
  return { ...reading, issues, problems };
}

/** A new reading in which a list of subjects that cannot be read any more gives those of the reading before. */
export function keepSubjects(reading: FolderReading, before: FolderReading): FolderReading {
  const { subjects, subjectsFile, problems } = reading;
  const isBroken = problems.some(({ file, severity }) => file === subjectsFile && severity === 'error');
  return subjects.length === 0 && isBroken ? { ...reading, subjects: before.subjects } : reading;
}
