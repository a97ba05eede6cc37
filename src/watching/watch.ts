import { foldName } from '#facts/fold-name.ts';

/** Who is told: a person by direct message, or a channel. */
export interface Watcher {
  readonly platform: string;
  readonly kind: 'person' | 'channel';
  /** Tells them from all others of the platform: a person's id is unique in one workspace only, where the platform has such. */
  readonly key: string;
  /** The platform's id of the channel, or of the person that a direct message is opened with. */
  readonly recipientId: string;
  readonly workspaceId: string;
}

/** What is watched: a subject, everywhere or on one target. */
export interface WatchedTopic {
  /** As it is shown; a name of the archive, or one that nobody has written about yet. */
  readonly subject: string;
  /** The id of a target of the vocabulary. */
  readonly targetId: string | undefined;
}

/** One watcher's wish to be told what an issue says of a topic. All times are milliseconds since 1970. */
export interface Watch extends WatchedTopic {
  /** The same for the same watcher and topic, always. */
  readonly id: string;
  readonly watcher: Watcher;
  /** Ends with the first news, or then; undefined lasts until somebody says otherwise. */
  readonly onceUntilMs: number | undefined;
  readonly createdMs: number;
}

/** How many topics one person or channel can watch: far more than anybody follows, too few to make the bot a flood. */
export const MAX_WATCHES = 50;
/** How long a watch that ends with the first news waits for it. */
export const ONCE_LASTS_MS = 365 * 24 * 60 * 60 * 1000;
/** So long after the first message that could not be delivered the watches of who takes none are dropped. */
export const UNREACHABLE_KEPT_MS = 60 * 24 * 60 * 60 * 1000;
/** An issue is news for so long from its day on; what changes in an older one is told to nobody. */
export const NEWS_DAYS = 30;
/** How long it is remembered what an issue said and what was told to whom: well beyond the time for which it is news. */
export const NOTICES_KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/** One text for a topic: the same for every spelling of its subject. */
export function nameTopic({ subject, targetId }: WatchedTopic): string {
  return JSON.stringify([foldName(subject), targetId ?? '']);
}

/** One text for a watcher, for sets. */
export function nameWatcher({ platform, kind, key }: Pick<Watcher, 'platform' | 'kind' | 'key'>): string {
  return `${platform}:${kind}:${key}`;
}
