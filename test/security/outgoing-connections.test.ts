import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtempDisposable, watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { endWithTests } from '../fixtures/end-with-tests.ts';
import { findFreePort } from '../fixtures/find-free-port.ts';
import { projectRoot } from '../scenarios/terminal-processes.ts';

/** The real program, with every connection that it begins written down. */
async function startRecorded(words: readonly string[], settings: Record<string, string> = {}) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'connections-'));
  const file = join(folder.path, 'connections.txt');
  const recorder = join(import.meta.dirname, 'record-connections.cjs');
  const program: ChildProcess = spawn(
    process.execPath,
    ['--require', recorder, join(projectRoot, 'src', 'main.ts'), ...words],
    {
      cwd: folder.path,
      env: { PATH: process.env.PATH, ...settings, CONNECTIONS_FILE: file },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  endWithTests(program);
  const log: string[] = [];
  const waiting: { text: string; seen: () => void }[] = [];
  if (program.stderr) {
    createInterface(program.stderr).on('line', (line) => {
      log.push(line);
      for (const { text, seen } of waiting) if (line.includes(text)) seen();
    });
  }
  const ended = once(program, 'exit');
  const list = () => [...new Set(readIfThere(file).split('\n').filter(Boolean))].sort();
  return {
    log,
    program,
    ended,
    /** Resolves when the program logs a line that contains the text. */
    logged: (text: string) =>
      Promise.race([
        new Promise<void>((seen) => {
          if (log.some((line) => line.includes(text))) seen();
          else waiting.push({ text, seen });
        }),
        ended.then(() => Promise.reject(new Error(`the program ended:\n${log.join('\n')}`))),
      ]),
    list,
    /** Resolves when a line that was written down contains each of the texts. */
    async recorded(...texts: string[]) {
      const isThere = () => texts.every((text) => list().some((line) => line.includes(text)));
      for await (const _change of watch(folder.path)) if (isThere()) return;
    },
    async [Symbol.asyncDispose]() {
      program.kill('SIGKILL');
      await ended;
      await folder[Symbol.asyncDispose]();
    },
  };
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const isLocal = (line: string) => /^(?:connect|lookup) (?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(line);

test('the bot connects to the servers that it is told of, and to nobody else', async () => {
  await using slack = await startSlackServer();
  await using discord = await startDiscordServer();
  await using bot = await startRecorded(['start'], {
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.app.appToken,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_TOKEN: discord.token,
    PORT: `${await findFreePort()}`,
  });
  await Promise.all([bot.logged('Connected to Slack'), bot.logged('Discord knows the bot')]);
  await slack.person('U0ANN').runCommand('C0GENERAL', '/arm', 'does balena run on armv6?');
  await slack.waitFor(() => slack.messages('C0GENERAL').find(({ ephemeralTo }) => ephemeralTo === 'U0ANN'));
  const asked = discord.people.postMessage({ by: 'ada', in: 'general', text: `${discord.mention} balena on armv6?` });
  await discord.waitFor(() => discord.messages('general').find(({ reference }) => reference?.messageId === asked.id));
  bot.program.kill('SIGTERM');
  await bot.ended;

  // Both local servers name further addresses of theirs: Slack its socket, Discord its gateway.
  const connections = bot.list();
  assert.deepEqual(
    connections.filter((line) => !isLocal(line)),
    [],
  );
  for (const { apiUrl } of [slack, discord]) {
    const { port } = new URL(apiUrl);
    assert.ok(
      connections.some((line) => line.startsWith('connect ') && line.endsWith(`:${port}`)),
      connections.join(),
    );
  }
});

test('where no other server is named, that is Slack and Discord alone', async () => {
  await using bot = await startRecorded(['start'], {
    SLACK_BOT_TOKEN: 'xoxb-1-2-notreal',
    SLACK_APP_TOKEN: 'xapp-1-A0-1-notreal',
    DISCORD_TOKEN: `${Buffer.from('100000000000000001').toString('base64')}.notreal.notreal`,
    CONNECTIONS_REFUSED: 'yes',
  });
  await bot.recorded('slack', 'discord');
  const hosts = bot.list().map((line) => line.replace(/^(?:connect|lookup) /, ''));
  assert.deepEqual([...new Set(hosts)], ['discord.com:443', 'slack.com:443']);
});

test('serving the page connects to nobody', async () => {
  const port = await findFreePort();
  await using program = await startRecorded(['start'], {
    WEB: 'on',
    WEB_PORT: `${port}`,
    WEB_URL: 'https://arm.example',
    CONNECTIONS_REFUSED: 'yes',
  });
  await program.logged('The page is served');
  for (const path of ['/', '/?q=balena+on+armv6', '/table', '/api/openapi.json', '/mcp']) {
    await (await fetch(`http://127.0.0.1:${port}${path}`)).arrayBuffer();
  }
  program.program.kill('SIGTERM');
  await program.ended;
  assert.deepEqual(
    program.list().filter((line) => !isLocal(line)),
    [],
  );
});

test('asking, checking and reporting connect to nobody', async () => {
  const lines = [
    ['ask', 'does balena run on armv6?'],
    ['check-content', '--explain', join(projectRoot, 'content/2017/2017-W41.md')],
    ['report'],
    ['manifest', 'slack'],
  ];
  const found = lines.map(async (words) => {
    await using program = await startRecorded(words);
    await program.ended;
    return program.list();
  });
  assert.deepEqual(await Promise.all(found), [[], [], [], []]);
});
