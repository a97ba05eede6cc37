// Measures the bot under load on a local Discord: mentions from many people and channels at once, and completion while typing.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestRecord } from '../local/discord-server/request-log.ts';
import { type DiscordServer, startDiscordServer } from '../local/discord-server/start-discord-server.ts';
import type { DiscordMessage } from '../local/discord-server/world-model.ts';
import { format } from './check-bars.ts';
import { growArchive } from './grow-archive.ts';
import { quantile } from './measure-questions.ts';
import { readArchive } from './read-archive.ts';
import { startProgram } from './start-program.ts';
import { loadWorkload } from './workload.ts';

const places = 400;
/** Compiles what is hot, as in a program that has run for a while; not counted. */
const warmUp = { perSecond: 20, seconds: 10 };
const steady = { perSecond: 40, seconds: 10 };
const burst = { perSecond: 200, seconds: 5 };
const archiveTimes = 10;
const maxSteadyP99Ms = 250;
const maxCompletionP99Ms = 30;
const patienceMs = 120_000;

const workload = loadWorkload();
const archive = growArchive(workload, archiveTimes);
const names = Array.from({ length: places }, (_, i) => ({ channel: `channel${i}`, person: `person${i}` }));
const folder = mkdtempSync(join(tmpdir(), 'bench-discord-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const [loadBefore = 0] = loadavg();
await using server = await startDiscordServer({
  world: {
    users: names.map(({ person }) => ({ name: person })),
    guilds: [{ name: 'Workshop', channels: names.map(({ channel }) => ({ name: channel })) }],
  },
});
const settings = { DISCORD_TOKEN: server.token, DISCORD_API_URL: server.apiUrl };
process.stderr.write(`starting with ${archiveTimes} times the archive\n`);
await using _bot = await startProgram(folder, archive, settings, 'The commands are registered');

process.stderr.write('measuring: completion\n');
const completionMs = await measureCompletion(server);
await askAtRate(server, warmUp);
process.stderr.write('measuring: mentions\n');
const steadyMs = await askAtRate(server, steady);
process.stderr.write('measuring: a burst of mentions\n');
const burstMs = await askAtRate(server, burst);
const { announced, unannounced, global, invalidRequests } = server.refusals;
const refusals = announced + unannounced + global;
const steadyP99Ms = quantile(steadyMs, 0.99);
const completionP99Ms = quantile(completionMs, 0.99);
const bars = [
  [steadyP99Ms <= maxSteadyP99Ms, `${rateOf(steady)}: p99 from event to request ≤ ${maxSteadyP99Ms} ms`, steadyMs],
  [burstMs.length === burst.perSecond * burst.seconds, `${rateOf(burst)}: every one answered or refused`, burstMs],
  [
    completionP99Ms <= maxCompletionP99Ms,
    `completion at ${archiveTimes} ×: p99 ≤ ${maxCompletionP99Ms} ms`,
    completionMs,
  ],
] as const;
process.stdout.write(
  [
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}; ${archiveTimes} times the archive; load of the machine before: ${format(loadBefore)}`,
    ...bars.map(([isMet, promise, times]) => `${isMet ? 'pass' : 'FAIL'}  ${promise}: ${describe(times)}`),
    `${refusals === 0 ? 'pass' : 'FAIL'}  429s that own pacing could have avoided: ${refusals} (invalid requests: ${invalidRequests})`,
    '',
  ].join('\n'),
);

/** Milliseconds from each mention's event to the request that answers it; all of them, or it throws. */
async function askAtRate(
  { people, mention, requests, waitFor }: DiscordServer,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<number[]> {
  const count = perSecond * seconds;
  let seen = requests.length;
  const asked = new Map<string, number>();
  const startMs = performance.now();
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      // As many as are due by now: an open loop, which does not wait for answers.
      const due = Math.min(count, Math.ceil(((performance.now() - startMs) * perSecond) / 1000));
      while (asked.size < due) {
        const { channel, person } = names[asked.size % places] as (typeof names)[number];
        const question = workload.questions[asked.size % workload.questions.length];
        const atMs = performance.now();
        const { id }: DiscordMessage = people.postMessage({ by: person, in: channel, text: `${mention} ${question}` });
        asked.set(id, atMs);
      }
      if (asked.size < count) return;
      clearInterval(timer);
      resolve();
    }, 1);
  });
  const answeredMs = new Map<string, number>();
  let pending: RequestRecord[] = [];
  const countAnswers = () => {
    pending.push(...requests.slice(seen));
    seen = requests.length;
    pending = pending.filter(({ status, body, atMs }) => {
      const nonce = nonceOf(body);
      // A request that was repeated under its nonce is no second answer.
      if (status === 200 && asked.has(nonce) && !answeredMs.has(nonce)) answeredMs.set(nonce, atMs);
      return status === undefined;
    });
    return answeredMs.size;
  };
  await waitFor(() => countAnswers() >= count, patienceMs, `${count} answers`);
  return inOrder([...answeredMs].map(([id, atMs]) => atMs - (asked.get(id) ?? Number.NaN)));
}

function nonceOf(body: unknown): string {
  return String((body as { nonce?: unknown } | undefined)?.nonce);
}

/** Milliseconds from each key that is pressed to the list that is offered: names of the archive, typed letter by letter. */
async function measureCompletion({ clicks, waitFor }: DiscordServer): Promise<number[]> {
  const subjects = readArchive(archive).snapshot.names.all.map(({ name }) => name);
  const step = Math.ceil(subjects.length / 100);
  const typed = subjects
    .filter((_, i) => i % step === 0)
    .flatMap((name) => Array.from({ length: Math.min(8, name.length) }, (_, i) => name.slice(0, i + 1)));
  const times: number[] = [];
  for (const subject of typed) {
    const startMs = performance.now();
    const use = { by: 'person0', in: 'channel0', name: 'arm', subcommand: 'status', focused: 'subject' };
    const typing = clicks.typeInOption({ ...use, options: { subject } });
    await waitFor(() => typing.callbackType !== undefined, patienceMs, `what fits "${subject}"`);
    times.push(performance.now() - startMs);
  }
  return inOrder(times);
}

function inOrder(times: number[]): number[] {
  return times.sort((a, b) => a - b);
}

function rateOf({ perSecond, seconds }: { perSecond: number; seconds: number }): string {
  return `${perSecond} mentions a second for ${seconds} s over ${places} channels and people`;
}

function describe(times: readonly number[]): string {
  const [median, p99, slowest] = [0.5, 0.99, 1].map((share) => `${format(quantile(times, share))} ms`);
  return `${times.length} × median ${median}, p99 ${p99}, slowest ${slowest}`;
}
