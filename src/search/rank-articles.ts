import type { QueryWord } from './query.ts';
import type { Snapshot } from './snapshot.ts';
import { type IndexedArticle, inverseFrequency } from './text-index.ts';

/** An article and how well it fits a question. */
export interface RankedArticle {
  /** Place in `snapshot.index.articles`. */
  readonly place: number;
  readonly indexed: IndexedArticle;
  readonly score: number;
}

// The newsletter's talk about itself is an answer only where nothing else is.
const HOUSEKEEPING_FACTOR = 0.35;
// Words below this weight ("the", "does", "my") are in every article and say nothing.
const MIN_WEIGHT = 0.15;

/** The articles that share the question's telling words, best first (weighted BM25F). */
export function rankArticles(words: readonly QueryWord[], snapshot: Snapshot, limit: number): RankedArticle[] {
  const { index } = snapshot;
  const { starts, articles, strengths } = index.postings;
  const scores = new Float32Array(index.articles.length);
  const touched: number[] = [];
  // By article, the best match of the word at hand; empty again before the next.
  const best = new Float64Array(index.articles.length);
  for (const word of words) {
    if (word.weight < MIN_WEIGHT) continue;
    // A word counts once an article, by its best match there.
    const holders: number[] = [];
    for (const { termId, factor } of word.matches) {
      const worth = word.weight * factor * inverseFrequency(index, termId);
      const end = starts[termId + 1] as number;
      for (let i = starts[termId] as number; i < end; i++) {
        const place = articles[i] as number;
        const score = worth * (strengths[i] as number);
        const known = best[place] as number;
        if (score <= known) continue;
        if (known === 0) holders.push(place);
        best[place] = score;
      }
    }
    for (const place of holders) {
      if (scores[place] === 0) touched.push(place);
      scores[place] = (scores[place] as number) + (best[place] as number);
      best[place] = 0;
    }
  }
  return chooseBest(touched, scores, index.articles, limit);
}

// In a large archive a common word touches thousands: they are gone through once, and only the best are kept in order.
function chooseBest(
  places: readonly number[],
  scores: Float32Array,
  articles: readonly IndexedArticle[],
  limit: number,
): RankedArticle[] {
  const chosen: RankedArticle[] = [];
  for (const place of places) {
    const indexed = articles[place] as IndexedArticle;
    const factor = indexed.article.kind === 'housekeeping' ? HOUSEKEEPING_FACTOR : 1;
    const one = { place, indexed, score: (scores[place] as number) * factor };
    const last = chosen[limit - 1];
    if (last !== undefined && !isBetter(one, last)) continue;
    const at = chosen.findIndex((other) => isBetter(one, other));
    chosen.splice(at < 0 ? chosen.length : at, 0, one);
    if (chosen.length > limit) chosen.pop();
  }
  return chosen;
}

// Of equals the newer is the better: issues are in order of time.
function isBetter(a: RankedArticle, b: RankedArticle): boolean {
  return a.score > b.score || (a.score === b.score && a.place > b.place);
}
