import { greetingStarts } from './greeting-words.ts';
import {
  ambiguousContentsHeadings,
  contentsHeadings,
  housekeepingHeadingStarts,
  housekeepingHeadings,
  housekeepingPhrases,
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
  if (ambiguousContentsHeadings.has(words)) return 'maybe';
  return contentsHeadings.has(words) ? 'always' : undefined;
}

/** Whether a heading stands over text about the newsletter itself, contents lists aside. */
export function isHousekeepingHeading(heading: string): boolean {
  const words = plainWords(heading);
  return housekeepingHeadings.has(words) || housekeepingHeadingStarts.some((start) => words.startsWith(start));
}

/** Whether a paragraph under no heading is about the newsletter itself. */
export function isHousekeepingText(text: string): boolean {
  const words = ` ${plainWords(text)} `;
  return housekeepingPhrases.some((phrase) => words.includes(` ${phrase} `));
}

const MAX_GREETING = 140;

/** Whether a sentence greets, takes leave or speaks of the newsletter itself: no line for a list of news. */
export function isGreeting(sentence: string): boolean {
  if (isHousekeepingText(sentence)) return true;
  const words = `${plainWords(sentence)} `;
  return sentence.length <= MAX_GREETING && greetingStarts.some((start) => words.startsWith(`${start} `));
}
