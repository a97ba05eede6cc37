// A run of capitalised words is the long form of its initials: "Automotive Grade Linux" is AGL to those who use it.
const CAPITALISED_RUN = /\p{Lu}[\p{L}\d]*(?:[ -](?:(?:of|the|as|a|for|and)[ -])?\p{Lu}[\p{L}\d]*){1,5}/gu;
const MIN_INITIALS = 2;

/** The initials of every run of capitalised words, lower case. */
export function findAcronyms(text: string): string[] {
  return Array.from(text.matchAll(CAPITALISED_RUN), ([run]) => makeInitials(run.split(/[ -]/))).filter(
    (initials) => initials.length > MIN_INITIALS,
  );
}

/** The initials of words, small words skipped: "Functions as a Service" gives "fs". */
export function makeInitials(words: readonly string[]): string {
  return words
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('')
    .toLowerCase();
}

// "Software Collections (RHSCL)": the text itself says what the short form is of.
const DEFINITION = /((?:\p{Lu}[\p{L}\d.-]*\s+){1,6})\((\p{Lu}[\p{Lu}\d]{1,7})s?\)/gu;

/** The short forms that a text defines, each with the last word of what it stands for. */
export function findDefinitions(text: string): { short: string; last: string }[] {
  return Array.from(text.matchAll(DEFINITION), ([, long = '', short = '']) => ({
    short,
    last: long.trim().split(/\s+/).at(-1) ?? '',
  }));
}

const NEIGHBOURS = /(?=(?<![\p{L}\d])(\p{Lu}[\p{L}\d]+) (\p{Lu}[\p{L}\d]+)(?: (\p{Lu}[\p{L}\d]+))?)/gu;

/** Neighbouring capitalised words written as one, as many people write them: "Open Foodb" gives "OpenFoodb", "Open Foodb Desk" "OFDesk" too. */
export function joinNames(text: string): string {
  return Array.from(text.matchAll(NEIGHBOURS), ([, first = '', second = '', third]) =>
    third ? `${first}${second} ${first}${second}${third} ${first[0]}${second[0]}${third}` : `${first}${second}`,
  ).join(' ');
}

/** Every two neighbouring capitalised words of a text: "Foodb Desk 2" has one such pair. */
export function findCapitalisedPairs(text: string): [first: string, second: string][] {
  return Array.from(text.matchAll(NEIGHBOURS), ([, first = '', second = '']) => [first, second]);
}

const RATE = /(?<![\p{L}\d])([a-z])[a-z]*\s+per\s+([a-z])[a-z]*/giu;

/** How people shorten the rates of a text: "frames per second" is fps. */
export function findRates(text: string): string[] {
  return Array.from(text.matchAll(RATE), ([, counted = '', time = '']) => `${counted}p${time}`.toLowerCase());
}
