import type { RichTextElement, RichTextSection } from '@slack/types';
import type { Block, BlockKind, Source, VerdictWord } from '#conversation/reply.ts';
import { cleanLine } from '#conversation/wording/clean-line.ts';
import { cutLabel, fitText } from '#conversation/wording/fit-text.ts';
import { namesDay } from '#conversation/wording/names-day.ts';
import { slackLimits as limits } from './limits.ts';
import { linkOnSlack } from './link.ts';

/** A part of a reply that stays in one piece. */
export type SlackPiece =
  | { readonly kind: 'section' | 'quote'; readonly elements: readonly RichTextElement[] }
  /** The same `list` object for all items of one list; its title is repeated where the list goes on on another page. */
  | { readonly kind: 'item'; readonly elements: readonly RichTextElement[]; readonly list: SlackHeading }
  | { readonly kind: 'row'; readonly cells: readonly string[]; readonly table: SlackTable };

export interface SlackHeading {
  readonly title: string;
}

export interface SlackTable extends SlackHeading {
  readonly columns: readonly string[];
}

/** How many characters a piece takes of the page. */
export function measurePiece(piece: SlackPiece): number {
  if (piece.kind === 'row') return piece.cells.reduce((sum, cell) => sum + cell.length, 0);
  return measureElements(piece.elements);
}

type Layout<Kind extends BlockKind> = (block: Extract<Block, { kind: Kind }>, max: number) => readonly SlackPiece[];

/** Blocks as pieces of at most so many characters each. Suggestions are buttons and come elsewhere. */
export function layOutSlackBlocks(blocks: readonly Block[], maxCharacters: number): readonly SlackPiece[] {
  return blocks.flatMap((block) => (layouts[block.kind] as Layout<BlockKind>)(block, maxCharacters));
}

const layouts = {
  lead: ({ text, verdict }, max) => {
    const sign = verdict === undefined ? '' : `${slackVerdictSigns[verdict]} `;
    return fit(text, max - sign.length).map((part, index) =>
      section([word(index === 0 ? sign + part : part, { bold: true })]),
    );
  },
  text: ({ text }, max) => fit(text, max).map((part) => section([word(part)])),
  quote: ({ text, isRestated }, max) => [
    ...(isRestated ? [section([word('In our own words, after the issue:', { italic: true })])] : []),
    ...fit(text, max - 2).map(
      (part): SlackPiece => ({ kind: 'quote', elements: [word(isRestated ? part : `“${part}”`)] }),
    ),
  ],
  source: ({ source }, max) => {
    const elements = composeSource(source);
    return measureElements(elements) <= max
      ? [section(elements)]
      : [section([word(`— ${[...new Set([source.issueId, source.day])].join(', ')}`)])];
  },
  links: ({ links }, max) => {
    const list = { title: '' };
    return links
      .map(({ url, words }) => linkOnSlack(url, words))
      .filter((elements) => elements.length > 0 && measureElements(elements) <= max)
      .map((elements) => ({ kind: 'item', elements, list }));
  },
  list: ({ title, items }, max) => layOutList(title, items, max),
  table: ({ title, columns, rows }, max) => {
    const table = {
      title: cleanLine(title),
      columns: columns.map((name) => cutLabel(cleanLine(name), MAX_COLUMN_NAME)),
    };
    const cleanRows = rows.map((row) => columns.map((_, column) => cleanLine(row[column] ?? '')));
    const fitsAsTable = columns.length > 0 && columns.length <= limits.tableColumns;
    if (fitsAsTable && cleanRows.every((row) => row.join('').length <= max)) {
      return cleanRows.map((cells) => ({ kind: 'row', cells, table }));
    }
    return layOutList(
      title,
      rows.map((row) => row.filter(Boolean).join(' · ')),
      max,
    );
  },
  suggestions: () => [],
} satisfies { [Kind in BlockKind]: Layout<Kind> };

function layOutList(title: string, items: readonly string[], max: number): readonly SlackPiece[] {
  const list = { title: cleanLine(title) };
  // A title of several lines heads nothing: it is a paragraph.
  const [first, ...further] = fit(list.title, MAX_TITLE_CHARACTERS);
  const paragraphs =
    further.length === 0 ? [] : [first ?? '', ...further].map((part) => section([word(part, { bold: true })]));
  const heading = further.length === 0 ? list : { title: '' };
  const pieces = items.flatMap((item) =>
    fit(item, max).map((part): SlackPiece => ({ kind: 'item', elements: [word(part)], list: heading })),
  );
  return [...paragraphs, ...pieces];
}

const MAX_TITLE_CHARACTERS = 200;
const MAX_COLUMN_NAME = 40;
const MAX_SOURCE_PART = 300;

function composeSource({ heading, issueTitle, issueLink, isDateDerived, ...source }: Source): RichTextElement[] {
  // Each is a line of somebody's, of any length; together they must leave room for what they are the source of.
  const [title, place, issueId, day] = [issueTitle, heading, source.issueId, source.day].map((part) =>
    cutLabel(cleanLine(part), MAX_SOURCE_PART),
  ) as [string, string, string, string];
  const issue = title.includes(issueId) ? title : `${title} (${issueId})`;
  // Slack refuses a message with a word that has no letters.
  const plain = issue === '' ? [] : [word(issue)];
  const linked = issueLink === undefined ? plain : linkOnSlack(issueLink, issue);
  return [
    word(place === '' || place === title ? '— ' : `— ${place}, `, { italic: true }),
    ...linked,
    ...(namesDay({ issueTitle, ...source })
      ? []
      : [word(`, ${day}${isDateDerived ? ' (the Friday of its week)' : ''}`)]),
  ];
}

function fit(text: string, max: number): string[] {
  return fitText(cleanLine(text), (part) => part.length <= max);
}

function section(elements: readonly RichTextElement[]): SlackPiece {
  return { kind: 'section', elements };
}

/** Words as they are: in a rich text nothing in them means anything. */
export function word(text: string, style?: { bold?: boolean; italic?: boolean }): RichTextElement {
  return style === undefined ? { type: 'text', text } : { type: 'text', text, style };
}

/** A rich text's own section. */
export function asSection(elements: readonly RichTextElement[]): RichTextSection {
  return { type: 'rich_text_section', elements: [...elements] };
}

function measureElements(elements: readonly RichTextElement[]): number {
  return elements.reduce((sum, element) => {
    const { text = '', url = '' } = element as { text?: string; url?: string };
    return sum + text.length + url.length;
  }, 0);
}

/** A sign before the verdict's sentence; the sentence says the same in words, for whoever sees no signs. */
const slackVerdictSigns = {
  yes: '✅',
  no: '⛔',
  partly: '⚠️',
  planned: '🗓️',
  'in-progress': '🚧',
  unknown: '❔',
} satisfies Record<VerdictWord, string>;
