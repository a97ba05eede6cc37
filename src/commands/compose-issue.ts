import type { Block } from '#conversation/reply.ts';
import type { Article, Issue } from '#newsletter/issue.ts';
import { describeDay } from './describe-day.ts';

const maxLinesOfBareIssue = 12;

/** What an issue is about: title, date, headings by section, link. */
export function composeIssueBlocks(issue: Issue, today: string): Block[] {
  const news = issue.articles.filter((article) => article.kind === 'news');
  const date = describeDay(issue.date, today);
  const restated = issue.isRestated ? ' Restated in our own words.' : '';
  return [
    { kind: 'lead', text: issue.title, verdict: undefined },
    { kind: 'text', text: `Issue ${issue.id}, ${date}.${restated}` },
    ...listBySection(news),
    ...(issue.link === undefined ? [] : [{ kind: 'links' as const, links: [{ url: issue.link, words: issue.title }] }]),
  ];
}

function listBySection(news: readonly Article[]): Block[] {
  const bySection = new Map<string, string[]>();
  for (const article of news) {
    // A section with text of its own is listed as an article only where no article stands under it.
    if (news.some((other) => other.section === article.heading && article.heading !== '')) continue;
    const items = bySection.get(article.section) ?? [];
    items.push(...describeArticle(article));
    bySection.set(article.section, items);
  }
  const lists = [...bySection].filter(([, items]) => items.length > 0);
  if (lists.length === 0) return [{ kind: 'text', text: 'This issue holds no articles.' }];
  return lists.map(([title, items]) => ({ kind: 'list', title, items }));
}

function describeArticle(article: Article): readonly string[] {
  if (article.heading !== '') return [article.heading];
  return article.sentences.slice(0, maxLinesOfBareIssue).map((sentence) => sentence.text);
}
