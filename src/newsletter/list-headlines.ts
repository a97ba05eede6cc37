import type { Article, Issue } from './issue.ts';

/** One line of what an issue is about. */
export interface Headline {
  readonly text: string;
  readonly section: string;
  /** What stands below it. */
  readonly article: Article;
}

const maxLinesOfBareArticle = 12;

/** What an issue is about, a line an article, in its order; the first sentences of an article that has no heading. */
export function listHeadlines(issue: Issue): Headline[] {
  const all = issue.articles.filter((article) => article.kind === 'news');
  // What stands above the first heading greets and leads in; it is the news only where nothing has a heading.
  const headed = all.filter(({ heading }) => heading !== '');
  const news = headed.length > 0 ? headed : all;
  const sections = new Set(news.map(({ section }) => section));
  return news
    .filter(
      // A section with text of its own is listed as an article only where no article stands under it.
      ({ heading }) => heading === '' || !sections.has(heading),
    )
    .flatMap((article) => {
      const { heading, section, sentences } = article;
      const texts =
        heading === '' ? sentences.slice(0, maxLinesOfBareArticle).map((sentence) => sentence.text) : [heading];
      return texts.map((text) => ({ text, section, article }));
    });
}
