import { mkdtempDisposable, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeedSource } from '#sources/content-source.ts';
import { type FeedState, fetchFeed } from '#sources/feed/fetch-feed.ts';
import { type Answer, startMisbehavingWeb } from '../../fetching/misbehaving-web.ts';

/** A feed on a server of this machine, fetched as often as wanted, each time over what was fetched before. */
export async function openFeed() {
  const folder = await mkdtempDisposable(join(tmpdir(), 'fetch-feed-'));
  let answer: Answer = (_, response) => response.writeHead(404).end();
  const web = await startMisbehavingWeb({ '/feed.xml': (request, response) => answer(request, response) });
  let count = 0;
  let known: { state: FeedState; content: string } | undefined;
  return {
    web,
    source: {
      kind: 'feed',
      address: web.at('127.0.0.1', '/feed.xml').href,
      copiesFolder: join(folder.path, 'copies'),
      allowsPrivate: true,
      userAgent: 'test',
    } satisfies FeedSource,
    /** What the server answers from now on. */
    set answer(value: Answer) {
      answer = value;
    },
    set text(value: string) {
      answer = (_, response) => response.end(value);
    },
    /** Fetches; resolves to the names of all files that there are then, or to "unchanged". */
    async fetch() {
      const into = join(folder.path, String(++count));
      const fetched = await fetchFeed(this.source, known, into);
      if (fetched.kind === 'unchanged') {
        if (known !== undefined) known = { ...known, state: fetched.state };
        return { files: 'unchanged' as const, remarks: [] };
      }
      known = { state: fetched.state, content: join(into, 'content') };
      return { files: (await readdir(known.content)).sort(), remarks: fetched.remarks };
    },
    read: (name: string) => readFile(join(known?.content ?? '', name), 'utf8'),
    async [Symbol.asyncDispose]() {
      await web[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}
