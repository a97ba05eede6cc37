import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Where issues are fetched from, and where what was fetched is kept. All of it is plain data, for another process. */
export type ContentSource = GitSource | FeedSource;

interface FetchedSource {
  readonly address: string;
  /** The folder of all copies; each source has one of its own in it. */
  readonly copiesFolder: string;
  /** Facts that are not fetched: a folder of files named after the ids of issues. */
  readonly factsFolder?: string | undefined;
  /** Whether the host of the address may be one of a network that is not public. */
  readonly allowsPrivate: boolean;
  readonly userAgent: string;
}

/** A folder of a branch of a repository. */
export interface GitSource extends FetchedSource {
  readonly kind: 'git';
  /** A branch or a tag; undefined for the one that the repository itself begins with. */
  readonly branch?: string | undefined;
  /** With slashes, without any at its ends; empty for all of the repository. */
  readonly folder: string;
  /** A token, or a user and a password with a colon between. */
  readonly token?: string | undefined;
}

/** A feed: RSS, Atom or JSON Feed. */
export interface FeedSource extends FetchedSource {
  readonly kind: 'feed';
}

/** Nothing new came of a source: what is wrong, and what to do about it. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly remedy: string;

  constructor(message: string, { remedy, cause }: { readonly remedy: string; readonly cause?: unknown }) {
    super(message, { cause });
    this.remedy = remedy;
  }
}

/** The source as people may see it: without what follows a question mark, which may be a key. */
export function nameSource(source: ContentSource): string {
  const { origin, pathname } = new URL(source.address);
  const place = source.kind === 'git' ? [source.branch, source.folder].filter(Boolean).join(':') : '';
  return `${origin}${pathname}${place && `#${place}`}`;
}

/** The setting that names the source. */
export function settingOf({ kind }: ContentSource): 'CONTENT_GIT' | 'CONTENT_FEED' {
  return kind === 'git' ? 'CONTENT_GIT' : 'CONTENT_FEED';
}

/** The folder of a source's copies. Another address, branch or folder has another one: it is not compared with this. */
export function copyFolderOf(source: ContentSource): string {
  const place = source.kind === 'git' ? [source.branch ?? '', source.folder] : [];
  const key = JSON.stringify([source.kind, source.address, ...place]);
  return join(source.copiesFolder, `${source.kind}-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`);
}

/** The folder to read issues from; it leads to another copy after an update, and is not there before the first. */
export function contentFolderOf(source: ContentSource): string {
  return join(copyFolderOf(source), 'current', 'content');
}
