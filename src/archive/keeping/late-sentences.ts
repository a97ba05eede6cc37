import { deserialize, serialize } from 'node:v8';
import type { Article, Issue, Sentence } from '#newsletter/issue.ts';

/** An issue whose sentences are bytes. */
export interface PackedIssue extends Omit<Issue, 'articles'> {
  readonly articles: readonly Omit<Article, 'sentences'>[];
  /** One list for each article. */
  readonly sentences: Uint8Array;
}

/** The same issue with all its sentences as bytes, which cost a start next to nothing. */
export function packSentences(issue: Issue): PackedIssue {
  const sentences = serialize(issue.articles.map((article) => article.sentences));
  const articles = issue.articles.map(({ sentences: _, ...article }) => article);
  return { ...issue, articles, sentences };
}

/** As it was; the sentences are made of their bytes when somebody first looks: where there are facts, nobody does. */
export function unpackSentences({ sentences, ...issue }: PackedIssue): Issue {
  // What was read together with them is not held on to.
  const bytes = new Uint8Array(sentences);
  let lists: readonly (readonly Sentence[])[] | undefined;
  const articles = issue.articles.map((article, place) => ({
    ...article,
    get sentences() {
      lists ??= deserialize(bytes) as readonly (readonly Sentence[])[];
      return lists[place] ?? [];
    },
  }));
  return { ...issue, articles };
}
