import { COUNTING_WORDS, EVERYDAY_NAMES, MONTHS, NUMBER_WORDS } from './number-words.ts';

// Addresses tell where, not how many: links are compared with links. Marks of footnotes and of trade count nothing.
const NO_NUMBER = /https?:\/\/\S+|[\w.+-]+@[\w.-]+|\b(?:[\w-]+\.)+[a-z]{2,}\/\S*|\[\d{1,2}\]|[®™]\w*/gi;
const ISO_DAY = /\b(\d{4})-(\d\d)-(\d\d)\b/g;
// Digits behind a letter belong to a name.
const NUMBER = /(?<![\p{L}\p{N}_.])v?\d+(?:,\d{3})*(?:\.\d+)*/giu;
const NUMBERED_NAME = /(?<![\p{L}\p{N}])\p{L}+\d[\p{L}\p{N}]*/gu;

/**
 * What a restatement has to keep: amounts, versions, days, percentages, and names with a number in them.
 * Each in lower case and as its digits alone: `5200` for "5,200", `1.9` for "v1.9", `rc1`; days as day and year.
 */
export function findNumbers(text: string): string[] {
  const plain = text.replaceAll(NO_NUMBER, ' ').replaceAll(ISO_DAY, spellDay);
  const names = Array.from(plain.matchAll(NUMBERED_NAME), ([name]) => name.toLowerCase());
  return [
    ...Array.from(plain.matchAll(NUMBER), ([found]) => spell(found)),
    ...wordsOf(plain).flatMap((word) => COUNTING_WORDS.get(word) ?? []),
    ...names
      .filter((name) => !EVERYDAY_NAMES.has(name) && !/^v\d+$/.test(name))
      .map((name) => name.replace(/(?<=\d)s$/, '')),
  ];
}

/**
 * Tells whether a text has a number that `findNumbers` found elsewhere. Words count ("twice" for "2x"), and so do the
 * digits of a name ("TOP500" for "Top 500"); what stands between the parts of a name does not ("beta 1" for "beta1").
 */
export function createNumberFinder(text: string): (number: string) => boolean {
  const words = new Set(wordsOf(text));
  const spoken = [...NUMBER_WORDS].filter(([, others]) => others.some((word) => words.has(word)));
  const digits = text.replaceAll(NO_NUMBER, ' ').match(/(?<=\p{L})\d+/gu) ?? [];
  const found = new Set([...findNumbers(text), ...digits, ...spoken.map(([number]) => number)]);
  const letters = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return (number) => found.has(number) || (/^\p{L}/u.test(number) && letters.includes(number));
}

function spellDay(_: string, year: string, month: string, day: string): string {
  return `${day} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

function spell(number: string): string {
  return number
    .toLowerCase()
    .replaceAll(',', '')
    .replace(/^v/, '')
    .replace(/^0+(?=\d)/, '');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^a-z]+/);
}
