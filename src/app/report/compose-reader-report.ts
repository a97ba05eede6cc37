import type { MergedUnanswered } from '#answering/answers/merge-unanswered.ts';
import { printable } from '#archive/build-content-report.ts';
import type { RatedLine } from '#conversation/wording/sum-up-feedback.ts';
import type { WeekCount } from '#newsletter/days/count-by-week.ts';
import type { WatchedSubject } from '#watching/sum-up-watches.ts';

const MAX_QUESTIONS = 5;
const MAX_RATED_LINES = 20;

/** Line by line what readers asked in vain, the subject that most people asked for first. */
export function composeUnansweredReport({ subjects, answeredByNow }: MergedUnanswered): string[] {
  const lines = subjects.flatMap(({ subject, times, readers, lastMs, questions, weeks }) => [
    `${subject}: ${count(times, 'time')}, ${count(readers, 'reader')}, last on ${new Date(lastMs).toISOString().slice(0, 10)}`,
    ...(weeks.length > 1 ? [`  by week: ${listWeeks(weeks)}`] : []),
    ...questions.slice(0, MAX_QUESTIONS).map((question) => `  ${question}`),
    ...(questions.length > MAX_QUESTIONS ? [`  and ${questions.length - MAX_QUESTIONS} more wordings`] : []),
  ]);
  const head =
    subjects.length === 0 ? 'Readers asked nothing in vain.' : 'Readers asked this, and the archive does not say:';
  const tail = answeredByNow > 0 ? [`${count(answeredByNow, 'question')} of before would be answered by now.`] : [];
  return [head, ...lines, ...tail].map(printable);
}

/** What is watched, the subject that most watch first. */
export function composeWatchedReport(watched: readonly WatchedSubject[]): string[] {
  if (watched.length === 0) return ['Nobody watches a subject.'];
  const lines = watched.flatMap(({ subject, watchers, topics, weeks }) => [
    `${subject}: ${count(watchers, 'watcher')}, since ${listWeeks(weeks)}`,
    ...(topics.length > 1 ? topics.map((one) => `  ${one.topic}: ${one.watchers}`) : []),
  ]);
  return ['Readers wait for news on this:', ...lines].map(printable);
}

/** How readers rated the answers, those that helped fewest one by one. */
export function composeFeedbackReport(rated: readonly RatedLine[]): string[] {
  if (rated.length === 0) return ['Readers rated no answer.'];
  const sum = (key: 'helpful' | 'unhelpful') => rated.reduce((total, line) => total + line[key], 0);
  const unhelpful = rated.filter((line) => line.unhelpful > 0).slice(0, MAX_RATED_LINES);
  const lines = unhelpful.map(
    ({ line, issueId, ...counts }) =>
      `  ${counts.unhelpful} of ${counts.helpful + counts.unhelpful} no: ${line}${issueId ? ` (${issueId})` : ''}`,
  );
  return [`Whether answers helped: ${sum('helpful')} yes, ${sum('unhelpful')} no.`, ...lines].map(printable);
}

function listWeeks(weeks: readonly WeekCount[]): string {
  return weeks.map(({ week, times }) => `${week} (${times})`).join(', ');
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
