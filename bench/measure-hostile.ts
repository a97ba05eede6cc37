// Times the inputs of the hostile tests, in a process of its own; writes one line of JSON.
import fc from 'fast-check';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { HOSTILE_SEED, hostileNewsletter, hostileText } from '../test/answering/hostile-text.ts';
import { readArchive } from './read-archive.ts';
import { loadWorkload } from './workload.ts';

/** The slowest of many hostile inputs of one kind. */
export interface HostileRecord {
  readonly kind: 'question' | 'newsletter';
  readonly inputs: number;
  readonly slowestMs: number;
  readonly characters: number;
  /** The beginning of the slowest, as a JSON string. */
  readonly beginning: string;
}

const INPUTS = 5000;
const BEGINNING = 40;

const { snapshot } = readArchive(loadWorkload());

const records: HostileRecord[] = [
  { kind: 'question', ...findSlowest(hostileText, (text) => answerQuestion(text, snapshot)) },
  { kind: 'newsletter', ...findSlowest(hostileNewsletter, (text) => readNewsletter(text)) },
];
process.stdout.write(`${JSON.stringify(records)}\n`);

function readNewsletter(text: string): void {
  const { issue } = parseIssue('2017-W41.md', text);
  if (issue) buildSnapshot([{ issue, facts: [] }]);
}

// Each input counts with the better of two tries: the first may have met the compiler at work.
function findSlowest(inputs: fc.Arbitrary<string>, work: (input: string) => void): Omit<HostileRecord, 'kind'> {
  let slowest = { tookMs: -1, input: '' };
  for (const input of fc.sample(inputs, { seed: HOSTILE_SEED, numRuns: INPUTS })) {
    const tookMs = Math.min(
      timeMs(() => work(input)),
      timeMs(() => work(input)),
    );
    if (tookMs > slowest.tookMs) slowest = { tookMs, input };
  }
  const { tookMs, input } = slowest;
  return {
    inputs: INPUTS,
    slowestMs: tookMs,
    characters: input.length,
    beginning: JSON.stringify(input.slice(0, BEGINNING)),
  };
}

function timeMs(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
