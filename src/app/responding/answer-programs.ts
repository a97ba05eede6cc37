import { buildStatus } from '#answering/answers/build-status.ts';
import { cite } from '#answering/wording/cite.ts';
import type { ProgramAnswers } from '#api/program-answers.ts';
import type { AnswerObject } from '#api/schemas.ts';
import { MAX_QUESTION_CHARACTERS } from '#commands/reading/parse-command.ts';
import { runCommand } from '#commands/running/run-command.ts';
import { findNews } from '#commands/running/search.ts';
import { noMetrics } from '#conversation/ports/metrics.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { Outcome } from '#conversation/response.ts';
import { listHeadlines } from '#newsletter/articles/list-headlines.ts';
import type { BatchAnswer } from '#platforms/terminal/run-batch.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { keepNewest } from '#traffic/keep-newest.ts';
import { answerBatchQuestion } from './answer-batch-question.ts';
import type { ResponderParts } from './responder.ts';

/** What the answers to programs are made of. */
type ProgramAnswerParts = Pick<ResponderParts, 'getSnapshot' | 'version' | 'pages' | 'metrics'> & Pick<Tools, 'now'>;

const surface = { hasChannels: false, ownWords: {} };
/** A line stands for itself, as in a batch of one. */
const ONLY_LINE = '1';

/** Answers programs as the commands answer people: from the same facts, as data. */
export function createProgramAnswers({
  getSnapshot,
  version,
  now,
  pages,
  metrics = noMetrics,
}: ProgramAnswerParts): ProgramAnswers {
  const answer = rememberAnswers(getSnapshot);
  const findToday = () => new Date(now()).toISOString().slice(0, 10);
  const pageOfIssue = (id: string) => withPage(pages?.issue(id));
  return {
    ask(question): AnswerObject {
      const startedMs = performance.now();
      const { citations, suggestions, ...rest } = answer(question, findToday());
      const elapsedMs = Math.round((performance.now() - startedMs) * 100) / 100;
      const { answered, verdict } = rest;
      const outcome: Outcome = answered ? { kind: 'answered', verdict: verdict ?? undefined } : { kind: 'silent' };
      metrics.countQuestion({ platform: 'api', outcome, elapsedMs });
      return {
        id: ONLY_LINE,
        question,
        ...rest,
        citations: citations.map(({ links, ...citation }) => ({ ...citation, links: [...links] })),
        suggestions: [...suggestions],
        elapsedMs,
      };
    },
    status(asked) {
      const { subject, rows, suggestions } = buildStatus(asked, getSnapshot());
      return {
        subject,
        found: rows.length > 0,
        ...withPage(rows.length > 0 ? pages?.subject(subject) : undefined),
        rows: rows.map(({ place, status, issueId, day, indexed }) => {
          const { quote, links } = cite(indexed, false);
          const { issue, article, fact } = indexed;
          return {
            target: place,
            status,
            since: { issue: issueId, day },
            says: fact.says,
            source: {
              issue: issue.id,
              day: issue.date.day,
              article: article.heading,
              quote,
              links: links.map(({ url }) => url),
              ...pageOfIssue(issue.id),
            },
          };
        }),
        suggestions: suggestions.map((line) => line.replace(/^status /, '')),
      };
    },
    search(words) {
      return {
        words,
        articles: findNews(words, getSnapshot()).map(({ article, issue }) => ({
          issue: issue.id,
          day: issue.date.day,
          article: article.heading || issue.title,
          links: article.links.map(({ url }) => url),
          ...pageOfIssue(issue.id),
        })),
      };
    },
    latest() {
      const newest = getSnapshot().issues.at(-1);
      if (newest === undefined) return { issue: null, title: '', day: '', link: null, articles: [] };
      return {
        issue: newest.id,
        title: newest.title,
        day: newest.date.day,
        link: newest.link ?? null,
        articles: listHeadlines(newest).map(({ section, text, article }) => ({
          section,
          heading: text,
          links: article.links.map(({ url }) => url),
        })),
        ...pageOfIssue(newest.id),
      };
    },
    reply: (command, argument) =>
      runCommand(command, argument.trim(), { snapshot: getSnapshot(), version, surface, today: findToday() }).reply,
  };
}

function withPage(page: string | undefined): { readonly page?: string } {
  return page === undefined ? {} : { page };
}

/** A few megabytes at most: some thousand answers of a page's own text. */
const MAX_REMEMBERED = 1_000;

/** Works each question out once for an archive and a day: many readers ask the same. The one asked longest ago goes first. */
function rememberAnswers(getSnapshot: () => Snapshot): (question: string, today: string) => BatchAnswer {
  const kept = new Map<string, BatchAnswer>();
  let keptFor: { snapshot: Snapshot; today: string } | undefined;
  return (question, today) => {
    const snapshot = getSnapshot();
    if (keptFor?.snapshot !== snapshot || keptFor.today !== today) {
      kept.clear();
      keptFor = { snapshot, today };
    }
    const answer = kept.get(question) ?? answerBatchQuestion(question, snapshot, today);
    // What is refused for its length costs nothing to refuse again, and much to keep.
    if (question.length > MAX_QUESTION_CHARACTERS) return answer;
    keepNewest(kept, question, answer, MAX_REMEMBERED);
    return answer;
  };
}
