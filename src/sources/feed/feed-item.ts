import type { PublishedMoment } from './parse-published.ts';

/** One item of a feed, of whichever kind the feed is. */
export interface FeedItem {
  /** Stays the same when the item is edited. */
  readonly key: string;
  readonly title: string;
  /** Absolute, of the web. */
  readonly link: string | undefined;
  readonly published: PublishedMoment;
  readonly body: FeedBody;
}

/** What an item says. */
export interface FeedBody {
  readonly kind: 'html' | 'text';
  readonly value: string;
}
