// Runs in a thread of its own: hostile questions to the archive that comes with the program, and to hostile newsletters.
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import fc from 'fast-check';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import type { FollowUp } from '#answering/question/topic.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';
import { buildSnapshot, type Snapshot } from '#search/snapshot.ts';
import { loadSnapshot } from '../../bench/evaluation/load-snapshot.ts';
import { assertProperty } from '../fixtures/assert-property.ts';
import { assertSoundAnswer } from './assert-sound-answer.ts';
import { HOSTILE_SEED, hostileNewsletter, hostileText } from './hostile-text.ts';

const snapshot = await loadSnapshot(join(import.meta.dirname, '../../content'));

// A question takes some milliseconds of a processor; what takes a second grows with its input.
const MOST_MICROSECONDS = 1_000_000;

// One long conversation: whatever was said before must not make the next question fail either.
let followUp: FollowUp | undefined;
let asked = 0;
let quoted = 0;
const MIN_QUOTED_SHARE = 0.2;

assertProperty(
  fc.property(hostileText, (question) => {
    parentPort?.postMessage(question);
    ask(question, snapshot);
    followUp = ask(question, snapshot, followUp) ?? followUp;
  }),
  { seed: HOSTILE_SEED, numRuns: 1000 },
);

assertProperty(
  fc.property(hostileNewsletter, hostileText, (text, question) => {
    parentPort?.postMessage({ text, question });
    const { issue } = parseIssue('2017-W41.md', text);
    const read = buildSnapshot(issue ? [{ issue, facts: [] }] : []);
    ask('does kettlectl run on arm64?', read);
    ask(question, read);
    ask(issue?.articles.at(-1)?.heading ?? '', read);
    ask(issue?.articles.at(-1)?.sentences.at(-1)?.text ?? '', read);
  }),
  { seed: HOSTILE_SEED, numRuns: 2500 },
);

// Else the promises above would have been kept by silence alone.
if (quoted < asked * MIN_QUOTED_SHARE)
  throw new Error(`only ${quoted} of ${asked} answers had a quote: make the inputs more telling`);

function ask(question: string, archive: Snapshot, before?: FollowUp): FollowUp | undefined {
  asked++;
  const used = process.threadCpuUsage();
  const answer = answerQuestion(question, archive, before);
  const { user } = process.threadCpuUsage(used);
  if (user > MOST_MICROSECONDS) throw new Error(`${user / 1000} ms for ${JSON.stringify(question)}`);
  assertSoundAnswer(answer, archive);
  if (answer.citations.some(({ quote }) => quote)) quoted++;
  return answer.followUp;
}
