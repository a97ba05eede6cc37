import type { Reply } from '#conversation/reply.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Watcher } from '#watching/watch.ts';
import type { WatchDesk } from '#watching/watch-desk.ts';

/** What the commands about watching work with. */
export interface WatchContext {
  readonly desk: WatchDesk;
  readonly snapshot: Snapshot;
  /** Who asks. */
  readonly person: Watcher;
  /** Where they ask; undefined where there is nobody else. */
  readonly channel: WatchedChannel | undefined;
}

/** A channel that can watch. */
export interface WatchedChannel {
  readonly watcher: Watcher;
  readonly askerId: string;
  /** Whether the asker may decide for it. */
  readonly isManager: boolean;
}

export type WatchCommandHandler = (argument: string, context: WatchContext) => Promise<Reply>;
