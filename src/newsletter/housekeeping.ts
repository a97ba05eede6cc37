import { GREETING_STARTS } from './greeting-words.ts';
import {
  AMBIGUOUS_CONTENTS_HEADINGS,
  CONTENTS_HEADINGS,
  HOUSEKEEPING_HEADING_STARTS,
  HOUSEKEEPING_HEADINGS,
  HOUSEKEEPING_PHRASES,
} from './housekeeping-words.ts';

/** Lower case, letters and digits only, single blanks: for comparing headings and phrases. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** `always` stands over a list of contents; `maybe` over one or over the news itself; undefined over neither. */
export function findContentsHeading(heading: string): 'always' | 'maybe' | undefined {
  const words = plainWords(heading);
  if (AMBIGUOUS_CONTENTS_HEADINGS.has(words)) return 'maybe';
  return CONTENTS_HEADINGS.has(words) ? 'always' : undefined;
}

/** Whether a heading stands over text about the newsletter itself, contents lists aside. */
export function isHousekeepingHeading(heading: string): boolean {
  const words = plainWords(heading);
  return HOUSEKEEPING_HEADINGS.has(words) || HOUSEKEEPING_HEADING_STARTS.some((start) => words.startsWith(start));
}

/** Whether a paragraph under no heading is about the newsletter itself. */
export function isHousekeepingText(text: string): boolean {
  const words = ` ${plainWords(text)} `;
  return HOUSEKEEPING_PHRASES.some((phrase) => words.includes(` ${phrase} `));
}

const MAX_GREETING = 140;

/** Whether a sentence greets, takes leave or speaks of the newsletter itself: no line for a list of news. */
export function isGreeting(sentence: string): boolean {
  if (isHousekeepingText(sentence)) return true;
  const words = `${plainWords(sentence)} `;
  return sentence.length <= MAX_GREETING && GREETING_STARTS.some((start) => words.startsWith(`${start} `));
}
