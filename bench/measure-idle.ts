import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startDiscordServer } from '../local/discord-server/start-discord-server.ts';
import { startSlackServer } from '../local/slack-server/start-slack-server.ts';
import { readMemorySettings } from '../scripts/memory-settings.ts';
import { findFreePort } from '../test/fixtures/find-free-port.ts';

/** How the bot stands once it is ready and nobody asks anything. */
export interface IdleFigures {
  readonly platforms: string;
  /** From the start of the process until `/readyz` says 200. */
  readonly readyMs: number;
  /** All that is mapped and in memory, with the pages of Node's own file, which its processes share (`VmRSS`). */
  readonly residentMb: number;
  /** What this process alone has made (`RssAnon`). */
  readonly ownMb: number;
}

const idleMs = 10_000;
const lookEveryMs = 20;

/** Starts the program of a folder, bundled or not, with one platform and with both, over an archive, as a supervisor would. Linux only. */
export async function measureIdle(programFolder: string, contentFolder: string): Promise<readonly IdleFigures[]> {
  await using slack = await startSlackServer();
  await using discord = await startDiscordServer();
  const ofSlack = { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.app.appToken, SLACK_API_URL: slack.apiUrl };
  const ofDiscord = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
  const figures: IdleFigures[] = [];
  for (const [platforms, settings] of [
    ['Slack', ofSlack],
    ['Discord', ofDiscord],
    ['both', { ...ofSlack, ...ofDiscord }],
  ] as const) {
    // The first start fills the compile cache.
    await measureOnce(programFolder, { ...settings, CONTENT_DIR: contentFolder }, 0);
    figures.push({
      platforms,
      ...(await measureOnce(programFolder, { ...settings, CONTENT_DIR: contentFolder }, idleMs)),
    });
  }
  return figures;
}

/** How many megabytes more a bot with one platform holds when it is idle and serves the page, too. Linux only. */
export async function measurePageMemory(programFolder: string, contentFolder: string): Promise<number> {
  await using slack = await startSlackServer();
  const settings = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.app.appToken,
    SLACK_API_URL: slack.apiUrl,
    CONTENT_DIR: contentFolder,
  };
  const withPage = { ...settings, WEB: 'on', WEB_PORT: String(await findFreePort()) };
  await measureOnce(programFolder, withPage, 0);
  const before = await measureOnce(programFolder, settings, idleMs);
  const after = await measureOnce(programFolder, withPage, idleMs);
  return after.residentMb - before.residentMb;
}

async function measureOnce(programFolder: string, settings: Readonly<Record<string, string>>, restMs: number) {
  const folder = mkdtempSync(join(tmpdir(), 'idle-'));
  const port = await findFreePort();
  const startedMs = performance.now();
  const program = spawn(process.execPath, [...findProgram(programFolder), 'start'], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...readMemorySettings(), ...settings, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  try {
    while (!(await isReady(port))) {
      if (program.exitCode !== null) throw new Error(`the program ended with exit code ${program.exitCode}`);
      await delay(lookEveryMs);
    }
    const readyMs = performance.now() - startedMs;
    await delay(restMs);
    const status = readFileSync(`/proc/${program.pid}/status`, 'utf8');
    const megabytesOf = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
    return { readyMs, residentMb: megabytesOf('VmRSS'), ownMb: megabytesOf('RssAnon') };
  } finally {
    program.kill();
    if (program.exitCode === null) await once(program, 'exit');
    rmSync(folder, { recursive: true });
  }
}

/** What Node is given to run: the bundle where there is one, else the source. */
function findProgram(folder: string): string[] {
  const bundle = join(folder, 'main.js');
  if (existsSync(bundle)) return [bundle];
  return ['-r', join(folder, 'scripts/require-node-24.cjs'), join(folder, 'src/main.ts')];
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200;
  } catch {
    return false;
  }
}
