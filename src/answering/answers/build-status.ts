import { understandQuestion } from '#answering/question/understand-question.ts';
import type { FactStatus } from '#facts/fact.ts';
import { completeSubject } from '#search/complete-subject.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Named } from '#search/reading/names.ts';
import type { Snapshot } from '#search/snapshot.ts';

/** All that the archive says about where a subject runs: for each place the statement that holds. */
export interface StatusReport {
  /** As the archive writes it, where it has it. */
  readonly subject: string;
  /** Processors first, then boards, then systems and the rest. Empty when the archive says nothing of it. */
  readonly rows: readonly StatusRow[];
  /** Other subjects that may be meant, each as a whole command. */
  readonly suggestions: readonly string[];
}

export interface StatusRow {
  readonly place: string;
  readonly status: FactStatus;
  readonly label: string;
  /** The issue from which on it stood so. */
  readonly issueId: string;
  /** That issue's day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly indexed: IndexedFact;
}

const MAX_ROWS = 40;
const MAX_SUGGESTIONS = 4;
const LOOKED_AT = 12;
const kindOrder = { architecture: 0, family: 1, device: 2, 'operating-system': 3 } as const;
const labels = { yes: 'yes', partly: 'partly', 'in-progress': 'in progress', planned: 'planned', no: 'no' } as const;

/** Builds the status table of a subject, typing errors forgiven. */
export function buildStatus(subject: string, snapshot: Snapshot): StatusReport {
  const { topics, unknownNames } = understandQuestion(subject, snapshot);
  const named =
    snapshot.names.find(subject) ??
    (unknownNames.length === 0 ? topics.find((topic) => topic.named !== undefined)?.named : undefined);
  return {
    subject: named?.name ?? subject.trim(),
    rows: named === undefined ? [] : buildStatusRows(named, snapshot).slice(0, MAX_ROWS),
    // What has no row either is no help.
    suggestions: completeSubject(snapshot, subject, LOOKED_AT)
      .filter((other) => other !== named?.name && hasRows(other, snapshot))
      .slice(0, MAX_SUGGESTIONS)
      .map((other) => `status ${other}`),
  };
}

function hasRows(name: string, snapshot: Snapshot): boolean {
  const named = snapshot.names.find(name);
  return named !== undefined && buildStatusRows(named, snapshot).length > 0;
}

/** For each place that a subject's facts name, how it stands there now, and since which issue. */
export function buildStatusRows(named: Named, { index }: Snapshot): StatusRow[] {
  const rows = new Map<string, StatusRow & { order: number }>();
  for (const place of index.byName.get(named.id) ?? []) {
    const indexed = index.facts[place] as IndexedFact;
    const { fact, on, issue } = indexed;
    if (fact.status === undefined || indexed.whole !== named) continue;
    for (const { words, targets } of on) {
      const [target] = targets;
      const isOne = targets.length === 1 && target !== undefined;
      const label = isOne ? target.label : words;
      const before = rows.get(label);
      // It has stood so since the first issue that said it without another saying otherwise in between.
      const since = before?.status === fact.status ? before : { issueId: issue.id, day: issue.date.day };
      const order = isOne ? kindOrder[target.kind] : 4;
      rows.set(label, {
        place: label,
        status: fact.status,
        label: labels[fact.status],
        issueId: since.issueId,
        day: since.day,
        indexed,
        order,
      });
    }
  }
  return [...rows.values()].sort((a, b) => a.order - b.order);
}
