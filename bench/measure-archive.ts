// Measures one size of archive in a process of its own, so that no size pays for another's memory; writes one line of JSON.
import { answerQuestion } from '#answering/answer-question.ts';
import type { Issue } from '#newsletter/issue.ts';
import { parseIssue } from '#newsletter/parse-issue.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { buildFuseTokenSearch, buildMiniSearch } from './bare-libraries.ts';
import { growArchive } from './grow-archive.ts';
import { measureQuestions, type QuestionTimes, type Rounds } from './measure-questions.ts';
import { readPeakMemoryMb } from './peak-memory.ts';
import { loadWorkload } from './workload.ts';

/** What was measured at one size of archive. */
export interface ArchiveRecord {
  readonly source: string;
  readonly times: number;
  readonly issues: number;
  readonly articles: number;
  readonly words: number;
  readonly questions: number;
  readonly parseMs: number;
  readonly buildMs: number;
  /** When the archive stands and no question was asked. */
  readonly heapMb: number;
  readonly peakMemoryMb: number;
  readonly bot: QuestionTimes;
  readonly miniSearch: QuestionTimes;
  /** Left out above the smallest size: it takes minutes. */
  readonly fuse: QuestionTimes | undefined;
}

const times = Number(process.argv[2] ?? 1);
const rounds: Rounds = { warmUps: 1, counted: times >= 100 ? 1 : 3 };
const megabyte = 2 ** 20;

const workload = loadWorkload();
const texts = growArchive(workload.texts, times);
const issues: Issue[] = [];
const parseMs = timeMs(() => {
  for (const { file, text } of texts) {
    const { issue } = parseIssue(file, text);
    if (issue) issues.push(issue);
  }
});
let snapshot = buildSnapshot([]);
const buildMs = timeMs(() => {
  snapshot = buildSnapshot(issues);
});
globalThis.gc?.();
const heapMb = process.memoryUsage().heapUsed / megabyte;
const peakMemoryMb = readPeakMemoryMb();
const bot = measureQuestions(workload.questions, (question) => answerQuestion(question, snapshot), rounds);
const miniSearch = measureQuestions(workload.questions, buildMiniSearch(issues), rounds);
const record: ArchiveRecord = {
  source: workload.source,
  times,
  issues: issues.length,
  articles: snapshot.index.articles.length,
  words: snapshot.index.words.size,
  questions: workload.questions.length,
  parseMs,
  buildMs,
  heapMb,
  peakMemoryMb,
  bot,
  miniSearch,
  // So slow that warming up would change nothing.
  fuse:
    times > 1
      ? undefined
      : measureQuestions(workload.questions, buildFuseTokenSearch(issues), { warmUps: 0, counted: 1 }),
};
process.stdout.write(`${JSON.stringify(record)}\n`);

function timeMs(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
