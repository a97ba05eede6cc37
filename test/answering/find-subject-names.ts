import { nameSubject } from '#drafting/proper-names.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { isOrdinaryWord } from '#search/words/word-weight.ts';
import { vocabulary } from '#targets/vocabulary.ts';

const WORD = /[\p{L}\p{N}]+/gu;
// Shorter ones ("CE", "rc", "QA") are found in everything.
const MIN_WORD = 3;
// "rc1", "64k": a version or a size, not a name.
const RELEASE = /^(?:v|rc)\d+$|^\d+[kmg]?$/;
// "Foodb 2.4 beta": the name stands before.
const VERSION = /\s+v?\d[\d.]*(?:\s.*)?$/;

const targetWords = new Set(
  vocabulary.flatMap(({ id, label, names, ambiguousNames }) =>
    [id, label, ...names, ...(ambiguousNames ?? []).map(({ name }) => name)].flatMap(wordsOf),
  ),
);

/** The words of a text, in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** The names of an archive's subjects, as words behind one another: by its list, its facts, and the headings of what has no facts. */
export function findSubjectNames({ issues, names, index, factsOf }: Snapshot): Set<string> {
  const reviewed = index.facts.filter(({ fact }) => fact.isReviewed).flatMap(({ about }) => about);
  const bare = issues.filter(({ id }) => factsOf(id).length === 0);
  const headings = bare.flatMap(({ articles }) => articles.filter(({ kind }) => kind === 'news'));
  const all = [
    ...[...names.all.filter(({ kind }) => kind.length > 0), ...reviewed].flatMap(({ name, also }) => [name, ...also]),
    ...headings.map(({ heading }) => nameSubject(heading).replace(VERSION, '')),
  ];
  return new Set(
    all
      .map(wordsOf)
      .filter(isTelling)
      .map((words) => words.join(' ')),
  );
}

// A name that no dictionary and no list of targets has, in one of its words at least.
function isTelling(words: readonly string[]): boolean {
  return words.some(
    (word) =>
      word.length >= MIN_WORD &&
      /\p{L}/u.test(word) &&
      !RELEASE.test(word) &&
      !targetWords.has(word) &&
      !isOrdinaryWord(word),
  );
}
