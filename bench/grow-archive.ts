import { isOrdinaryWord } from '#search/words/word-weight.ts';
import { findTargets } from '#targets/finding/find-targets.ts';
import { inventName } from './invent-name.ts';
import { makeRandom, seedOf } from './seeded-random.ts';
import type { ArchiveTexts, IssueText } from './workload.ts';

const WORD = /\p{L}[\p{L}\p{N}]*/gu;
const MIN_NAME = 4;
// New words come with the square root of the text, as they do in any collection of texts (Heaps' law).
const HEAPS_EXPONENT = 0.5;
// An archive of a hundred times 91 weeks: its years are no real ones, its weeks are.
const WEEKS = 52;
const FIRST_YEAR = 1000;

/**
 * An archive of many times the size: the given issues with their facts, and so many further copies in which the names are
 * other ones, the same in an issue, its facts and the subjects. What an architecture, a device or a system is called stays,
 * and so does ordinary language.
 */
export function growArchive({ issues, subjects }: ArchiveTexts, times: number): ArchiveTexts {
  const isName = new Map<string, boolean>();
  const grownIssues: IssueText[] = [...issues];
  const grownSubjects = [...subjects];
  const seen = new Set(subjects.flatMap(splitEntries));
  for (let copy = 1; copy < times; copy++) {
    const renamed = new Map<string, string>();
    const renameAll = (text: string) => text.replace(WORD, (word) => rename(word, copy, renamed));
    for (const { text, facts } of issues) {
      const file = nameFile(grownIssues.length - issues.length);
      grownIssues.push({ file, text: renameAll(text), facts: facts === undefined ? undefined : renameAll(facts) });
    }
    // A subject is in the list once, however many copies write of it.
    const fresh = subjects.flatMap((text) => splitEntries(renameAll(text))).filter((entry) => !seen.has(entry));
    for (const entry of fresh) seen.add(entry);
    grownSubjects.push(fresh.join(''));
  }
  return { issues: grownIssues, subjects: grownSubjects };

  function rename(word: string, copy: number, renamed: Map<string, string>): string {
    const known = renamed.get(word);
    if (known !== undefined) return known;
    const name = hasName(word) ? vary(word, copy) : word;
    renamed.set(word, name);
    return name;
  }

  function hasName(word: string): boolean {
    const known = isName.get(word);
    if (known !== undefined) return known;
    const found = word.length >= MIN_NAME && !isOrdinaryWord(word) && findTargets(word).length === 0;
    isName.set(word, found);
    return found;
  }
}

function vary(word: string, copy: number): string {
  const variant = Math.floor(makeRandom(seedOf(`${word.toLowerCase()} in ${copy}`))() * (copy + 1) ** HEAPS_EXPONENT);
  return variant === 0 ? word : inventName(word, variant);
}

function splitEntries(yaml: string): string[] {
  return yaml.split(/^(?=- )/m);
}

function nameFile(place: number): string {
  const week = String((place % WEEKS) + 1).padStart(2, '0');
  return `${FIRST_YEAR + Math.floor(place / WEEKS)}-W${week}.md`;
}
