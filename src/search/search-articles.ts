import type { Article, Issue } from '#newsletter/issue.ts';
import { listAt } from '#search/reading/number-lists.ts';
import { weighTerm } from '#search/reading/read-terms.ts';
import { tokenize } from '#search/words/tokenize.ts';
import { countHolders } from './fact-index.ts';
import type { Snapshot } from './snapshot.ts';

const MIN_WEIGHT = 0.1;

/** Finds articles by words, best first: by what their facts or sentences have of them. Empty when no telling word is in the archive. */
export function searchArticles(
  { index, spelling, words: known }: Snapshot,
  words: string,
  limit: number,
): { article: Article; issue: Issue; score: number }[] {
  const scores = new Map<string, { article: Article; issue: Issue; score: number; place: number }>();
  for (const { raw } of tokenize(words)) {
    const meant = known.has(raw.toLowerCase()) ? raw : (spelling.suggest(raw)[0]?.word ?? raw);
    const best = new Map<string, number>();
    for (const [place, term] of (tokenize(meant)[0]?.terms ?? []).entries()) {
      const id = index.termIds.get(term);
      if (id === undefined) continue;
      const worth = weighTerm(meant, countHolders(index, id), index.facts.length) * (place === 0 ? 1 : 0.5);
      if (worth < MIN_WEIGHT) continue;
      let last: Article | undefined;
      for (const holder of listAt(index.holders, id)) {
        const { fact, article, issue, headingList } = index.facts[holder] as (typeof index.facts)[number];
        // An article's facts stand together, and each would say the same of it.
        if (article === last) continue;
        last = article;
        const score = listAt(index.lists, headingList).includes(id) ? 2 * worth : worth;
        if (score <= (best.get(fact.articleId) ?? 0)) continue;
        best.set(fact.articleId, score);
        if (!scores.has(fact.articleId)) scores.set(fact.articleId, { article, issue, score: 0, place: holder });
      }
    }
    for (const [id, score] of best) {
      const one = scores.get(id);
      if (one) one.score += score;
    }
  }
  return [...scores.values()].sort((a, b) => b.score - a.score || b.place - a.place).slice(0, limit);
}
