import type { Outbox } from '#announcing/outbox.ts';
import type { PostedWords } from '#announcing/posted-words.ts';
import type { SubscriptionRegistry } from '#announcing/subscription-registry.ts';
import type { ConversationMemory } from '#conversation/ports/conversation-memory.ts';
import type { HandledEvents } from '#conversation/ports/handled-events.ts';
import type { Installations } from '#conversation/ports/installations.ts';
import type { LineKeeper } from '#conversation/ports/line-keeper.ts';
import type { NamedLocks } from '#conversation/ports/named-locks.ts';
import type { ReaderNotes } from '#conversation/ports/reader-notes.ts';
import type { NoticeBoard } from '#watching/notice.ts';
import type { WatchRegistry } from '#watching/watch-registry.ts';

/** All that outlives the process. Every method throws a `StoreError` when the store cannot go on. */
export interface Store extends AsyncDisposable {
  readonly memory: <Subject>() => ConversationMemory<Subject>;
  readonly handledEvents: HandledEvents;
  readonly installations: Installations;
  readonly lineKeeper: LineKeeper;
  readonly readerNotes: ReaderNotes;
  readonly subscriptions: SubscriptionRegistry;
  readonly outbox: Outbox;
  readonly postedWords: PostedWords;
  readonly watches: WatchRegistry;
  readonly notices: NoticeBoard;
  readonly locks: NamedLocks;
  /** Removes what is past its time; resolves to the number of rows. Posts, subscriptions and watches are kept, but for those of who cannot be reached. */
  readonly purge: (nowMs: number) => Promise<number>;
  /** For a health check: whether a question to the database is answered. */
  readonly isReachable: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}
