// Measures one size of archive in a process of its own, so that no size pays for another's memory; writes one line of JSON.
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { buildMiniSearch } from './bare-minisearch.ts';
import { growArchive } from './grow-archive.ts';
import { type Ask, measureQuestions, type QuestionTimes, type Rounds } from './measure-questions.ts';
import { readPeakMemoryMb } from './peak-memory.ts';
import { readArchive } from './read-archive.ts';
import { loadWorkload } from './workload.ts';

/** What was measured at one size of archive. */
export interface ArchiveRecord {
  readonly times: number;
  readonly issues: number;
  readonly facts: number;
  readonly words: number;
  readonly questions: number;
  readonly markdownMs: number;
  readonly factsMs: number;
  readonly buildMs: number;
  /** When the archive stands and no question was asked. */
  readonly heapMb: number;
  readonly peakMemoryMb: number;
  readonly bot: QuestionTimes;
  /** Left out where it takes minutes. */
  readonly miniSearch: QuestionTimes | undefined;
}

const MAX_TIMES_OF_MINISEARCH = 10;
const megabyte = 2 ** 20;

const times = Number(process.argv[2] ?? 1);
const rounds: Rounds = { warmUps: 1, counted: 3 };
const workload = loadWorkload();
const { issues, snapshot, ...took } = readArchive(growArchive(workload, times));
globalThis.gc?.();
const heapMb = process.memoryUsage().heapUsed / megabyte;
const peakMemoryMb = readPeakMemoryMb();
const asked: Record<string, Ask> = { bot: (question) => answerQuestion(question, snapshot) };
if (times <= MAX_TIMES_OF_MINISEARCH) asked.miniSearch = buildMiniSearch(issues);
const { bot, miniSearch } = measureQuestions(workload.questions, asked, rounds);
if (bot === undefined) throw new Error('Expected figures of the bot, found none.');
const record: ArchiveRecord = {
  times,
  issues: issues.length,
  facts: snapshot.index.facts.length,
  words: snapshot.words.size,
  questions: workload.questions.length,
  ...took,
  heapMb,
  peakMemoryMb,
  bot,
  miniSearch,
};
process.stdout.write(`${JSON.stringify(record)}\n`);
