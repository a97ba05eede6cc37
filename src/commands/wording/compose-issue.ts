import type { Block } from '#conversation/reply.ts';
import { type Headline, listHeadlines } from '#newsletter/articles/list-headlines.ts';
import type { Issue } from '#newsletter/issue.ts';
import { describeDay } from './describe-day.ts';

/** What an issue is about: title, date, headings by section, link. */
export function composeIssueBlocks(issue: Issue, today: string): Block[] {
  const date = describeDay(issue.date, today);
  const restated = issue.isRestated ? ' Restated in our own words.' : '';
  return [
    { kind: 'lead', text: issue.title, verdict: undefined },
    { kind: 'text', text: `Issue ${issue.id}, ${date}.${restated}` },
    ...listBySection(listHeadlines(issue)),
    ...(issue.link === undefined ? [] : [{ kind: 'links' as const, links: [{ url: issue.link, words: issue.title }] }]),
  ];
}

function listBySection(headlines: readonly Headline[]): Block[] {
  const bySection = new Map<string, string[]>();
  for (const { section, text } of headlines) {
    const items = bySection.get(section);
    if (items === undefined) bySection.set(section, [text]);
    else items.push(text);
  }
  if (bySection.size === 0) return [{ kind: 'text', text: 'This issue holds no articles.' }];
  return [...bySection].map(([title, items]) => ({ kind: 'list', title, items }));
}
