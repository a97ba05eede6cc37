import type { Token } from 'markdown-it';
import { cutHtml } from './html-pieces.ts';
import { createInlineCollector, type InlineText } from './inline-text.ts';

/**
 * What a reader sees of a paragraph or heading that begins on `firstLine`: text, source lines, links. Pictures show
 * nothing unless they are a link.
 */
export function readInline(pieces: readonly Token[], firstLine: number): InlineText {
  const collector = createInlineCollector();
  let link: { start: number; url: string; line: number } | undefined;
  let anchor: typeof link;
  let line = firstLine;
  let struck = 0;
  for (const [place, piece] of pieces.entries()) {
    // What a bare link was cut into has no line of its own.
    if (piece.map !== null) line = firstLine + piece.map[0];
    if (piece.type === 'softbreak' && isTitleLine(pieces, place)) collector.addText(': ', line++);
    else visit(piece);
  }
  closeAnchor();
  return collector.finish();

  function visit(piece: Token): void {
    if (piece.type === 's_open') struck++;
    else if (piece.type === 's_close') struck--;
    // What is struck out is not said any more; its links are there still.
    else if (struck > 0 && piece.type === 'text') return;
    // A footnote that is an address alone makes a link of its mark.
    else if (link !== undefined && FOOTNOTE_MARK.test(piece.content)) return;
    else if (piece.type === 'text') collector.addText(piece.content.replace(MARKS, '').replace(LOST_LINK, '$1'), line);
    else if (piece.type === 'code_inline') collector.addText(piece.content, line);
    else if (piece.type === 'softbreak' || piece.type === 'hardbreak') collector.addText(' ', line++);
    else if (piece.type === 'html_inline') visitHtml(piece.content);
    else if (piece.type === 'link_open') {
      link = { start: collector.startLink(), url: String(piece.attrGet('href') ?? ''), line };
    } else if (piece.type === 'link_close') closeLink();
    else if (piece.type === 'image' && link !== undefined) collector.addText(describePicture(piece), line);
  }

  function visitHtml(html: string): void {
    for (const piece of cutHtml(html)) {
      if (piece.kind === 'text') {
        if (struck === 0) collector.addText(piece.text, line);
      } else if (struckTags.includes(piece.tag)) struck = Math.max(0, struck + (piece.kind === 'open' ? 1 : -1));
      else if (piece.tag === 'br') collector.addText(' ', line);
      else if (piece.tag === 'a') {
        closeAnchor();
        if (piece.href !== undefined) anchor = { start: collector.startLink(), url: piece.href, line };
      }
    }
  }

  function closeLink(): void {
    if (link !== undefined) collector.endLink(link.start, link.url, link.line);
    link = undefined;
  }

  function closeAnchor(): void {
    if (anchor !== undefined) collector.endLink(anchor.start, anchor.url, anchor.line);
    anchor = undefined;
  }
}

const struckTags = ['del', 's', 'strike'];

// A footnote's number, the name of a call-out and of a heading: marks of other dialects, which no reader sees.
const MARKS =
  /^\[[ x]\](?=\s)|\[\^[^\]\s]{1,40}\]:?|^\[!(?:note|tip|important|warning|caution)\]\s*|(?<!\s)\s*\{#[\w-]{1,80}\}\s*$/gi;

const FOOTNOTE_MARK = /^\^[^\]\s]{1,40}$/;

// A link by reference whose address is nowhere: its brackets are no words.
const LOST_LINK = /\[([^\][]{1,200})\]\[[^\][]{0,100}\]/g;

/** Whether all before a line break is one link, and what follows begins anew: a title and what it is about. */
function isTitleLine(pieces: readonly Token[], place: number): boolean {
  const before = pieces.slice(0, place).filter(({ type, content }) => type !== 'text' || content.trim() !== '');
  const [first, last] = [before[0], before.at(-1)];
  const isLink = first?.type === 'link_open' && last?.type === 'link_close';
  if (!isLink || before.filter(({ type }) => type === 'link_open').length !== 1) return false;
  const isEnded = /[.!?:,;–—-]\s*$/.test((before.at(-2)?.content ?? '').slice(-40));
  return !isEnded && /^\p{Lu}/u.test((pieces[place + 1]?.content ?? '').trimStart().slice(0, 40));
}

/** Whether a quoted paragraph is a call-out of the newsletter's own ("[!WARNING]"). */
export function isCallOut(text: string): boolean {
  return /^\s*\[!(?:note|tip|important|warning|caution)\]/i.test(text);
}

/** The words that stand for a picture. */
function describePicture({ children, content }: Token): string {
  return children === null ? content : children.map(describePicture).join('');
}
