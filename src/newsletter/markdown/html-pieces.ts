import { decodeHTMLStrict } from 'entities/decode';

/** One piece of raw HTML: text as a reader sees it, or the start or end of a tag. `offset` counts from the HTML's start. */
export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string; readonly offset: number }
  | {
      readonly kind: 'open' | 'close';
      readonly tag: string;
      readonly href: string | undefined;
      readonly offset: number;
    };

const TAG_NAME = /^\/?([a-z][a-z0-9-]{0,30})(?=[\s/>]|$)/i;
const HREF = /\shref\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const hiddenTags = ['script', 'style', 'template'];

/** Cuts raw HTML into text and tags, in one pass; comments, scripts and styles show nothing. */
export function cutHtml(html: string): HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  let hiddenIn: string | undefined;
  let at = 0;
  let noComment = false;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const textEnd = open === -1 ? html.length : open;
    if (textEnd > at) addText(at, textEnd);
    if (open === -1) break;
    if (!noComment && html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      noComment = end === -1;
      if (end !== -1) {
        at = end + 3;
        continue;
      }
    }
    const tag = TAG_NAME.exec(html.slice(open + 1, open + 40))?.[1]?.toLowerCase();
    if (tag === undefined && !/[!?]/.test(html[open + 1] ?? '')) {
      addText(open, open + 1);
      at = open + 1;
      continue;
    }
    const close = html.indexOf('>', open);
    if (close === -1) {
      addText(open, html.length);
      break;
    }
    if (tag !== undefined) addTag(tag, html.slice(open + 1, close), open);
    at = close + 1;
  }
  return pieces;

  function addText(start: number, end: number): void {
    if (hiddenIn !== undefined) return;
    const text = decodeHTMLStrict(html.slice(start, end)).replaceAll('\u00a0', ' ');
    pieces.push({ kind: 'text', text, offset: start });
  }

  function addTag(tag: string, inside: string, offset: number): void {
    const isClose = inside.startsWith('/');
    if (hiddenTags.includes(tag)) hiddenIn = isClose ? undefined : (hiddenIn ?? tag);
    if (hiddenIn !== undefined) return;
    const match = isClose ? null : HREF.exec(inside);
    const href = match?.[1] ?? match?.[2] ?? match?.[3];
    pieces.push({ kind: isClose ? 'close' : 'open', tag, href: href && decodeHTMLStrict(href), offset });
  }
}
