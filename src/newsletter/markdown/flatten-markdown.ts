import type { Token } from 'markdown-it';
import { createInlineCollector, type InlineText } from './inline-text.ts';
import { joinInline, joinRow } from './join-inline.ts';
import type { Passage, TextPassage } from './passage.ts';
import { readHtmlBlock } from './read-html-block.ts';
import { isCallOut, readInline } from './read-inline.ts';

interface Place extends Pick<TextPassage, 'sentenceKind' | 'topList' | 'topItem'> {
  /** What the list item above says, where it only names what its own list is about. */
  readonly label: InlineText | undefined;
}

const MAX_LABEL = 60;
const FOOTNOTE = /^\[\^[^\]\s]{1,40}\]:/;

/** The parser's tokens as a list of headings and texts, in the order of the file. Headings inside quotes and lists are text. */
export function flattenMarkdown(tokens: readonly Token[]): Passage[] {
  const passages: Passage[] = [];
  const outerPlaces: Place[] = [];
  let place: Place = { sentenceKind: 'prose', topList: undefined, topItem: undefined, label: undefined };
  let heads: InlineText[] = [];
  let cells: InlineText[] | undefined;
  let rowLine = 1;
  let blocks = 0;
  let lists = 0;
  let items = 0;
  for (const [index, token] of tokens.entries()) visit(token, tokens[index - 1], tokens[index + 2]);
  return passages;

  function visit(token: Token, before: Token | undefined, content: Token | undefined): void {
    // The parser tells no lines of what stands in a cell.
    const line = token.map ? token.map[0] + 1 : rowLine;
    switch (token.type) {
      case 'inline': {
        const inline = readInline(token.children ?? [], line);
        if (cells !== undefined) {
          cells.push(inline);
          break;
        }
        if (isHeading(before) && place.sentenceKind === 'prose') {
          passages.push({ kind: 'heading', depth: Number(before.tag.slice(1)), line, inline });
        } else addText(inline, place, { isNote: FOOTNOTE.test(token.content.slice(0, 60)) });
        break;
      }
      case 'html_block':
        addHtml(token.content, line);
        break;
      case 'table_open':
        heads = [];
        break;
      case 'tr_open':
        cells = [];
        rowLine = line;
        break;
      case 'tr_close':
        endRow();
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
        enter({ ...place, label: findLabel(), topList: place.topList ?? lists++ });
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

  // Of "- Quernd" with a list of its own below: "Quernd: runs on arm64".
  function findLabel(): InlineText | undefined {
    const last = passages.at(-1);
    if (place.topItem === undefined || last?.kind !== 'text' || last.topItem !== place.topItem) return undefined;
    const { text } = last.inline;
    const isLabel =
      last.sentenceKind === 'item' && text.length > 0 && text.length <= MAX_LABEL && !/[.!?,;]$/.test(text);
    return isLabel ? last.inline : place.label;
  }

  function addHtml(html: string, firstLine: number): void {
    for (const { kind, depth, inline } of readHtmlBlock(html, firstLine)) {
      if (kind === 'heading' && place.sentenceKind === 'prose') {
        passages.push({ kind: 'heading', depth, line: inline.marks[0]?.line ?? firstLine, inline });
      } else addText(inline, kind === 'row' ? ofRow() : place);
    }
  }

  function endRow(): void {
    const row = cells ?? [];
    cells = undefined;
    // The heads alone are a row where nothing stands below them; Markdown has them first.
    if (heads.length === 0) heads = row;
    else addText(joinRow(row, heads), ofRow());
  }

  function ofRow(): Place {
    return { ...place, sentenceKind: place.sentenceKind === 'quote' ? 'quote' : 'row' };
  }

  function addCode(code: string, firstLine: number): void {
    const block = blocks++;
    for (const [index, row] of code.replace(/\n$/, '').split('\n').entries()) {
      addText(readCode(row, firstLine + index), { ...place, sentenceKind: 'code', label: undefined }, { block });
    }
  }

  function addText(
    own: InlineText,
    { sentenceKind, topList, topItem, label }: Place,
    { block = undefined as number | undefined, isNote = false } = {},
  ): void {
    if (own.text === '' && own.links.length === 0) return;
    const line = own.marks[0]?.line ?? own.links[0]?.line ?? 1;
    const inline = label === undefined || own.text === '' ? own : behind(label, own);
    passages.push({
      kind: 'text',
      line,
      inline,
      block: block ?? blocks++,
      sentenceKind,
      isNote,
      topList,
      topItem,
    });
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

function behind(label: InlineText, inline: InlineText): InlineText {
  const name = label.text.replace(/\s{0,9}[:–—-]$/, '');
  // The links of the label are told where the label stands.
  return joinInline([{ before: `${name}: `, inline }]);
}
