import { type AtomFeed, type JsonFeed, parseFeed as parseAnyFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import type { FeedBody, FeedItem } from './feed-item.ts';
import { readHtmlText } from './html-to-markdown.ts';
import { parsePublished } from './parse-published.ts';

/** What a feed holds that can be used, and sentences about the rest. */
export interface ParsedFeed {
  readonly items: readonly FeedItem[];
  readonly remarks: readonly string[];
}

/** An item before it is known whether it can be used. */
interface RawItem {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly published: string | undefined;
  readonly body: FeedBody | undefined;
}

const MAX_TITLE = 200;

/**
 * Reads RSS, RDF, Atom or JSON Feed. Items without a date are left out: nobody could say which issue is the newest.
 *
 * @throws Error for what is no feed.
 */
export function parseFeed(text: string, address: string): ParsedFeed {
  const { home, raw } = readAny(text);
  const items = new Map<string, FeedItem>();
  let undated = 0;
  let repeated = 0;
  for (const { id, title = '', link, published, body } of raw) {
    const moment = published === undefined ? undefined : parsePublished(published);
    const url = resolveLink(link, home, address);
    const key = id?.trim() || url || `${published} ${title}`;
    if (moment === undefined) undated += 1;
    else if (items.has(key)) repeated += 1;
    else
      items.set(key, {
        key,
        title: cleanTitle(title) || moment.day,
        link: url,
        published: moment,
        body: body ?? { kind: 'text', value: title },
      });
  }
  const remarks = [
    ...(undated > 0 ? [`items without a date are left out: ${undated}`] : []),
    ...(repeated > 0 ? [`items with the id of another are left out: ${repeated}`] : []),
  ];
  return { items: [...items.values()], remarks };
}

function readAny(text: string): { readonly home: string | undefined; readonly raw: readonly RawItem[] } {
  const parsed = parseAnyFeed(text.replace(/^\ufeff/, ''));
  switch (parsed.format) {
    case 'rss':
      return { home: parsed.feed.link, raw: parsed.feed.items?.map(readRss) ?? [] };
    case 'rdf':
      return { home: parsed.feed.link, raw: parsed.feed.items?.map(readRdf) ?? [] };
    case 'atom':
      return { home: findAlternate(parsed.feed.links), raw: parsed.feed.entries?.map(readAtom) ?? [] };
    case 'json':
      return { home: parsed.feed.home_page_url, raw: parsed.feed.items?.map(readJson) ?? [] };
  }
}

function readRss(item: RssFeed.Item<string>): RawItem {
  const { guid, title, link, pubDate, dc, content, description } = item;
  return {
    id: guid?.value,
    title: title === undefined ? undefined : readHtmlText(title),
    link: link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
    published: pubDate ?? dc?.dates?.[0],
    body: html(content?.encoded ?? description),
  };
}

function readRdf({ rdf, title, link, dc, content, description }: RdfFeed.Item<string>): RawItem {
  return {
    id: rdf?.about ?? link,
    title: title === undefined ? undefined : readHtmlText(title),
    link,
    published: dc?.dates?.[0],
    body: html(content?.encoded ?? description),
  };
}

function readAtom({ id, title, links, published, updated, content, summary }: AtomFeed.Entry<string>): RawItem {
  const body = content?.value === undefined ? summary : content;
  return {
    id,
    title: title?.type === 'html' || title?.type === 'xhtml' ? readHtmlText(title.value ?? '') : title?.value,
    link: findAlternate(links),
    published: published ?? updated,
    body: body?.type === 'html' || body?.type === 'xhtml' ? html(body.value) : plain(body?.value),
  };
}

function readJson(item: JsonFeed.Item<string>): RawItem {
  return {
    id: item.id,
    title: item.title,
    link: item.url ?? item.external_url,
    published: item.date_published ?? item.date_modified,
    body: html(item.content_html) ?? plain(item.content_text ?? item.summary),
  };
}

function html(value: string | undefined): FeedBody | undefined {
  return value === undefined ? undefined : { kind: 'html', value };
}

function plain(value: string | undefined): FeedBody | undefined {
  return value === undefined ? undefined : { kind: 'text', value };
}

/** The page itself, not what is enclosed with it. */
function findAlternate(links: readonly AtomFeed.Link<string>[] | undefined): string | undefined {
  return links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href;
}

function resolveLink(link: string | undefined, home: string | undefined, address: string): string | undefined {
  if (link === undefined || link.trim() === '') return undefined;
  const url = URL.parse(link.trim(), URL.parse(home ?? '', address)?.href ?? address);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function cleanTitle(title: string): string {
  return title
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, MAX_TITLE)
    .trim();
}
