import type { KnownBlock, RichTextBlock, TableBlock } from '@slack/types';
import { asSection, type SlackPiece, type SlackTable, word } from './pieces.ts';
import { headingOf } from './plan-pages.ts';

/** Where blocks are shown: modals and the Home tab take no table. */
export type SlackSurface = 'message' | 'view';

/** The pieces of one page as blocks: neighbours of one list become one list, rows of one table one table. */
export function buildSlackBlocks(pieces: readonly SlackPiece[], surface: SlackSurface): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (const group of groupPieces(pieces)) {
    const [first] = group as [SlackPiece];
    const title = headingOf(first)?.title ?? '';
    if (title !== '') blocks.push(richText([asSection([word(title, { bold: true })])]));
    // Slack takes one table a message; a second one is a list.
    const isTable = first.kind === 'row' && surface === 'message' && !blocks.some(({ type }) => type === 'table');
    blocks.push(isTable ? buildTable(first.table, group) : richText(buildGroup(group)));
  }
  return blocks;
}

function groupPieces(pieces: readonly SlackPiece[]): SlackPiece[][] {
  const groups: SlackPiece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    const heading = headingOf(piece);
    if (group?.[0] && heading !== undefined && headingOf(group[0]) === heading) group.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function buildGroup(group: readonly SlackPiece[]): RichTextBlock['elements'] {
  const [first] = group as [SlackPiece];
  if (first.kind === 'section') return [asSection(first.elements)];
  if (first.kind === 'quote') return [{ type: 'rich_text_quote', elements: [...first.elements] }];
  const items = group.map((piece) =>
    asSection(piece.kind === 'row' ? [word(piece.cells.filter(Boolean).join(' · ') || '–')] : piece.elements),
  );
  return [{ type: 'rich_text_list', style: 'bullet', elements: items }];
}

function buildTable({ columns }: SlackTable, group: readonly SlackPiece[]): TableBlock {
  // A cell must not be empty.
  const cell = (text: string) => ({ type: 'raw_text' as const, text: text || '–' });
  const rows = group.flatMap((piece) => (piece.kind === 'row' ? [piece.cells.map(cell)] : []));
  return {
    type: 'table',
    column_settings: columns.map(() => ({ is_wrapped: true })),
    rows: [columns.map(cell), ...rows],
  };
}

function richText(elements: RichTextBlock['elements']): RichTextBlock {
  return { type: 'rich_text', elements };
}
