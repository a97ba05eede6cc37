import { breakMentions, cleanDiscordText } from './clean-discord-text.ts';
import { escapeDiscord } from './escape-discord.ts';

/**
 * A text in parts that are each at most so long once rendered: cut between sentences; inside one only where a sentence
 * alone is too long, between words and marked with dots on both sides. No word is lost. None for a text without any.
 */
export function fitDiscordText(
  text: string,
  maxCharacters: number,
  render: (text: string) => string = escapeDiscord,
): string[] {
  const clean = cleanDiscordText(text);
  if (clean === '') return [];
  const fits = (part: string) => render(part).length <= maxCharacters;
  const parts: string[] = [];
  let part = '';
  for (const sentence of splitSentences(clean)) {
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
  return [...parts, part].map(render);
}

/** Words for a button or a menu, where no mark means anything; cut between words where they are too long. */
export function cutLabel(text: string, maxCharacters: number): string {
  const label = breakMentions(cleanDiscordText(text));
  if (label.length <= maxCharacters) return label;
  const whole = label.slice(0, maxCharacters - 1).replace(/[\uD800-\uDBFF]$/, '');
  const blank = label.lastIndexOf(' ', maxCharacters - 1);
  return `${blank > maxCharacters / 2 ? whole.slice(0, blank) : whole}…`;
}

function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?]["”')]?) +(?=["“'(]?\p{Lu})/u);
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
  const characters = [...text.matchAll(/./gsu)].map(({ 0: character, index }) => index + character.length).slice(2);
  return findLastFitting(characters, text, fits) ?? characters[0] ?? text.length;
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
