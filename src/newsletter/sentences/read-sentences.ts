import type { Link, Sentence } from '#newsletter/issue.ts';
import { type InlineText, lineAt } from '#newsletter/markdown/inline-text.ts';
import type { Passage, TextPassage } from '#newsletter/markdown/passage.ts';
import { splitSentences } from './split-sentences.ts';

const WORD = /[\p{L}\p{N}]/u;
const MAX_LABEL = 100;
const MAX_ROW = 400;

/** The sentences of an article's passages; an item that is only a link and its label has none. */
export function readSentences(passages: readonly TextPassage[]): Sentence[] {
  const sentences: Sentence[] = [];
  const blocks = new Map<number, number>();
  for (const { inline, block, sentenceKind } of passages) {
    const isCode = sentenceKind === 'code';
    if (!WORD.test(inline.text) || (!isCode && findLinkLabel(inline) !== undefined)) continue;
    if (!blocks.has(block)) blocks.set(block, blocks.size);
    // Whatever stops are in it, a row is one sentence.
    const isWhole = isCode || (sentenceKind === 'row' && inline.text.length <= MAX_ROW);
    const spans = isWhole ? [{ start: 0, end: inline.text.length }] : splitSentences(inline.text);
    for (const { start, end } of spans) {
      const text = inline.text.slice(start, end);
      if (!WORD.test(text)) continue;
      sentences.push({ text, line: lineAt(inline.marks, start), block: blocks.get(block) ?? 0, kind: sentenceKind });
    }
  }
  return sentences;
}

/** The links of an article in order, each address once; a label behind a bare link gives it its words. */
export function collectLinks(passages: readonly Passage[]): Link[] {
  const links = new Map<string, Link>();
  for (const { inline } of passages) {
    const label = findLinkLabel(inline);
    for (const { url, words, line } of inline.links) {
      const known = links.get(url);
      const link = { url, words: words === '' && inline.links.length === 1 ? (label ?? '') : words, line };
      if (known === undefined) links.set(url, link);
      else if (known.words === '' && link.words !== '') links.set(url, { ...known, words: link.words });
    }
  }
  return [...links.values()];
}

// For text that begins with a bare link: what follows it, if that is no more than a label. Undefined for all other text.
function findLinkLabel({ text, links }: InlineText): string | undefined {
  const [first, ...others] = links;
  if (first === undefined || first.words !== '' || first.start !== 0) return undefined;
  if (others.some(({ words }) => words !== '')) return undefined;
  let label = '';
  let at = first.end;
  for (const { start, end } of others) {
    label += text.slice(at, start);
    at = end;
  }
  label += text.slice(at);
  if (label.length > MAX_LABEL || /[.!?]\s+\S/.test(label) || /[.!?]$/.test(label)) return undefined;
  const bare = label.replace(/^[\s\-–—:|,]+/, '').trim();
  return /^\([^()]*\)$/.test(bare) ? bare.slice(1, -1) : bare;
}
