import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { endWithTests } from '../fixtures/end-with-tests.ts';
import { projectRoot, seeLine, startProgram } from './terminal-processes.ts';

/** The real program, connected to both local platforms. */
async function startBot(more: Record<string, string> = {}) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'stopping-'));
  const slack = await startSlackServer();
  const discord = await startDiscordServer({
    limits: { routes: { 'POST /channels/:channelId/messages': { limit: 1000, perMs: 1000 } } },
  });
  const program = startProgram(['start'], {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.app.appToken,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: `sqlite:${join(folder.path, 'bot.sqlite')}`,
    ...more,
  });
  const written = text(program.stderr);
  await slack.waitFor(() => slack.sockets.count > 0);
  await discord.waitFor(() => discord.gateway.connectedShards.length > 0);
  return {
    program,
    slack,
    discord,
    /** The log's lines, once it has ended. */
    entries: async () =>
      (await written)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    async [Symbol.asyncDispose]() {
      program.kill('SIGKILL');
      await slack.close();
      await discord.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('told to stop under load, it finishes what it has in hand, answers nothing twice and ends with 0', async () => {
  await using bot = await startBot();
  const { program, slack, discord } = bot;
  const ask = (number: number) => {
    slack.person('U0ANN').post('C0GENERAL', `@bot does kettlectl ${number} run on arm64?`);
    discord.people.postMessage({ by: 'ada', in: 'general', text: `${discord.mention} help` });
  };
  for (let i = 0; i < 15; i++) ask(i);
  const answers = () => [
    ...slack.messages('C0GENERAL').flatMap(({ via, thread_ts }) => (via === 'person' ? [] : (thread_ts ?? []))),
    ...discord.messages('general').flatMap(({ reference }) => reference?.messageId ?? []),
  ];
  await slack.waitFor(() => answers().length > 0);
  program.kill('SIGTERM');
  for (let i = 0; i < 15; i++) ask(i);
  const [exitCode] = await once(program, 'exit');
  assert.equal(exitCode, 0);
  assert.equal(new Set(answers()).size, answers().length);
  const messages = (await bot.entries()).map(({ message }) => message);
  assert.ok(messages.includes('Stopping.'));
  assert.ok(!messages.includes('Not all was finished when the time to stop was up.'));
  // Whatever was begun has been answered: each line of the one kind has its line of the other.
  const answered = messages.filter((message) => message === 'A request is answered.').length;
  assert.ok(answered >= answers().length, `${answered} of ${answers().length}`);
});

test('a second signal, of either kind, ends it at once, whatever it has in hand', async () => {
  await using bot = await startBot();
  const { program, slack } = bot;
  slack.faults.add({ method: 'chat.postMessage', kind: 'slow', delayMs: 600_000 });
  slack.person('U0ANN').post('C0GENERAL', '@bot does kettlectl run on arm64?');
  await slack.waitFor(() => slack.calls.some(({ method }) => method === 'chat.postMessage'));
  const isStopping = seeLine(program.stderr, 'Stopping.');
  program.kill('SIGTERM');
  await isStopping;
  program.kill('SIGINT');
  const [exitCode, signal] = await once(program, 'exit');
  assert.deepEqual([exitCode, signal], [null, 'SIGINT']);
});

test('a rejection that nobody handles ends it with one line and exit code 1', async () => {
  // Something breaks in the running process, from outside: the program has no hook for it.
  const breaks = "process.on('SIGUSR2', () => void Promise.reject(new Error('the kettle burst')))";
  await using bot = await startBot({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(breaks)}` });
  bot.program.kill('SIGUSR2');
  const [exitCode] = await once(bot.program, 'exit');
  assert.equal(exitCode, 1);
  const last = (await bot.entries()).at(-1);
  assert.equal(last?.message, 'An error that nobody expected ends the process.');
  assert.match(String(last?.remedy), /starts it anew/);
  assert.match(JSON.stringify(last?.error), /the kettle burst/);
});

test('the bot ends in order when npm’s shell, which passes no signal on, is gone', {
  skip: process.platform === 'win32' ? 'only POSIX shells leave orphans' : false,
}, async () => {
  await using slack = await startSlackServer();
  await using folder = await mkdtempDisposable(join(tmpdir(), 'stopping-'));
  // As npm runs a script; the second command keeps the shell from becoming the program itself.
  const script = `"${process.execPath}" "${join(projectRoot, 'src/main.ts')}" start; exit $?`;
  const shell = spawn('sh', ['-c', script], {
    env: {
      PATH: process.env.PATH,
      npm_lifecycle_event: 'start',
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.app.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: `sqlite:${join(folder.path, 'bot.sqlite')}`,
    },
    cwd: folder.path,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  endWithTests(shell);
  const isConnected = seeLine(shell.stderr, 'Connected to Slack');
  const log = text(shell.stderr);
  // The server knows of the connection before the bot has written of it.
  await isConnected;
  shell.kill('SIGTERM');
  // Held open by the bot until it ends.
  assert.match(await log, /"message":"Stopping\."\}\n$/);
});

test('the local chat and its bot end when npm’s shell is gone, and its port is free again', {
  skip: process.platform === 'win32' ? 'only POSIX shells leave orphans' : false,
}, async () => {
  const script = `"${process.execPath}" "${join(projectRoot, 'local/chat/run-local-chat.ts')}" slack --port 0; exit $?`;
  const shell = spawn('sh', ['-c', script], {
    env: { PATH: process.env.PATH, npm_lifecycle_event: 'local-slack' },
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithTests(shell);
  const isOpen = seeLine(shell.stdout, 'Open http');
  // Held open by the chat, and by its bot, until they end.
  const ends = [text(shell.stdout), text(shell.stderr)];
  await isOpen;
  shell.kill('SIGTERM');
  const [said = ''] = await Promise.all(ends);
  const [address = ''] = /http:\S+/.exec(said) ?? [];
  await assert.rejects(fetch(address), /fetch failed/);
});
