import type { InlineText } from './inline-text.ts';

/** Texts one behind the other, each behind the words given; their lines and links stay known. */
export function joinInline(parts: readonly { readonly before: string; readonly inline: InlineText }[]): InlineText {
  let text = '';
  const marks: InlineText['marks'][number][] = [];
  const links: InlineText['links'][number][] = [];
  for (const { before, inline } of parts) {
    text += before;
    const offset = text.length;
    for (const mark of inline.marks) marks.push({ ...mark, offset: mark.offset + offset });
    for (const link of inline.links) links.push({ ...link, start: link.start + offset, end: link.end + offset });
    text += inline.text;
  }
  return { text, marks: marks.length > 0 && marks[0] ? [{ ...marks[0], offset: 0 }, ...marks.slice(1)] : marks, links };
}

/** A row of a table as a reader would say it: its first cell, then each other cell behind the head of its column. */
export function joinRow(cells: readonly InlineText[], heads: readonly InlineText[]): InlineText {
  const filled = cells.flatMap((inline, column) => {
    const isEmpty = inline.text === '' && inline.links.length === 0;
    return isEmpty ? [] : [{ inline, head: column === 0 ? '' : (heads[column]?.text ?? '') }];
  });
  return joinInline(
    filled.map(({ inline, head }, place) => ({
      before: `${place === 0 ? '' : place === 1 ? ' – ' : '; '}${head === '' ? '' : `${head}: `}`,
      inline,
    })),
  );
}
