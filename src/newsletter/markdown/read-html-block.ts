import { cutHtml } from './html-pieces.ts';
import { createInlineCollector, type InlineText } from './inline-text.ts';
import { joinInline, joinRow } from './join-inline.ts';

const ENDS_PARAGRAPH =
  /^(?:p|div|li|ul|ol|h[1-6]|table|thead|tbody|tfoot|caption|tr|td|th|blockquote|pre|section|article|header|footer|figure|figcaption|summary|details|hr|br|dl|dt|dd)$/;
const struckTags = ['del', 's', 'strike'];

/** What a reader sees of raw HTML: a heading of a depth from 1 to 6, a row of a table, or a paragraph. */
export interface HtmlPart {
  readonly kind: 'heading' | 'row' | 'paragraph';
  readonly depth: number;
  readonly inline: InlineText;
}

/** A block of raw HTML as the headings, rows and paragraphs that a reader sees of it. */
export function readHtmlBlock(html: string, firstLine: number): HtmlPart[] {
  const parts: HtmlPart[] = [];
  let collector = createInlineCollector();
  let anchor: { start: number; url: string; line: number } | undefined;
  let heads: InlineText[] = [];
  let row: { readonly cells: HtmlPart[][]; isHead: boolean } | undefined;
  let depth = 0;
  let struck = 0;
  let line = firstLine;
  let counted = 0;
  for (const piece of cutHtml(html)) {
    for (; counted < piece.offset; counted++) if (html[counted] === '\n') line++;
    if (piece.kind === 'text') {
      if (struck === 0) collector.addText(piece.text, line);
    } else if (struckTags.includes(piece.tag)) struck = Math.max(0, struck + (piece.kind === 'open' ? 1 : -1));
    else if (piece.tag === 'a') {
      closeAnchor();
      if (piece.href !== undefined) anchor = { start: collector.startLink(), url: piece.href, line };
    } else if (ENDS_PARAGRAPH.test(piece.tag)) {
      endPart();
      struck = 0;
      enter(piece.tag, piece.kind === 'open');
    }
  }
  endPart();
  endRow();
  return parts;

  function enter(tag: string, isOpen: boolean): void {
    depth = isOpen && /^h[1-6]$/.test(tag) ? Number(tag[1]) : 0;
    if (tag === 'table') heads = [];
    if (tag === 'table' || tag === 'tr') endRow();
    if (tag === 'tr' && isOpen) row = { cells: [], isHead: true };
    if (isOpen && (tag === 'td' || tag === 'th') && row !== undefined) {
      row.cells.push([]);
      if (tag === 'td') row.isHead = false;
    }
  }

  function closeAnchor(): void {
    if (anchor !== undefined) collector.endLink(anchor.start, anchor.url, anchor.line);
    anchor = undefined;
  }

  function endPart(): void {
    closeAnchor();
    const inline = collector.finish();
    collector = createInlineCollector();
    if (inline.text === '' && inline.links.length === 0) return;
    (row?.cells.at(-1) ?? parts).push({ kind: depth > 0 ? 'heading' : 'paragraph', depth, inline });
  }

  function endRow(): void {
    if (row === undefined) return;
    const { cells, isHead } = row;
    row = undefined;
    // A table of one column only places things on the page.
    if (cells.length === 1) {
      parts.push(...cells.flat());
      return;
    }
    const texts = cells.map((cell) =>
      joinInline(cell.map(({ inline }, place) => ({ before: place === 0 ? '' : ' ', inline }))),
    );
    if (isHead && heads.length === 0 && cells.length > 1) heads = texts;
    else {
      const inline = joinRow(texts, heads);
      if (inline.text !== '' || inline.links.length > 0) parts.push({ kind: 'row', depth: 0, inline });
    }
  }
}
