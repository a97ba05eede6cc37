import { cutHtml } from './html-pieces.ts';
import { createInlineCollector, type InlineText } from './inline-text.ts';

const ENDS_PARAGRAPH =
  /^(?:p|div|li|ul|ol|h[1-6]|table|tr|td|th|blockquote|pre|section|article|header|footer|hr|br|dl|dt|dd)$/;

/** A block of raw HTML as the paragraphs that a reader sees of it. */
export function readHtmlBlock(html: string, firstLine: number): InlineText[] {
  const paragraphs: InlineText[] = [];
  let collector = createInlineCollector();
  let anchor: { start: number; url: string; line: number } | undefined;
  let line = firstLine;
  let counted = 0;
  for (const piece of cutHtml(html)) {
    for (; counted < piece.offset; counted++) if (html[counted] === '\n') line++;
    if (piece.kind === 'text') collector.addText(piece.text, line);
    else if (piece.tag === 'a') {
      closeAnchor();
      if (piece.href !== undefined) anchor = { start: collector.startLink(), url: piece.href, line };
    } else if (ENDS_PARAGRAPH.test(piece.tag)) finishParagraph();
  }
  finishParagraph();
  return paragraphs;

  function closeAnchor(): void {
    if (anchor !== undefined) collector.endLink(anchor.start, anchor.url, anchor.line);
    anchor = undefined;
  }

  function finishParagraph(): void {
    closeAnchor();
    const inline = collector.finish();
    if (inline.text !== '' || inline.links.length > 0) paragraphs.push(inline);
    collector = createInlineCollector();
  }
}
