import type { Definition, PhrasingContent } from 'mdast';
import { cutHtml } from './html-pieces.ts';
import { createInlineCollector, type InlineText } from './inline-text.ts';

/** Addresses of reference links, by identifier. */
export type Definitions = ReadonlyMap<string, Definition>;

/** What a reader sees of a paragraph or heading: text, source lines, links. Pictures show nothing unless they are a link. */
export function readInline(nodes: readonly PhrasingContent[], definitions: Definitions): InlineText {
  const collector = createInlineCollector();
  let anchor: { start: number; url: string; line: number } | undefined;
  for (const node of nodes) visit(node, false);
  closeAnchor();
  return collector.finish();

  function visit(node: PhrasingContent, isInLink: boolean): void {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'text' || node.type === 'inlineCode') collector.addText(node.value, line);
    else if (node.type === 'break') collector.addText(' ', line);
    else if (node.type === 'html') visitHtml(node.value, line);
    else if (node.type === 'link') visitLink(node.url, node.children, line);
    else if (node.type === 'linkReference') {
      visitLink(definitions.get(node.identifier)?.url ?? '', node.children, line);
    } else if (node.type === 'image' || node.type === 'imageReference') {
      if (isInLink) collector.addText(node.alt ?? '', line);
    } else if ('children' in node) for (const child of node.children) visit(child, isInLink);
  }

  function visitLink(url: string, children: readonly PhrasingContent[], line: number): void {
    const start = collector.startLink();
    for (const child of children) visit(child, true);
    collector.endLink(start, url, line);
  }

  function visitHtml(html: string, line: number): void {
    for (const piece of cutHtml(html)) {
      if (piece.kind === 'text') collector.addText(piece.text, line);
      else if (piece.tag === 'br') collector.addText(' ', line);
      else if (piece.tag === 'a') {
        closeAnchor();
        if (piece.href !== undefined) anchor = { start: collector.startLink(), url: piece.href, line };
      }
    }
  }

  function closeAnchor(): void {
    if (anchor !== undefined) collector.endLink(anchor.start, anchor.url, anchor.line);
    anchor = undefined;
  }
}
