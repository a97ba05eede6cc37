import type { Article } from '#newsletter/issue.ts';

/** At most this long: a quote is proof, not the article. */
export const MAX_QUOTE = 400;
const CLAUSE_END = /[,;:)]\s|\s[–—-]\s/g;

/**
 * The words that prove an answer: the sentence as it stands, with its neighbours of the same block where `wanted` asks for
 * them and they fit. A sentence that is too long alone is cut to whole clauses around `clause`.
 */
export function chooseQuote(article: Article, place: number, clause = '', wanted: readonly number[] = []): string {
  const sentence = article.sentences[place];
  if (!sentence) return article.heading.slice(0, MAX_QUOTE);
  if (sentence.text.length > MAX_QUOTE) return cutAround(sentence.text, clause);
  let first = place;
  let last = place;
  const length = () => article.sentences.slice(first, last + 1).reduce((sum, { text }) => sum + text.length + 1, -1);
  const isOpen = (i: number) => article.sentences[i]?.block === sentence.block && wanted.includes(i);
  const grow = (step: -1 | 1): boolean => {
    const next = step < 0 ? first - 1 : last + 1;
    if (!isOpen(next)) return false;
    const before: [number, number] = [first, last];
    if (step < 0) first = next;
    else last = next;
    if (length() <= MAX_QUOTE) return true;
    [first, last] = before;
    return false;
  };
  while (grow(1));
  while (grow(-1));
  return article.sentences
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ');
}

// Whole clauses only, and never the far side of a "not": the cut starts at the clause itself and grows to both sides.
function cutAround(text: string, clause: string): string {
  const at = Math.max(0, text.indexOf(clause));
  const ends = [0, ...Array.from(text.matchAll(CLAUSE_END), (match) => match.index + match[0].length), text.length];
  const mustEnd = Math.min(text.length, at + Math.min(clause.length, MAX_QUOTE));
  const start = ends.filter((end) => end <= at && mustEnd - end <= MAX_QUOTE).at(0) ?? at;
  const stop =
    ends.filter((end) => end > start && end - start <= MAX_QUOTE).at(-1) ?? lastBlank(text, start + MAX_QUOTE);
  return text.slice(start, stop).trim();
}

function lastBlank(text: string, before: number): number {
  const at = text.lastIndexOf(' ', before);
  return at > before - MAX_QUOTE / 2 ? at : before;
}
