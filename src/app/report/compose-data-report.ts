import type { MergedUnanswered } from '#answering/answers/merge-unanswered.ts';
import type { RatedLine } from '#conversation/wording/sum-up-feedback.ts';
import type { WatchedSubject } from '#watching/sum-up-watches.ts';

/** What is reported; what was not asked for is left out. */
export interface ReportData {
  readonly watched?: readonly WatchedSubject[];
  readonly unanswered?: MergedUnanswered;
  readonly feedback?: readonly RatedLine[];
}

/** A table for a spreadsheet: what is watched and what was asked in vain, a line for each subject and week. */
export function composeCsv({ watched = [], unanswered, feedback = [] }: ReportData): string[] {
  const rows = [
    ...watched.flatMap(({ subject, weeks }) => weeks.map(({ week, times }) => ['watched', subject, week, times])),
    ...(unanswered?.subjects ?? []).flatMap(({ subject, weeks }) =>
      weeks.map(({ week, times }) => ['unanswered', subject, week, times]),
    ),
    ...feedback.flatMap(({ line, helpful, unhelpful }) => [
      ['helpful', line, '', helpful],
      ['not helpful', line, '', unhelpful],
    ]),
  ];
  return [['what', 'subject', 'week', 'times'], ...rows].map((row) => row.map(toCell).join(','));
}

/** Quoted, and no formula: a spreadsheet would run what begins so. */
function toCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const plain = value.replace(/[\r\n]+/g, ' ');
  const harmless = /^[=+\-@\t]/.test(plain) ? `'${plain}` : plain;
  return /[",']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
