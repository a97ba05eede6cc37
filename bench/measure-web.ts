// Measures the page: a steady stream of questions to the API beside the bare framework, answers and the table in a real
// browser, and what memory the page takes in a bot that is idle.
// usage: npm run -s bench:web -- [--rate 1000] [--seconds 10]
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { atMost, type Bar, format } from './check-bars.ts';
import { measurePageMemory } from './measure-idle.ts';
import { readArchive } from './read-archive.ts';
import { askAtRate, type RateFigures } from './web/ask-at-rate.ts';
import { measureBrowser } from './web/measure-browser.ts';
import { type ServingProgram, withProgram } from './web/run-program.ts';
import { loadWorkload } from './workload.ts';

const { values } = parseArgs({
  options: { rate: { type: 'string', default: '1000' }, seconds: { type: 'string', default: '10' } },
});
const perSecond = Number(values.rate);
const seconds = Number(values.seconds);
const MAX_P99_MS = 50;
const MAX_ANSWER_MS = 100;
const MAX_TABLE_MS = 300;
const MAX_IDLE_MB = 15;
/** As many different questions as readers ask in a busy hour; each is asked again and again. */
const DIFFERENT = 500;
/** Every question new: what one process can work out, without its memory of answers. */
const NEW_PER_SECOND = 100;

const chromium = '/usr/bin/chromium';
const projectFolder = join(import.meta.dirname, '..');
const questions = readQuestions();
const pathOf = (question: string) => `/api/ask?q=${encodeURIComponent(question)}`;
const bars: Bar[] = [];

const empty = await withProgram(['bench/web/empty-handler.ts'], (program) => measureRate(program, () => '/api/ask'));
tell(`bare framework, ${perSecond}/s`, empty);

await withProgram(['src/main.ts', 'web'], async (program) => {
  const { address } = program;
  // Each is worked out once before; what that takes is the last figure.
  await askAtRate(address, { perSecond: DIFFERENT / 5, seconds: 5, pathOf: askAgain });
  const asked = await measureRate(program, askAgain);
  tell(`${DIFFERENT} questions again and again, ${perSecond}/s`, asked);
  const times = (name: 'medianMs' | 'p99Ms' | 'cpuMs') => `${format(asked[name] / empty[name])} ×`;
  console.log(
    `  of the bare framework: median ${times('medianMs')}, p99 ${times('p99Ms')}, processor time a request ${times('cpuMs')}`,
  );
  const p99Ms = asked.failed > 0 ? Number.POSITIVE_INFINITY : asked.p99Ms;
  bars.push(atMost(`p99 at ${perSecond} requests a second`, p99Ms, MAX_P99_MS, 'ms'));
  tell(`every question new, ${NEW_PER_SECOND}/s`, await measureRate(program, askNew, NEW_PER_SECOND));
  if (!existsSync(chromium)) return console.log(`no browser: there is no ${chromium}`);
  const { answerMs, tableMs } = await measureBrowser(address, chromium, questions[0] ?? '');
  bars.push(
    atMost('answer painted after Enter', answerMs, MAX_ANSWER_MS, 'ms'),
    atMost('whole table drawn', tableMs, MAX_TABLE_MS, 'ms'),
  );
});

const added = await measurePageMemory(projectFolder, join(projectFolder, 'content'));
bars.push(atMost('idle memory that the page adds', added, MAX_IDLE_MB, 'MB'));
for (const { promise, found, isMet } of bars) console.log(`${isMet ? 'met   ' : 'MISSED'} ${promise}: ${found}`);
process.exit(0);

function askAgain(number: number): string {
  return pathOf(questions[number % DIFFERENT] ?? '');
}

function askNew(number: number): string {
  return pathOf(questions[DIFFERENT + (number % (questions.length - DIFFERENT))] ?? '');
}

async function measureRate(
  { address, readCpuMs }: ServingProgram,
  pathOf: (number: number) => string,
  rate = perSecond,
): Promise<RateFigures & { readonly cpuMs: number }> {
  const startedMs = readCpuMs();
  const figures = await askAtRate(address, { perSecond: rate, seconds, pathOf });
  return { ...figures, cpuMs: (readCpuMs() - startedMs) / (figures.answered + figures.failed) };
}

function tell(
  what: string,
  { answered, failed, medianMs, p99Ms, slowestMs, cpuMs }: RateFigures & { readonly cpuMs: number },
): void {
  const [median, p99, slowest, cpu] = [medianMs, p99Ms, slowestMs, cpuMs].map(format);
  console.log(
    `${what}: ${answered} answered, ${failed} failed; median ${median} ms, p99 ${p99} ms, slowest ${slowest} ms, processor ${cpu} ms a request`,
  );
}

/** The questions that facts are asked by, in an order that has nothing to do with their subjects. */
function readQuestions(): string[] {
  const facts = readArchive(loadWorkload()).issues.flatMap(({ facts: own }) => [...own]);
  return facts
    .flatMap(({ asks }) => asks)
    .map((ask, at) => ({ ask, at: (at * 7919) % 65_537 }))
    .sort((a, b) => a.at - b.at)
    .map(({ ask }) => ask);
}
