import { nameSubject } from '#claims/name-subject.ts';
import { vocabulary } from '#claims/vocabulary.ts';
import type { Issue } from '#newsletter/issue.ts';
import { isOrdinaryWord } from '#search/word-weight.ts';

const WORD = /[\p{L}\p{N}]+/gu;
// Shorter ones ("CE", "rc", "QA") are found in everything.
const MIN_WORD = 3;
// "rc1", "64k": a version or a size, not a name.
const RELEASE = /^(?:v|rc)\d+$|^\d+[kmg]?$/;

const targetWords = new Set(
  vocabulary.flatMap(({ id, label, names, ambiguousNames }) =>
    [id, label, ...names, ...(ambiguousNames ?? []).map(({ name }) => name)].flatMap(wordsOf),
  ),
);

/** Words that name the subjects of these issues: of the news' subjects, those that no dictionary and no list of targets has. */
export function findSubjectWords(issues: readonly Issue[]): Set<string> {
  const news = issues.flatMap(({ articles }) => articles.filter(({ kind }) => kind === 'news'));
  return new Set(news.flatMap(({ heading }) => wordsOf(nameSubject(heading))).filter(isTelling));
}

/** The words of a text, in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

function isTelling(word: string): boolean {
  const isName = word.length >= MIN_WORD && /\p{L}/u.test(word) && !RELEASE.test(word);
  return isName && !targetWords.has(word) && !isOrdinaryWord(word);
}
