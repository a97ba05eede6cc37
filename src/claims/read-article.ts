import type { Article } from '#newsletter/issue.ts';
import type { Claim } from './claim.ts';
import { extractClaims } from './extract-claims.ts';
import { findTargets } from './find-targets.ts';
import type { Target } from './target.ts';

/** What an article says of targets: where it names them, and how its subjects stand on them. */
export interface ArticleReading {
  readonly claims: readonly Claim[];
  readonly targets: ArticleTargets;
}

/** The targets that an article names, each once a place. */
export interface ArticleTargets {
  readonly heading: readonly Target[];
  /** One list a sentence, in order. */
  readonly sentences: readonly (readonly Target[])[];
  readonly all: readonly Target[];
}

/** Reads an article once; everything that is asked of it later rests on this. */
export function readArticle(article: Article): ArticleReading {
  const heading = targetsIn(article.heading);
  const sentences = article.sentences.map(({ text }) => targetsIn(text));
  const all = [...new Set([...heading, ...sentences.flat()])];
  return { claims: extractClaims(article), targets: { heading, sentences, all } };
}

function targetsIn(text: string): Target[] {
  return [...new Set(findTargets(text).map(({ target }) => target))];
}
