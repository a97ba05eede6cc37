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
  const scores = new Float32Array(index.articles.length);
  const touched: number[] = [];
  for (const word of words) {
    if (word.weight < MIN_WEIGHT) continue;
    // A word counts once an article, by its best match there.
    const best = new Map<number, number>();
    for (const { termId, factor } of word.matches) {
      const postings = index.postings[termId];
      if (!postings) continue;
      const worth = word.weight * factor * inverseFrequency(index, termId);
      for (let i = 0; i < postings.articles.length; i++) {
        const place = postings.articles[i] as number;
        const score = worth * (postings.strengths[i] as number);
        if (score > (best.get(place) ?? 0)) best.set(place, score);
      }
    }
    for (const [place, score] of best) {
      if (scores[place] === 0) touched.push(place);
      scores[place] = (scores[place] as number) + score;
    }
  }
  const ranked: RankedArticle[] = touched.map((place) => {
    const indexed = index.articles[place] as IndexedArticle;
    const factor = indexed.article.kind === 'housekeeping' ? HOUSEKEEPING_FACTOR : 1;
    return { place, indexed, score: (scores[place] as number) * factor };
  });
  // Of equals the newer stands first: issues are in order of time.
  return ranked.sort((a, b) => b.score - a.score || b.place - a.place).slice(0, limit);
}
