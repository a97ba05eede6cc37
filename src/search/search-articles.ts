import type { Article, Issue } from '#newsletter/issue.ts';
import { listAt } from '#search/reading/number-lists.ts';
import { weighTerm } from '#search/reading/read-terms.ts';
import { tokenize } from '#search/words/tokenize.ts';
import { countHolders } from './fact-index.ts';
import type { IndexedFact } from './indexed-fact.ts';
import type { Snapshot } from './snapshot.ts';

const MIN_WEIGHT = 0.1;

/** Finds articles by words, best first: by what their facts or sentences have of them. Empty when no telling word is in the archive. */
export function searchArticles(
  { index, spelling, words: known }: Snapshot,
  words: string,
  limit: number,
): { article: Article; issue: Issue; score: number }[] {
  // By the list of its heading, which each article has one of: which article that is need not be looked at.
  const scores = new Map<number, { score: number; readonly fact: IndexedFact }>();
  for (const { raw } of tokenize(words)) {
    const meant = known.has(raw.toLowerCase()) ? raw : (spelling.suggest(raw)[0]?.word ?? raw);
    const best = new Map<number, number>();
    for (const [place, term] of (tokenize(meant)[0]?.terms ?? []).entries()) {
      const id = index.termIds.get(term);
      if (id === undefined) continue;
      const worth = weighTerm(meant, countHolders(index, id), index.facts.length) * (place === 0 ? 1 : 0.5);
      if (worth < MIN_WEIGHT) continue;
      let last: number | undefined;
      for (const holder of listAt(index.holders, id)) {
        const fact = index.facts[holder] as IndexedFact;
        const { headingList } = fact;
        // An article's facts stand together, and each would say the same of it.
        if (headingList === last) continue;
        last = headingList;
        const score = listAt(index.lists, headingList).includes(id) ? 2 * worth : worth;
        if (score <= (best.get(headingList) ?? 0)) continue;
        best.set(headingList, score);
        if (!scores.has(headingList)) scores.set(headingList, { score: 0, fact });
      }
    }
    for (const [article, score] of best) {
      const one = scores.get(article);
      if (one) one.score += score;
    }
  }
  return [...scores.values()]
    .sort((a, b) => b.score - a.score || b.fact.place - a.fact.place)
    .slice(0, limit)
    .map(({ score, fact: { article, issue } }) => ({ article, issue, score }));
}
