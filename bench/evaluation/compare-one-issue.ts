import { buildSnapshot } from '#search/snapshot.ts';
import { askQuestions } from './ask-questions.ts';
import type { EvaluationSet } from './evaluation-set.ts';
import { computeFigures } from './figures.ts';
import { renderMarkdownTable } from './markdown-table.ts';
import type { Question } from './question.ts';
import { renderShare } from './render-figures.ts';
import type { ScoredQuestion } from './score-answer.ts';

/** The same questions asked of one issue alone and of the whole archive. */
export interface OneIssueComparison {
  readonly issueId: string;
  readonly alone: readonly ScoredQuestion[];
  readonly amongAll: readonly ScoredQuestion[];
}

/** Asks the questions whose every acceptable article is of one issue: of that issue alone, then of all. */
export function compareOneIssue(issueId: string, { questions, snapshot }: EvaluationSet): OneIssueComparison {
  const own = questions.filter((question) => isAnsweredBy(issueId, question));
  const alone = buildSnapshot(snapshot.issues.filter(({ id }) => id === issueId));
  return {
    issueId,
    alone: askQuestions({ questions: own, snapshot: alone }),
    amongAll: askQuestions({ questions: own, snapshot }),
  };
}

function isAnsweredBy(issueId: string, { articles }: Question): boolean {
  return articles.length > 0 && articles.every((article) => article.startsWith(`${issueId} ::`));
}

/** The comparison as a table. */
export function renderOneIssue({ issueId, alone, amongAll }: OneIssueComparison): string {
  const row = (name: string, scored: readonly ScoredQuestion[]) => {
    const { questions, right, rightFirst, verdictRight, abstainsWhenItShouldNot } = computeFigures(scored);
    const shares = [right, rightFirst, verdictRight, abstainsWhenItShouldNot];
    return [name, String(questions), ...shares.map(renderShare)];
  };
  return renderMarkdownTable(
    ['loaded', 'questions', 'right', 'right first', 'verdict', 'silent: wrong'],
    [row(`${issueId} alone`, alone), row('all issues', amongAll)],
  );
}
