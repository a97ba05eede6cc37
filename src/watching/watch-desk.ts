import type { ChannelSender } from '#announcing/channel-sender.ts';
import { MAX_WATCHES, nameWatcher, ONCE_LASTS_MS, type Watch, type WatchedTopic, type Watcher } from './watch.ts';
import type { Unreachable, WatcherKey, WatchRegistry } from './watch-registry.ts';

/** What the desk works with. */
export interface WatchDeskParts {
  readonly watches: WatchRegistry;
  readonly senders: readonly ChannelSender[];
  readonly now: () => number;
}

export type WatchResult =
  | { readonly kind: 'added' | 'there' | 'extended' }
  /** `limit`: how many there may be. */
  | { readonly kind: 'full'; readonly limit: number }
  /** A sentence with the remedy. */
  | { readonly kind: 'refused'; readonly problem: string };

/** Watching and what belongs to it, for people who type. */
export interface WatchDesk {
  /** `askerId`: the platform's id of who asks for a channel, so that they see whether the bot can post there. */
  readonly watch: (watcher: Watcher, topic: WatchedTopic, wish: WatchWish) => Promise<WatchResult>;
  /** All when the topic is left out; how many. */
  readonly unwatch: (watcher: WatcherKey, topic?: WatchedTopic) => Promise<number>;
  readonly list: (watcher: WatcherKey) => Promise<readonly Watch[]>;
  /** Removes all that is kept of a person; how many watches it was. */
  readonly forget: (platform: string, personKey: string) => Promise<number>;
  /** Looks anew who could not be reached. */
  readonly refresh: () => Promise<void>;
  /** As it was at the last look: nobody waits for the store to hear of it. */
  readonly findUnreachable: (watcher: WatcherKey) => Unreachable | undefined;
  /** The same, once: whoever was told is not told again by this process. */
  readonly takeUntold: (watcher: WatcherKey) => Unreachable | undefined;
}

export interface WatchWish {
  readonly isOnce: boolean;
  readonly askerId: string | undefined;
}

const MOST_UNREACHABLE = 10_000;

/** Makes the desk over the store and the platforms' senders. */
export function createWatchDesk({ watches, senders, now }: WatchDeskParts): WatchDesk {
  let unreachable = new Map<string, Unreachable>();
  let told = new Set<string>();

  return {
    async watch(watcher, topic, { isOnce, askerId }) {
      const sender = senders.find(({ platform }) => platform === watcher.platform);
      if (sender === undefined) return { kind: 'refused', problem: 'Nobody can be told here.' };
      if (watcher.kind === 'channel') {
        const check = await sender.checkChannel(watcher.recipientId, watcher.workspaceId, askerId);
        if (!check.canPost) return { kind: 'refused', problem: check.problem };
      }
      const createdMs = now();
      const onceUntilMs = isOnce ? createdMs + ONCE_LASTS_MS : undefined;
      const kind = await watches.add({ watcher, ...topic, onceUntilMs, createdMs }, MAX_WATCHES);
      return kind === 'full' ? { kind, limit: MAX_WATCHES } : { kind };
    },
    unwatch: (watcher, topic) => watches.remove(watcher, topic),
    list: (watcher) => watches.listOf(watcher),
    async forget(platform, personKey) {
      unreachable.delete(nameWatcher({ platform, kind: 'person', key: personKey }));
      return watches.forget(platform, personKey);
    },
    async refresh() {
      const found = await watches.listUnreachable(MOST_UNREACHABLE);
      unreachable = new Map(found.map((one) => [nameWatcher(one), one]));
      // Who was reached since is told anew, should it happen again.
      told = told.intersection(new Set(unreachable.keys()));
    },
    findUnreachable: (watcher) => unreachable.get(nameWatcher(watcher)),
    takeUntold(watcher) {
      const name = nameWatcher(watcher);
      const found = told.has(name) ? undefined : unreachable.get(name);
      if (found !== undefined) told.add(name);
      return found;
    },
  };
}
