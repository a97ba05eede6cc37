import type { Token } from 'markdown-it';
import { createInlineCollector, type InlineText } from './inline-text.ts';
import type { Sentence } from './issue.ts';
import type { Passage } from './passage.ts';
import { readHtmlBlock } from './read-html-block.ts';
import { isCallOut, readInline } from './read-inline.ts';

interface Place {
  readonly sentenceKind: Sentence['kind'];
  readonly topList: number | undefined;
  readonly topItem: number | undefined;
}

/** The parser's tokens as a list of headings and texts, in the order of the file. Headings inside quotes and lists are text. */
export function flattenMarkdown(tokens: readonly Token[]): Passage[] {
  const passages: Passage[] = [];
  const outerPlaces: Place[] = [];
  let place: Place = { sentenceKind: 'prose', topList: undefined, topItem: undefined };
  let blocks = 0;
  let lists = 0;
  let items = 0;
  for (const [index, token] of tokens.entries()) visit(token, tokens[index - 1], tokens[index + 2]);
  return passages;

  function visit(token: Token, before: Token | undefined, content: Token | undefined): void {
    const line = (token.map?.[0] ?? 0) + 1;
    switch (token.type) {
      case 'inline': {
        const inline = readInline(token.children ?? [], line);
        if (isHeading(before) && place.sentenceKind === 'prose') {
          passages.push({ kind: 'heading', depth: Number(before.tag.slice(1)), line, inline });
        } else addText(inline, place);
        break;
      }
      case 'html_block':
        for (const inline of readHtmlBlock(token.content, line)) addText(inline, place);
        break;
      case 'fence':
        addCode(token.content, line + 1);
        break;
      case 'code_block':
        addCode(token.content, line);
        break;
      case 'blockquote_open':
        // A call-out looks like a quotation, and is the newsletter's own word.
        enter({ ...place, sentenceKind: isCallOut(content?.content ?? '') ? 'prose' : 'quote' });
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        enter({ ...place, topList: place.topList ?? lists++ });
        break;
      case 'list_item_open': {
        const sentenceKind = place.sentenceKind === 'quote' ? 'quote' : 'item';
        enter({ ...place, sentenceKind, topItem: place.topItem ?? items++ });
        break;
      }
      case 'blockquote_close':
      case 'bullet_list_close':
      case 'ordered_list_close':
      case 'list_item_close':
        place = outerPlaces.pop() ?? place;
    }
  }

  function enter(inner: Place): void {
    outerPlaces.push(place);
    place = inner;
  }

  function addCode(code: string, firstLine: number): void {
    const block = blocks++;
    for (const [index, row] of code.replace(/\n$/, '').split('\n').entries()) {
      addText(readCode(row, firstLine + index), { ...place, sentenceKind: 'code' }, block);
    }
  }

  function addText(inline: InlineText, { sentenceKind, topList, topItem }: Place, block?: number): void {
    if (inline.text === '' && inline.links.length === 0) return;
    const line = inline.marks[0]?.line ?? inline.links[0]?.line ?? 1;
    passages.push({ kind: 'text', line, inline, block: block ?? blocks++, sentenceKind, topList, topItem });
  }
}

/** A text of several lines above a rule is a paragraph, whatever Markdown says. */
function isHeading(before: Token | undefined): before is Token {
  if (before?.type !== 'heading_open') return false;
  const [start, end] = before.map ?? [0, 0];
  return end - start <= 2;
}

function readCode(row: string, line: number): InlineText {
  const collector = createInlineCollector();
  collector.addText(row, line);
  return collector.finish();
}
