import { foldName } from '#facts/fold-name.ts';
import { countByWeek, type WeekCount } from '#newsletter/days/count-by-week.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { describeTopic } from './compose-notice.ts';
import { nameWatcher, type Watch } from './watch.ts';

/** How much one subject is watched. */
export interface WatchedSubject {
  readonly subject: string;
  /** Persons and channels; who they are is not told. */
  readonly watchers: number;
  /** Everywhere, and on each target. */
  readonly topics: readonly { readonly topic: string; readonly watchers: number }[];
  /** When they began. */
  readonly weeks: readonly WeekCount[];
}

/** What is watched, by subject under all its names; what most watch comes first. */
export function sumUpWatches(watches: readonly Watch[], { names }: Snapshot): readonly WatchedSubject[] {
  const named = watches.map((watch) => ({ ...watch, subject: names.find(watch.subject)?.name ?? watch.subject }));
  const subjects = [...Map.groupBy(named, ({ subject }) => foldName(subject)).values()].map((group) => ({
    subject: group[0]?.subject ?? '',
    watchers: countWatchers(group),
    topics: [...Map.groupBy(group, describeTopic)]
      .map(([topic, some]) => ({ topic, watchers: countWatchers(some) }))
      .sort((a, b) => b.watchers - a.watchers || (a.topic < b.topic ? -1 : 1)),
    weeks: countByWeek(group.map(({ createdMs }) => createdMs)),
  }));
  return subjects.sort((a, b) => b.watchers - a.watchers || (a.subject < b.subject ? -1 : 1));
}

function countWatchers(watches: readonly Watch[]): number {
  return new Set(watches.map(({ watcher }) => nameWatcher(watcher))).size;
}
