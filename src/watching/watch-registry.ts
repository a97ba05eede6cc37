import type { Watch, WatchedTopic, Watcher } from './watch.ts';

/** Who watches what. */
export interface WatchRegistry {
  /**
   * Adds it, unless the watcher watches the topic already: then one that ends with the first news becomes one that lasts
   * where that is wanted. `full` when the watcher has so many already; the new one is not kept then.
   */
  readonly add: (watch: Omit<Watch, 'id'>, limit: number) => Promise<'added' | 'there' | 'extended' | 'full'>;
  /** All that the watcher watches when the topic is left out. Resolves to how many were removed. */
  readonly remove: (watcher: WatcherKey, topic?: WatchedTopic) => Promise<number>;
  /** The oldest first. */
  readonly listOf: (watcher: WatcherKey) => Promise<readonly Watch[]>;
  /** All, by id, from the one behind `afterId` on. */
  readonly listAll: (afterId: string | undefined, limit: number) => Promise<readonly Watch[]>;
  /** Those that end with the first news, and have waited for it long enough by then; the longest first. */
  readonly listOverdue: (nowMs: number, limit: number) => Promise<readonly Watch[]>;
  /** Removes all that is kept of a person: watches, what was told, that they cannot be reached. How many watches it was. */
  readonly forget: (platform: string, personKey: string) => Promise<number>;

  /** True the first time since they were last reached. */
  readonly markUnreachable: (watcher: WatcherKey, reason: string, nowMs: number) => Promise<boolean>;
  readonly listUnreachable: (limit: number) => Promise<readonly Unreachable[]>;
  /** Removes the watches whose watcher could not be reached since before then; resolves to how many. */
  readonly dropUnreachable: (beforeMs: number) => Promise<number>;
}

export type WatcherKey = Pick<Watcher, 'platform' | 'kind' | 'key'>;

/** A watcher to whom a message could not be delivered, and none was since. */
export interface Unreachable extends WatcherKey {
  readonly reason: string;
  readonly sinceMs: number;
}
