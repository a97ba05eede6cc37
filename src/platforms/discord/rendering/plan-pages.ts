/** A part of a reply that stays in one piece, ready as Discord's markdown. */
export interface DiscordPiece {
  readonly text: string;
  /** What it stands under; repeated where a list goes on on another page. The same object for all of one list. */
  readonly heading?: { readonly text: string };
  /** Whether it follows the piece before it without a blank line. */
  readonly isAttached: boolean;
}

const continued = ' *(continued)*';
/** Room that a heading takes besides its own text. */
export const HEADING_EXTRA = continued.length + 1;

/**
 * Puts pieces on pages of at most so many characters, in their order, each on exactly one page, as many on a page as fit.
 * No heading ends a page. Every piece must fit on a page with its heading.
 */
export function planDiscordPages(pieces: readonly DiscordPiece[], maxCharacters: number): readonly string[] {
  const pages: string[] = [];
  const begun = new Set<DiscordPiece['heading']>();
  let page = '';
  let heading: DiscordPiece['heading'];
  const place = (piece: DiscordPiece) => {
    const isUnder = page !== '' && piece.heading === heading;
    const head =
      piece.heading === undefined || isUnder
        ? ''
        : `${piece.heading.text}${begun.has(piece.heading) ? continued : ''}\n`;
    const joint = page === '' ? '' : piece.isAttached ? '\n' : '\n\n';
    return page + joint + head + piece.text;
  };
  for (const piece of pieces) {
    let next = place(piece);
    if (next.length > maxCharacters && page !== '') {
      pages.push(page);
      page = '';
      next = place(piece);
    }
    page = next;
    heading = piece.heading;
    begun.add(heading);
  }
  return page === '' ? pages : [...pages, page];
}
