import { mkdtempDisposableSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readMemorySettings } from '../../scripts/memory-settings.ts';
import { quantile } from '../measure-questions.ts';
import { type StartedProcess, startProcess } from '../start-process.ts';
import { startProgram } from '../start-program.ts';
import type { Workload } from '../workload.ts';
import type { Peer } from './peer.ts';
import type { Load, MeasuredLoad, ReplyFigures, ReplyRecord, ReplyRun } from './reply-record.ts';
import type { Span } from './sum-up-profile.ts';

/** One platform, and what to do there. */
export interface ReplyPlan {
  readonly platform: string;
  readonly openPeer: () => Promise<Peer>;
  /** File of the echo. */
  readonly echo: string;
  /** What our program logs once it is ready. */
  readonly ready: string;
  readonly loads: readonly Load[];
  readonly runs: number;
  /** Where Node's profiler writes what it saw of each bot, in a folder of the bot's name. */
  readonly profiles?: string | undefined;
}

/** Compiles what is hot, as in a program that has run for a while; not counted. */
const warmUp: Load = { name: 'warm-up', perSecond: 40, questions: 400 };
/** Between two questions of somebody who asks one at a time. */
const pauseMs = 10;
/** After connecting our program gives back what the start took. */
const settleMs = 6_000;

/** A bot, and the platform that it alone is connected to. */
interface Bot {
  readonly process: StartedProcess;
  readonly peer: Peer;
}

/** Asks our program and the echo the same questions, one after the other, run after run, each connected to a platform of its own. */
export async function measureReplies(plan: ReplyPlan, workload: Workload): Promise<ReplyRecord> {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'bench-reply-'));
  const profile = (bot: string) =>
    plan.profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(plan.profiles, bot)}`];
  await using ourPeer = await plan.openPeer();
  await using echoPeer = await plan.openPeer();
  await using program = await startProgram(folder.path, workload, ourPeer.settings, plan.ready, profile('ours'));
  await using echoProcess = await startProcess({
    words: [...profile('echo'), join(import.meta.dirname, plan.echo)],
    folder: folder.path,
    environment: { ...readMemorySettings(), ...echoPeer.settings },
    ready: 'The echo listens.',
  });
  await delay(settleMs);
  const bots = { ours: { process: program, peer: ourPeer }, echo: { process: echoProcess, peer: echoPeer } };
  const idle = { ours: program.readMemory(), echo: echoProcess.readMemory() };
  const { questions } = workload;
  await measure(bots.ours, warmUp, questions);
  await measure(bots.echo, warmUp, questions);
  const loads: MeasuredLoad[] = [];
  for (const load of plan.loads) {
    const runs: ReplyRun[] = [];
    const spans = { ours: [] as Span[], echo: [] as Span[] };
    const measureOne = async (bot: 'ours' | 'echo') => {
      const fromUs = readClockUs();
      const figures = await measure(bots[bot], load, questions);
      spans[bot].push({ fromUs, untilUs: readClockUs() });
      return figures;
    };
    for (let run = 0; run < plan.runs; run++) {
      // Taking turns at being first: what else the machine does meets both alike.
      const isOursFirst = run % 2 === 0;
      const before = isOursFirst ? await measureOne('ours') : undefined;
      const echo = await measureOne('echo');
      runs.push({ ours: before ?? (await measureOne('ours')), echo });
    }
    loads.push({ load, runs, spans });
  }
  const memory = {
    ours: { idle: idle.ours, after: program.readMemory() },
    echo: { idle: idle.echo, after: echoProcess.readMemory() },
  };
  return { platform: plan.platform, memory, loads };
}

/** The clock of Node's profiler. */
function readClockUs(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

async function measure({ process, peer }: Bot, load: Load, questions: readonly string[]): Promise<ReplyFigures> {
  const cpuBefore = process.readCpuMs();
  const asked = Array.from({ length: load.questions }, (_, i) => questions[i % questions.length] ?? '');
  const times = await (load.perSecond === undefined ? askInTurn(peer, asked) : askAtRate(peer, asked, load.perSecond));
  // What comes after the answer belongs to it, too.
  await delay(100);
  const cpuMs = (process.readCpuMs() - cpuBefore) / load.questions;
  times.sort((a, b) => a - b);
  return { medianMs: quantile(times, 0.5), p99Ms: quantile(times, 0.99), cpuMs };
}

async function askInTurn(peer: Peer, questions: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const question of questions) {
    times.push(await peer.ask(question));
    await delay(pauseMs);
  }
  return times;
}

/** Asks on the beat, however long an answer takes; a late beat is caught up. */
async function askAtRate(peer: Peer, questions: readonly string[], perSecond: number): Promise<number[]> {
  const answers: Promise<number>[] = [];
  const start = performance.now();
  for (const [i, question] of questions.entries()) {
    const dueMs = (i * 1000) / perSecond - (performance.now() - start);
    if (dueMs > 1) await delay(dueMs);
    answers.push(peer.ask(question));
  }
  return Promise.all(answers);
}
