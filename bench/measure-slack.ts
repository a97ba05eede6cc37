// Asks the whole program many questions at once through the local Slack, as a busy day would; writes one line of JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startSlackServer } from '../local/slack-server/start-slack-server.ts';
import { quantile } from './measure-questions.ts';
import type { PlatformLoadRecord } from './platform-load.ts';
import { startProgram } from './start-program.ts';
import { loadWorkload } from './workload.ts';

const perSecond = Number(process.argv[2] ?? 200);
const seconds = 10;
const asked = perSecond * seconds;
/** Compiles what is hot, as in a program that has run for a while; not counted. */
const warmUps = 200;
const warmUpsPerSecond = 50;
/** When nothing has come for so long, nothing more will. */
const patienceMs = 15_000;

const [loadBefore = 0] = loadavg();
const { questions, ...archive } = loadWorkload();
const total = warmUps + asked;
const people = Array.from({ length: total }, (_, i) => ({ id: `U0ASKER${i}` }));
const channels = people.map(({ id }, i) => ({ id: `C0PLACE${i}`, people: [id] }));
const folder = mkdtempSync(join(tmpdir(), 'bench-slack-'));
try {
  await using server = await startSlackServer({ workspaces: [{ id: 'T0LOCAL', people, channels }] });
  const settings = {
    SLACK_API_URL: server.apiUrl,
    SLACK_BOT_TOKEN: server.botToken,
    SLACK_APP_TOKEN: server.app.appToken,
  };
  await using bot = await startProgram(folder, archive, settings, 'Connected to Slack');
  const { messages } = server.state;
  const askedAt = new Map<string, number>();
  const latencies: number[] = [];
  const add = messages.add.bind(messages);
  messages.add = (message) => {
    add(message);
    if (message.via === 'chat.postMessage') latencies.push(performance.now() - (askedAt.get(message.channel) ?? 0));
  };
  await ask(0, warmUps, warmUpsPerSecond);
  await untilAnswered(warmUps);
  const cpuBefore = bot.readCpuMs();
  const deliveriesBefore = server.deliveries.length;
  latencies.length = 0;
  await ask(warmUps, total, perSecond);
  await untilAnswered(asked);
  const cpuMs = bot.readCpuMs() - cpuBefore;

  latencies.sort((a, b) => a - b);
  const delivered = server.deliveries.slice(deliveriesBefore);
  // The last ones are acknowledged just after their answers.
  await server.waitFor(() => delivered.every(({ delayMs, failure }) => (delayMs ?? failure) !== undefined));
  const record: PlatformLoadRecord = {
    asked,
    perSecond,
    answers: latencies.length,
    slowestAckMs: Math.max(...delivered.map(({ delayMs = 0 }) => delayMs)),
    lateAcks: delivered.filter(({ delayMs }) => delayMs === undefined).length,
    medianMs: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    slowestMs: latencies.at(-1) ?? Number.NaN,
    cpuMsPerAnswer: cpuMs / latencies.length,
    loadBefore,
  };
  process.stdout.write(`${JSON.stringify(record)}\n`);

  /** Asks on the beat, however long an answer takes; a late beat is caught up. */
  async function ask(from: number, to: number, rate: number): Promise<void> {
    const start = performance.now();
    for (let i = from; i < to; i++) {
      const dueMs = ((i - from) * 1000) / rate - (performance.now() - start);
      if (dueMs > 1) await delay(dueMs);
      const channel = `C0PLACE${i}`;
      askedAt.set(channel, performance.now());
      server.person(`U0ASKER${i}`).post(channel, `@bot ${questions[i % questions.length]}`);
    }
  }

  async function untilAnswered(count: number): Promise<void> {
    for (let seen = -1; latencies.length < count && latencies.length > seen; ) {
      seen = latencies.length;
      await server.waitFor(() => latencies.length >= count, patienceMs).catch(() => {});
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
