import type { FeedItem } from './feed-item.ts';
import { convertHtml, convertText } from './html-to-markdown.ts';

const MAX_SLUG = 32;
/** Longer than any issue may be; HTML takes more signs than the words that it shows. */
const MAX_BODY = 2_000_000;

/**
 * The name of a new item's file: its day, and the last part of its address, which outlives a change of the title. A number
 * follows where another item has that name already.
 */
export function nameIssueFile({ published, link, title }: FeedItem, taken: ReadonlySet<string>): string {
  const slug = makeSlug(findLastPart(link)) || makeSlug(title);
  const stem = slug === '' ? published.day : `${published.day}-${slug}`;
  for (let number = 1; ; number++) {
    const name = number === 1 ? `${stem}.md` : `${stem}-${number}.md`;
    if (!taken.has(name)) return name;
  }
}

/**
 * The item as an issue in Markdown, for a file that is named after this day. Undefined when its text is too long, or nested
 * in a way that nobody could read.
 */
export function composeIssueFile(item: FeedItem, day: string, base: string): string | undefined {
  const { title, link, published, body } = item;
  if (body.value.length > MAX_BODY) return undefined;
  const text = convert(item, link ?? base);
  if (text === undefined) return undefined;
  const keys = [
    `title: ${JSON.stringify(title)}`,
    `date: ${dateFor(published, day)}`,
    ...(link === undefined ? [] : [`link: ${JSON.stringify(link)}`]),
  ];
  return `---\n${keys.join('\n')}\n---\n\n${text || convertText(title, base)}\n`;
}

/** An item keeps the day of its name: under another one it would be another issue, and be posted again. */
export function dateFor(published: FeedItem['published'], day: string): string {
  return published.day === day ? published.text : day;
}

function convert({ body }: FeedItem, base: string): string | undefined {
  try {
    return body.kind === 'html' ? convertHtml(body.value, base) : convertText(body.value, base);
  } catch (error) {
    // Too deep for the stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function findLastPart(link: string | undefined): string {
  const path = URL.parse(link ?? '')?.pathname ?? '';
  const part = path.split('/').filter(Boolean).at(-1) ?? '';
  const name = decodeSafely(part).replace(/\.[a-z]{2,5}$/i, '');
  return /\p{L}/u.test(name) && !/^index$/i.test(name) ? name : '';
}

function makeSlug(words: string): string {
  const slug = words
    .slice(0, 200)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-?\d{4}-\d{2}-\d{2}(?=-|$)/, '');
  return slug.replace(/^-/, '').slice(0, MAX_SLUG).replace(/-$/, '');
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
