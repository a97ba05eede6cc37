// Measures how the real program posts one issue into very many Discord channels, each in a local Discord that keeps its limits.
import { readFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '#storage/opening/open-store.ts';
import { startDiscordServer } from '../local/discord-server/start-discord-server.ts';
import { readMemorySettings } from '../scripts/memory-settings.ts';
import { runBot } from '../test/fixtures/run-bot.ts';

const { values } = parseArgs({ options: { channels: { type: 'string', default: '10000' } } });
const channelCount = Number(values.channels);
const channelsPerServer = 10;
/** Discord's own limit, and how much longer we may take than it would allow at best. */
const requestsPerSecond = 50;
const allowance = 1.2;
const maxMemoryMb = 250;
const progressEvery = 1_000;

const guilds = Array.from({ length: Math.ceil(channelCount / channelsPerServer) }, (_, guild) => ({
  name: `Guild ${guild}`,
  channels: Array.from({ length: channelsPerServer }, (_, room) => ({ name: `room ${guild}-${room}` })),
}));
await using server = await startDiscordServer({ world: { users: [{ name: 'ada' }], guilds } });
await using folder = await mkdtempDisposable(join(tmpdir(), 'posting-'));
const path = join(folder.path, 'bot.sqlite');
await subscribeAll();

const bot = runBot({
  ...readMemorySettings(),
  DISCORD_TOKEN: server.token,
  DISCORD_API_URL: server.apiUrl,
  DATABASE_URL: `sqlite:${path}`,
  CONTENT_DIR: join(import.meta.dirname, '..', 'content'),
});
const posts = () =>
  server.requests.filter(({ method, path: asked }) => method === 'POST' && asked.endsWith('/messages'));
try {
  for (let wanted = progressEvery; wanted < channelCount + progressEvery; wanted += progressEvery) {
    const reached = Math.min(wanted, channelCount);
    await server.waitFor(() => countAnswered() >= reached, 10 * 60_000, `${reached} posts`);
    process.stderr.write(`${reached} posts\n`);
  }
  report();
} finally {
  await bot.kill();
}

/** All of them due at this moment, as on a Friday at noon. */
async function subscribeAll(): Promise<void> {
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  await using store = await openStore({ engine: 'sqlite', path, place: path }, { log, now: Date.now });
  const dueMs = Date.now();
  const due = new Date(dueMs);
  const schedule = {
    dayOfWeek: due.getUTCDay(),
    minuteOfDay: due.getUTCHours() * 60 + due.getUTCMinutes(),
    timeZone: 'UTC',
  };
  for (const { id, guildId } of server.world.channels.values()) {
    await store.subscriptions.save({
      platform: 'discord',
      channelId: id,
      workspaceId: guildId ?? '',
      schedule,
      roleToPing: undefined,
      origin: 'chat',
      nextDueMs: dueMs,
      seenIssueId: undefined,
      pausedReason: undefined,
      createdMs: dueMs,
    });
  }
}

function countAnswered(): number {
  return server.world.messages.size;
}

function report(): void {
  const times = posts().map(({ atMs }) => atMs);
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  const { announced, unannounced, global } = server.refusals;
  const memoryMb = Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${bot.pid}/status`, 'utf8'))?.[1]) / 1024;
  const most = (channelCount / requestsPerSecond) * allowance;
  const doubles = [...server.world.messages.values()].filter((messages) => messages.size > 1).length;
  process.stdout.write(
    `${[
      `channels: ${channelCount}, of which with more than one post: ${doubles}`,
      `time: ${seconds.toFixed(0)} s (bar: ${most.toFixed(0)} s)`,
      `requests refused as too many: ${announced + unannounced + global} (bar: 0)`,
      `other requests: ${server.requests.length - times.length}`,
      `peak memory: ${memoryMb.toFixed(0)} MB (bar: ${maxMemoryMb} MB)`,
    ].join('\n')}\n`,
  );
}
