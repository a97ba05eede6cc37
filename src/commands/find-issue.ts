import type { Issue } from '#newsletter/issue.ts';
import { searchArticles } from '#search/search-articles.ts';
import type { Snapshot } from '#search/snapshot.ts';

const maxByWords = 6;

/** The issues that a person may mean by a week, a year, an id, "latest" or words of a title or heading; likeliest first. */
export function findIssues(typed: string, snapshot: Snapshot): readonly Issue[] {
  const newestFirst = snapshot.issues.toReversed();
  const text = typed.toLowerCase().trim();
  if (/^(?:the )?(?:latest|newest|last)$/.test(text)) return newestFirst.slice(0, 1);
  const exact = newestFirst.find((issue) => issue.id.toLowerCase() === text || issue.title.toLowerCase() === text);
  if (exact) return [exact];
  const reference = parseWeekReference(text);
  if (reference === undefined) return findByWords(typed, snapshot, newestFirst);
  return newestFirst.filter(({ year, week }) => (reference.year ?? year) === year && (reference.week ?? week) === week);
}

/** Year and week as people write them: `41`, `w41`, `week 41`, `2017-W41`, `2017 week 41`, `week 41 of 2017`, `2017`. */
export function parseWeekReference(text: string): { year?: number; week?: number } | undefined {
  const year = String.raw`(?<year>20\d\d)`;
  const week = String.raw`(?:week|wk|w|#)?[ .-]*(?<week>\d{1,2})`;
  const forms = [`${year}[ ,./-]*${week}`, `${week}[ ,./-]*(?:of|in)?[ ,./-]*${year}`, week, year];
  for (const form of forms) {
    const groups = new RegExp(`^(?:issue |number )?${form}$`, 'i').exec(text.trim())?.groups;
    if (groups === undefined) continue;
    return {
      ...(groups.year === undefined ? {} : { year: Number(groups.year) }),
      ...(groups.week === undefined ? {} : { week: Number(groups.week) }),
    };
  }
  return undefined;
}

function findByWords(typed: string, snapshot: Snapshot, newestFirst: readonly Issue[]): readonly Issue[] {
  const words = typed
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (words.length === 0) return [];
  const hasAllWords = (line: string) => words.every((word) => line.toLowerCase().includes(word));
  const byHeading = newestFirst.filter(
    (issue) => hasAllWords(issue.title) || issue.articles.some((article) => hasAllWords(article.heading)),
  );
  if (byHeading.length > 0) return byHeading;
  const byText = searchArticles(snapshot, typed, maxByWords).map(({ issue }) => issue);
  return [...new Set(byText)];
}
