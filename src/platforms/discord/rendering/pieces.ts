import type { Block, BlockKind } from '#conversation/reply.ts';
import { cleanLine } from '#conversation/wording/clean-line.ts';
import { escapeDiscord } from '#platforms/discord/text/escape.ts';
import { fitDiscordText } from '#platforms/discord/text/fit.ts';
import { discordLink } from '#platforms/discord/text/link.ts';
import { renderDiscordSource } from '#platforms/discord/text/source.ts';
import { type DiscordPiece, HEADING_EXTRA } from './plan-pages.ts';
import { discordVerdicts } from './verdict.ts';

type Layout<Kind extends BlockKind> = (
  block: Extract<Block, { kind: Kind }>,
  maxCharacters: number,
) => readonly DiscordPiece[];

/** Blocks as pieces that each fit, with their heading, into so many characters; a quote keeps its source where both fit. */
export function layOutBlocks(blocks: readonly Block[], maxCharacters: number): readonly DiscordPiece[] {
  const pieces: DiscordPiece[] = [];
  let previous: BlockKind | undefined;
  for (const block of blocks) {
    const [first, ...others] = (layouts[block.kind] as Layout<BlockKind>)(block, maxCharacters);
    if (first === undefined) continue;
    const last = pieces.at(-1);
    const whole = `${last?.text}\n${first.text}`;
    const isOfQuote = block.kind === 'source' && previous === 'quote';
    if (isOfQuote && last !== undefined && whole.length <= maxCharacters)
      pieces.splice(-1, 1, { ...last, text: whole });
    else pieces.push(first);
    pieces.push(...others);
    previous = block.kind;
  }
  return pieces;
}

const layouts = {
  lead: ({ text, verdict }, max) => {
    const sign = verdict === undefined ? '' : `${discordVerdicts[verdict].sign} `;
    return asParagraphs(fitDiscordText(`${sign}${text}`, max, embolden));
  },
  text: ({ text }, max) => asParagraphs(fitDiscordText(text, max)),
  quote: ({ text, isRestated }, max) => {
    const note = isRestated ? '-# In our own words, after the issue:\n' : '';
    const render = (part: string) => `${note}> ${escapeDiscord(isRestated ? part : `“${part}”`)}`;
    return asParagraphs(fitDiscordText(text, max, render));
  },
  source: ({ source }, max) => {
    const { rendered, plain } = renderDiscordSource(source);
    return asParagraphs(rendered.length <= max ? [rendered] : fitDiscordText(plain, max));
  },
  links: ({ links }) =>
    asLines(
      links.map(({ url, words }) => discordLink(url, words)).flatMap((link) => (link === '' ? [] : [`→ ${link}`])),
    ),
  list: ({ title, items }, max) =>
    layOutItems(title, max, (room) => items.flatMap((item) => fitDiscordText(item, room, asItem))),
  table: ({ title, columns, rows }, max) =>
    layOutItems(title, max, (room) => rows.flatMap((row) => renderRow(row, columns, room))),
  // Suggestions are buttons and menus; what does not fit there comes here as a list.
  suggestions: () => [],
} satisfies { [Kind in BlockKind]: Layout<Kind> };

const MAX_HEADING_CHARACTERS = 200;

function layOutItems(
  title: string,
  maxCharacters: number,
  renderItems: (maxCharacters: number) => readonly string[],
): readonly DiscordPiece[] {
  const words = cleanLine(title);
  if (words === '') return asLines(renderItems(maxCharacters));
  const heading = { text: embolden(words) };
  // A title of several lines heads nothing: it is a paragraph.
  if (heading.text.length > MAX_HEADING_CHARACTERS) {
    const paragraphs = asParagraphs(fitDiscordText(words, maxCharacters, embolden));
    return [...paragraphs, ...asLines(renderItems(maxCharacters)).map((piece) => ({ ...piece, isAttached: true }))];
  }
  const room = maxCharacters - heading.text.length - HEADING_EXTRA;
  return asLines(renderItems(room)).map((piece) => ({ ...piece, heading }));
}

/** The first cell names the row, the second tells most of it; the further ones need their column's name. */
function renderRow(row: readonly string[], columns: readonly string[], maxCharacters: number): readonly string[] {
  const [name = '', value = '', ...others] = row.map(cleanLine);
  const labelled = others.flatMap((cell, index) => {
    const column = columns[index + 2] ?? '';
    return cell === '' ? [] : [column === '' ? cell : `${column}: ${cell}`];
  });
  const details = [value, ...labelled].filter(Boolean);
  const rendered = `- ${[name === '' ? '' : embolden(name), details.map(escapeDiscord).join(' · ')].filter(Boolean).join(': ')}`;
  if (name === '' && details.length === 0) return [];
  if (rendered.length <= maxCharacters) return [rendered];
  return fitDiscordText([name, details.join(' · ')].filter(Boolean).join(': '), maxCharacters, asItem);
}

function asItem(text: string): string {
  return `- ${escapeDiscord(text)}`;
}

function embolden(text: string): string {
  return `**${escapeDiscord(text)}**`;
}

function asParagraphs(texts: readonly string[]): readonly DiscordPiece[] {
  return texts.map((text) => ({ text, isAttached: false }));
}

function asLines(texts: readonly string[]): readonly DiscordPiece[] {
  return texts.map((text, index) => ({ text, isAttached: index > 0 }));
}
