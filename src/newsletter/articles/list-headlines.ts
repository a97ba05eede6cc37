import type { Article, Issue, Sentence } from '#newsletter/issue.ts';
import { isGreeting } from './housekeeping.ts';

/** One line of what an issue is about. */
export interface Headline {
  readonly text: string;
  readonly section: string;
  /** What stands below it. */
  readonly article: Article;
}

const MAX_LINES_OF_BARE_ARTICLE = 12;
/** Of so many pieces without headings each is told by its first sentence. */
const MANY_BARE_ARTICLES = 3;

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
        heading === ''
          ? listBareLines(sentences, news.length > MANY_BARE_ARTICLES ? 1 : MAX_LINES_OF_BARE_ARTICLE)
          : [heading];
      return texts.map((text) => ({ text, section, article }));
    });
}

const MONTH = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b/gi;
const MAX_BARE = 60;

/** Whether a line only counts the issue or announces what follows: "#612 — March 17, 2026", "In brief:". */
function isBare(text: string): boolean {
  if (text.length > MAX_BARE) return false;
  return text.endsWith(':') || !/\p{L}/u.test(text.replaceAll(/\b(?:issue|edition|no)\b/gi, '').replaceAll(MONTH, ''));
}

/** The first sentences that tell something; greetings go before none. */
function listBareLines(sentences: readonly Sentence[], most: number): string[] {
  const telling: string[] = [];
  for (const { text } of sentences) {
    if (telling.length === most) break;
    if (!isGreeting(text) && !isBare(text)) telling.push(text);
  }
  return telling;
}
