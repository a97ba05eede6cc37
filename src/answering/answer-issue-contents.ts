import type { Issue } from '#newsletter/issue.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Answer } from './answer.ts';
import { answerFact } from './answer-fact.ts';
import { nameSource } from './cite.ts';
import type { Understanding } from './understand-question.ts';

/** Says what an issue is about: its articles, in order. */
export function answerIssueContents(understanding: Understanding, snapshot: Snapshot): Answer {
  const issue = findAskedIssue(understanding.question, snapshot.issues);
  if (!issue) return answerFact({ ...understanding, kind: 'fact' }, snapshot);
  const headings = issue.articles
    .filter(({ kind, heading }) => kind === 'news' && heading)
    .map(({ heading }) => heading);
  return {
    question: understanding.question,
    answered: true,
    verdict: undefined,
    lead: `${issue.title} has ${headings.length === 1 ? 'one article' : `${headings.length} articles`}.`,
    notes: [],
    list: { title: 'In this issue', items: headings },
    citations: [{ source: nameSource(issue, ''), quote: '', isRestated: issue.isRestated, links: [] }],
    suggestions: [],
    followUp: undefined,
  };
}

/** The issue that a question names by week or id; of several years the newest. */
export function findAskedIssue(question: string, issues: readonly Issue[]): Issue | undefined {
  const named = /\b(20\d\d)[\s-]*(?:w|week)?[\s-]*(\d{1,2})\b/i.exec(question);
  if (named) return issues.find(({ year, week }) => year === Number(named[1]) && week === Number(named[2]));
  const byWeek = /\b(?:week\s+|w)(\d{1,2})\b/i.exec(question);
  if (byWeek) return issues.findLast(({ week }) => week === Number(byWeek[1]));
  return undefined;
}
