import { deserialize, serialize } from 'node:v8';
import type { FileReport } from '#archive/file-report.ts';
import type { Article, Issue, Sentence } from '#newsletter/issue.ts';

/** An issue whose sentences are bytes. */
export interface PackedIssue extends Omit<Issue, 'articles'> {
  readonly articles: readonly Omit<Article, 'sentences'>[];
  /** One list for each article. */
  readonly sentences: Uint8Array;
}

/** What a file gave, as it is kept. */
export interface PackedReport extends Omit<FileReport, 'issue'> {
  readonly issue: PackedIssue | undefined;
}

/** The same, with all sentences of an issue as bytes, which cost a start next to nothing. */
export function packSentences({ issue, ...report }: FileReport): PackedReport {
  if (issue === undefined) return { ...report, issue };
  const sentences = serialize(issue.articles.map((article) => article.sentences));
  const articles = issue.articles.map(({ sentences: _, ...article }) => article);
  return { ...report, issue: { ...issue, articles, sentences } };
}

/** As it was; an issue's sentences are made of their bytes when somebody first looks: where there are facts, nobody does. */
export function unpackSentences({ issue, ...report }: PackedReport): FileReport {
  if (issue === undefined) return { ...report, issue };
  const { sentences, ...own } = issue;
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
  return { ...report, issue: { ...own, articles } };
}
