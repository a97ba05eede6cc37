/** Between a sentence's end and the capital that begins the next. */
const SENTENCE_GAP = /(?<=[.!?]["”')]?) +(?=["“'(]?\p{Lu})/u;

/** The sentences of a text in one line, none of them cut. */
export function splitIntoSentences(text: string): string[] {
  return text.split(SENTENCE_GAP);
}

/**
 * A text in one line, in parts that each fit: cut between sentences; inside one only where a sentence alone is too long,
 * between words and marked with dots on both sides. No word is lost. None for a text without any.
 */
export function fitText(text: string, fits: (part: string) => boolean): string[] {
  if (text === '') return [];
  const parts: string[] = [];
  let part = '';
  for (const sentence of splitIntoSentences(text)) {
    const longer = part === '' ? sentence : `${part} ${sentence}`;
    if (fits(longer)) {
      part = longer;
      continue;
    }
    if (part !== '') parts.push(part);
    const pieces = fits(sentence) ? [sentence] : cutSentence(sentence, fits);
    part = pieces.pop() ?? '';
    parts.push(...pieces);
  }
  return [...parts, part];
}

/** Words of ours or of others as a label in one line; cut between words where they are too long. */
export function cutLabel(label: string, maxCharacters: number): string {
  if (label.length <= maxCharacters) return label;
  const whole = label.slice(0, findEnds(label).findLast((end) => end < maxCharacters) ?? 0);
  const blank = label.lastIndexOf(' ', maxCharacters - 1);
  return `${blank > maxCharacters / 2 ? whole.slice(0, blank) : whole}…`;
}

function cutSentence(sentence: string, fits: (part: string) => boolean): string[] {
  const parts: string[] = [];
  let rest = sentence;
  while (!fits(rest)) {
    const end = findCut(rest, fits);
    parts.push(`${rest.slice(0, end).trimEnd()} …`);
    rest = `… ${rest.slice(end).trimStart()}`;
  }
  return [...parts, rest];
}

/** Where to cut: after the most words that fit, or after the most characters where the first word alone does not. */
function findCut(text: string, fits: (part: string) => boolean): number {
  const ends = [...text.matchAll(/ (?!…)/g)].map(({ index }) => index).filter((index) => index > 1);
  const byWord = findLastFitting(ends, text, fits);
  if (byWord !== undefined) return byWord;
  const characters = findEnds(text).slice(2);
  return findLastFitting(characters, text, fits) ?? characters[0] ?? text.length;
}

/** Where each character ends as a reader sees it: one that is joined of several, such as a family, is not taken apart. */
function findEnds(text: string): number[] {
  const seen = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
  return Array.from(seen).flatMap(({ index, segment }) =>
    segment.length <= MAX_JOINED ? [index + segment.length] : splitJoined(segment).map((end) => index + end),
  );
}

// The longest that is in use: a family of four with their skins. What is longer is no writing, and would never fit.
const MAX_JOINED = 40;

function splitJoined(segment: string): number[] {
  let end = 0;
  return Array.from(segment, (point) => {
    end += point.length;
    return end;
  });
}

function findLastFitting(ends: readonly number[], text: string, fits: (part: string) => boolean): number | undefined {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(`${text.slice(0, ends[middle])} …`)) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? undefined : ends[low - 1];
}
