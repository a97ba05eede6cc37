import { createHash } from 'node:crypto';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FetchedBody } from '#fetching/fetch-body.ts';
import { type FeedSource, SourceError } from '#sources/content-source.ts';
import { type FetchLimits, fetchForSource } from '#sources/fetch-rules.ts';
import type { FetchedContent } from '#sources/fetched-content.ts';
import { decodeFeed } from './decode-feed.ts';
import type { FeedItem } from './feed-item.ts';
import { composeIssueFile, dateFor, nameIssueFile } from './issue-file.ts';
import { type ParsedFeed, parseFeed } from './parse-feed.ts';

/** What is kept of a fetch to tell the next what is new, and which file is whose. */
export interface FeedState {
  readonly kind: 'feed';
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** By the item's key. */
  readonly items: Readonly<Record<string, KeptItem>>;
}

interface KeptItem {
  readonly file: string;
  /** Of all that the file was made of. */
  readonly hash: string;
}

const limits: FetchLimits = { timeoutMs: 60_000, maxBytes: 32 * 2 ** 20 };
/** Raised when the same item gives another file than before. */
const FORM = 1;
const accept = 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5';

/**
 * Writes an issue for each item that the feed has or had into `folder/content`, unless nothing of it has changed. Items that
 * the feed shows no more stay; the file of an item keeps its name.
 *
 * @throws SourceError
 */
export async function fetchFeed(
  source: FeedSource,
  known: { readonly state: FeedState; readonly content: string } | undefined,
  folder: string,
): Promise<FetchedContent<FeedState>> {
  const answer = await ask(source, known?.state);
  if (answer === undefined) {
    if (known !== undefined) return { kind: 'unchanged', state: known.state };
    throw new SourceError('CONTENT_FEED: the server answers 304 without having been asked before.', {
      remedy: 'The next look tries again.',
    });
  }
  const feed = readFeed(answer);
  const { etag, 'last-modified': lastModified } = answer.headers;
  const kept = new Map(Object.entries(known?.state.items ?? {}));
  const changed = chooseChanged(feed.items, kept);
  const remarks = [...feed.remarks];
  const composed = new Map<string, { readonly file: string; readonly text: string; readonly hash: string }>();
  let unreadable = 0;
  for (const { item, file, hash } of changed) {
    const text = composeIssueFile(item, dayOf(file), answer.url.href);
    if (text === undefined) unreadable += 1;
    else composed.set(item.key, { file, text, hash });
  }
  if (unreadable > 0) remarks.push(`items that are too long, or nested too deeply, are left out: ${unreadable}`);
  const items = Object.fromEntries([
    ...kept,
    ...Array.from(composed, ([key, { file, hash }]) => [key, { file, hash }]),
  ]);
  const state: FeedState = { kind: 'feed', etag, lastModified, items };
  if (composed.size === 0 && known !== undefined) return { kind: 'unchanged', state };
  const content = join(folder, 'content');
  await mkdir(content, { recursive: true });
  for (const [key, { file }] of kept) {
    if (known !== undefined && !composed.has(key)) await copyFile(join(known.content, file), join(content, file));
  }
  for (const { file, text } of composed.values()) await writeFile(join(content, file), text);
  return { kind: 'fetched', state, remarks };
}

/** Undefined where the server says that nothing has changed. */
async function ask(source: FeedSource, known: FeedState | undefined): Promise<FetchedBody | undefined> {
  const headers = {
    accept,
    ...(known?.etag === undefined ? {} : { 'if-none-match': known.etag }),
    ...(known?.lastModified === undefined ? {} : { 'if-modified-since': known.lastModified }),
  };
  const answer = await fetchForSource(source, new URL(source.address), { headers }, limits);
  const { status } = answer;
  if (status === 304) return undefined;
  if (status === 200) return answer;
  const isTransient = status >= 500 || status === 429 || status === 408;
  throw new SourceError(`CONTENT_FEED: the server answers ${status}.`, {
    remedy: isTransient ? 'The next look tries again.' : 'Correct the address, if the server does not mend it.',
  });
}

function readFeed({ body, headers, url }: FetchedBody): ParsedFeed {
  const type = headers['content-type'] ?? '';
  try {
    return parseFeed(decodeFeed(body, type), url.href);
  } catch (error) {
    const kind = type === '' ? '' : ` (${type.slice(0, 60)})`;
    throw new SourceError(`CONTENT_FEED: what comes is no feed, or only a part of one${kind}.`, {
      remedy: 'Give the address of the feed itself: RSS, Atom or JSON Feed.',
      cause: error,
    });
  }
}

/** The items that are new or edited, each with its file; those of one feed get the same names in whatever order they come. */
function chooseChanged(items: readonly FeedItem[], kept: ReadonlyMap<string, KeptItem>) {
  const taken = new Set(Array.from(kept.values(), ({ file }) => file));
  const byDay = (one: FeedItem, other: FeedItem) =>
    one.published.day.localeCompare(other.published.day) || (one.key < other.key ? -1 : 1);
  return [...items].sort(byDay).flatMap((item) => {
    const known = kept.get(item.key);
    const file = known?.file ?? nameIssueFile(item, taken);
    taken.add(file);
    const { title, link, body, published } = item;
    const hash = hashOf([FORM, title, link, body, dateFor(published, dayOf(file))]);
    return known?.hash === hash ? [] : [{ item, file, hash }];
  });
}

function hashOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}

const dayOf = (file: string) => file.slice(0, 'YYYY-MM-DD'.length);
