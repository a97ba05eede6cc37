import type { Block, BlockKind, Reply } from '#conversation/reply.ts';
import { splitIntoSentences } from './fit-text.ts';
import { namesDay } from './names-day.ts';

type Pieces<Kind extends BlockKind> = (block: Extract<Block, { kind: Kind }>) => string[];

/**
 * A reply as plain text of at most so many characters, for where nothing can be laid out. What does not fit is left off
 * at the end, between sentences or lines, never out of the middle: words dropped inside a sentence can turn its meaning.
 */
export function replyToText(reply: Reply, maxCharacters: number): string {
  const paragraphs = reply.blocks.map((block) => (piecesOf[block.kind] as Pieces<BlockKind>)(block));
  let text = '';
  for (const pieces of paragraphs) {
    for (const [index, piece] of pieces.filter(Boolean).entries()) {
      const joint = text === '' ? '' : index === 0 || isLine(piece) ? '\n' : ' ';
      if (text.length + joint.length + piece.length > maxCharacters) return text || cutAtWord(piece, maxCharacters);
      text += joint + piece;
    }
  }
  return text;
}

const piecesOf = {
  lead: ({ text }) => splitIntoSentences(text),
  text: ({ text }) => splitIntoSentences(text),
  quote: ({ text, isRestated }) => [isRestated ? `In our own words, after the issue: ${text}` : `“${text}”`],
  source: ({ source }) => [
    `— ${[...new Set([source.heading, source.issueTitle, source.issueId, namesDay(source) ? '' : source.day])].filter(Boolean).join(', ')}`,
  ],
  links: ({ links }) =>
    links.map(({ url, words }) => (words === '' || words === url ? `→ ${url}` : `→ ${words}: ${url}`)),
  list: ({ title, items }) =>
    placeTitle(
      title,
      items.map((item) => `• ${item}`),
    ),
  table: ({ title, rows }) =>
    placeTitle(
      title,
      rows.map((row) => `• ${row.filter(Boolean).join(' | ')}`),
    ),
  suggestions: ({ title, questions }) =>
    placeTitle(
      title,
      questions.map((question) => `› ${question}`),
    ),
} satisfies { [Kind in BlockKind]: Pieces<Kind> };

const lineMarks = new Set(['•', '›', '→']);

function isLine(piece: string): boolean {
  return lineMarks.has(piece[0] ?? '');
}

/** A title never stands alone: it comes with its first line, or not at all. */
function placeTitle(title: string, lines: readonly string[]): string[] {
  const [first, ...others] = lines;
  if (first === undefined) return [];
  return [title === '' ? first : `${title}\n${first}`, ...others];
}

/** Only for a first sentence that is too long by itself. */
function cutAtWord(piece: string, maxCharacters: number): string {
  const whole = piece.slice(0, Math.max(0, maxCharacters - 1)).toWellFormed();
  const blank = whole.lastIndexOf(' ');
  return maxCharacters < 1 ? '' : `${blank > 0 ? whole.slice(0, blank) : whole}…`;
}
