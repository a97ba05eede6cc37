import type { Definition, Nodes, Root } from 'mdast';
import { createInlineCollector, type InlineText } from './inline-text.ts';
import type { Sentence } from './issue.ts';
import type { Passage } from './passage.ts';
import { readHtmlBlock } from './read-html-block.ts';
import { type Definitions, readInline } from './read-inline.ts';

interface Place {
  readonly sentenceKind: Sentence['kind'];
  readonly topList: number | undefined;
  readonly topItem: number | undefined;
}

/** The tree as a flat list of headings and texts, in the order of the file. Headings inside quotes and lists are text. */
export function flattenMarkdown(root: Root): Passage[] {
  const definitions = collectDefinitions(root);
  const passages: Passage[] = [];
  let blocks = 0;
  let lists = 0;
  let items = 0;
  visitAll(root.children, { sentenceKind: 'prose', topList: undefined, topItem: undefined });
  return passages;

  function visitAll(nodes: readonly Nodes[], place: Place): void {
    for (const node of nodes) visit(node, place);
  }

  function visit(node: Nodes, place: Place): void {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'heading') {
      const inline = readInline(node.children, definitions);
      // A text of several lines above a rule is a paragraph, whatever Markdown says.
      const isParagraph = (node.position?.end.line ?? line) - line > 1;
      if (place.sentenceKind !== 'prose' || isParagraph) addText(inline, place);
      else passages.push({ kind: 'heading', depth: node.depth, line, inline });
    } else if (node.type === 'paragraph') addText(readInline(node.children, definitions), place);
    else if (node.type === 'html') for (const inline of readHtmlBlock(node.value, line)) addText(inline, place);
    else if (node.type === 'code') {
      const firstLine = isFenced(node) ? line + 1 : line;
      const block = blocks++;
      for (const [index, row] of node.value.split('\n').entries()) {
        addText(readCode(row, firstLine + index), { ...place, sentenceKind: 'code' }, block);
      }
    } else if (node.type === 'blockquote') visitAll(node.children, { ...place, sentenceKind: 'quote' });
    else if (node.type === 'list') {
      const topList = place.topList ?? lists++;
      for (const item of node.children) {
        const topItem = place.topItem ?? items++;
        const sentenceKind = place.sentenceKind === 'quote' ? 'quote' : 'item';
        visitAll(item.children, { sentenceKind, topList, topItem });
      }
    }
  }

  function addText(inline: InlineText, place: Place, block?: number): void {
    if (inline.text === '' && inline.links.length === 0) return;
    const line = inline.marks[0]?.line ?? inline.links[0]?.line ?? 1;
    passages.push({ kind: 'text', line, inline, block: block ?? blocks++, ...place });
  }
}

function collectDefinitions(root: Root): Definitions {
  const definitions = new Map<string, Definition>();
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    // Taken from the end, so a later definition is met first and the first one wins.
    if (node.type === 'definition') definitions.set(node.identifier, node);
    else if (node.type === 'root' || node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') {
      for (const child of node.children) waiting.push(child);
    }
  }
  return definitions;
}

function readCode(row: string, line: number): InlineText {
  const collector = createInlineCollector();
  collector.addText(row, line);
  return collector.finish();
}

function isFenced(node: Extract<Nodes, { type: 'code' }>): boolean {
  const { start, end } = node.position ?? { start: { line: 0 }, end: { line: 0 } };
  return end.line - start.line + 1 > node.value.split('\n').length;
}
