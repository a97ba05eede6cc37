import { describeProblem } from '#archive/build-content-report.ts';
import { readFolder } from '#archive/read-folder.ts';
import type { Finding } from '#conversation/ports/finding.ts';

const subject = 'Content';
const DAY_MS = 24 * 60 * 60 * 1000;
/** The newsletter is a weekly one: two weeks without an issue are a pause, or a folder that nobody fills any more. */
const STALE_AFTER_DAYS = 15;
/** More would hide the other checks. */
const MAX_PROBLEMS = 3;

/** The folder of issues: what can be used of it, what is wrong, and how old the newest issue is. */
export async function* examineContent(folder: string, nowMs: number): AsyncGenerator<Finding> {
  const { issues, reports, problems } = await readFolder(folder);
  const faults = problems.filter(({ severity }) => severity === 'error');
  const showAll = `"npm run check-content -- ${folder}" shows all, with remedies.`;
  for (const problem of faults.slice(0, MAX_PROBLEMS)) {
    // An archive with one bad file answers from the others.
    const level = issues.length === 0 ? 'fault' : 'warning';
    yield { subject, level, statement: describeProblem(problem), remedy: showAll };
  }
  const newest = issues.at(-1);
  if (newest === undefined) {
    const statement = `There is no issue to answer from in ${folder}.`;
    yield { subject, level: 'fault', statement, remedy: 'Put issues there, or set CONTENT_DIR to their folder.' };
    return;
  }
  const others = problems.length === 0 ? 'no problem' : `problems found: ${problems.length}`;
  const usable = issues.length === 1 ? '1 issue can be asked about' : `${issues.length} issues can be asked about`;
  yield { subject, level: 'ok', statement: `${usable}, of ${reports.length} read in ${folder}; ${others}.` };
  yield examineAge(newest.id, newest.date.day, nowMs);
}

function examineAge(id: string, day: string, nowMs: number): Finding {
  const days = Math.floor((nowMs - Date.parse(day)) / DAY_MS);
  if (days < -7) {
    const statement = `The newest issue, ${id}, is dated ${day}, which is ${-days} days from now.`;
    return { subject, level: 'warning', statement, remedy: 'Correct its date, or this machine’s clock.' };
  }
  if (days <= STALE_AFTER_DAYS) return { subject, level: 'ok', statement: `The newest issue is ${id}, of ${day}.` };
  const statement = `The newest issue, ${id}, is of ${day}, ${days} days ago.`;
  return { subject, level: 'warning', statement, remedy: 'Look whether newer ones reach the folder.' };
}
