import lists from './housekeeping.json' with { type: 'json' };

// Everything in the lists is compared after `plainWords`. Some headings over a list of contents may as well stand over the news.
const contentsHeadings = new Set(lists.contentsHeadings);
const ambiguousContentsHeadings = new Set(lists.ambiguousContentsHeadings);
const housekeepingHeadings = new Set(lists.headings);

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
  return housekeepingHeadings.has(words) || lists.headingStarts.some((start) => words.startsWith(start));
}

/** Whether a paragraph under no heading is about the newsletter itself. */
export function isHousekeepingText(text: string): boolean {
  const words = ` ${plainWords(text)} `;
  return lists.phrases.some((phrase) => words.includes(` ${phrase} `));
}

const MAX_GREETING = 140;

/** Whether a sentence greets, takes leave or speaks of the newsletter itself: no line for a list of news. */
export function isGreeting(sentence: string): boolean {
  if (isHousekeepingText(sentence)) return true;
  const words = `${plainWords(sentence)} `;
  return sentence.length <= MAX_GREETING && lists.greetingStarts.some((start) => words.startsWith(`${start} `));
}
