import type { SlackHeading, SlackPiece } from './pieces.ts';
import { measurePiece } from './pieces.ts';

/** What one page may hold at most. */
export interface PageRoom {
  readonly characters: number;
  readonly pieces: number;
}

/**
 * Puts pieces on pages, in their order, each on exactly one page, as many on a page as fit. A piece larger than a page has
 * one of its own. The titles of lists and tables, repeated on each page that they go on on, take room, too.
 */
export function planSlackPages(pieces: readonly SlackPiece[], room: PageRoom): readonly (readonly SlackPiece[])[] {
  const pages: SlackPiece[][] = [];
  let page: SlackPiece[] = [];
  let taken = 0;
  for (const piece of pieces) {
    const heading = headingOf(piece);
    const isUnder = heading !== undefined && page.length > 0 && headingOf(page.at(-1) as SlackPiece) === heading;
    const size = measurePiece(piece) + (isUnder ? 0 : measureHeading(heading));
    if (page.length > 0 && (taken + size > room.characters || page.length >= room.pieces)) {
      pages.push(page);
      page = [];
      taken = 0;
    }
    page.push(piece);
    taken += page.length === 1 ? measurePiece(piece) + measureHeading(heading) : size;
  }
  return page.length === 0 ? pages : [...pages, page];
}

/** The list or table that a piece is a part of. */
export function headingOf(piece: SlackPiece): SlackHeading | undefined {
  if (piece.kind === 'item') return piece.list;
  return piece.kind === 'row' ? piece.table : undefined;
}

function measureHeading(heading: SlackHeading | undefined): number {
  if (heading === undefined) return 0;
  const { columns = [] } = heading as { columns?: readonly string[] };
  return heading.title.length + columns.join('').length;
}
