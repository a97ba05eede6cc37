import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { endWithTests } from '../fixtures/end-with-tests.ts';
import { projectRoot, startProgram } from './terminal-processes.ts';

test('a shell that npm ran the program in and ended leaves nothing behind: the program stops as it is asked to', {
  skip: process.platform === 'win32' ? 'there is no such shell' : false,
}, async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'shell-'));
  await using server = await startSlackServer();
  const { SLACK_BOT_TOKEN: _own, DISCORD_TOKEN: _other, ...environment } = process.env;
  // What comes behind it keeps the shell from becoming the program.
  const shell = spawn('sh', ['-c', '"$0" src/main.ts start; exit $?', process.execPath], {
    cwd: projectRoot,
    env: {
      ...environment,
      npm_lifecycle_event: 'start',
      SLACK_BOT_TOKEN: server.botToken,
      SLACK_APP_TOKEN: server.app.appToken,
      SLACK_API_URL: server.apiUrl,
      DATABASE_URL: `sqlite:${join(folder.path, 'bot.sqlite')}`,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  endWithTests(shell);
  // Ends when the last one that could write to it is gone.
  const written = text(shell.stderr);
  await server.waitFor(() => server.sockets.count > 0);
  shell.kill('SIGTERM');
  const [, signal] = await once(shell, 'exit');
  assert.equal(signal, 'SIGTERM');
  assert.match(await written, /"Stopping\."/);
  assert.equal(server.sockets.count, 0);
});

test('a process that may not serve ends as soon as it has said so', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'refused-'));
  await using server = await startSlackServer();
  const startedMs = performance.now();
  const program = startProgram(['start'], {
    SLACK_BOT_TOKEN: 'xoxb-0-mistyped',
    SLACK_APP_TOKEN: server.app.appToken,
    SLACK_API_URL: server.apiUrl,
    DATABASE_URL: `sqlite:${join(folder.path, 'bot.sqlite')}`,
  });
  const exit = once(program, 'exit');
  let toldMs = 0;
  program.stderr.on('data', (chunk) => {
    if (String(chunk).includes('A platform refuses the bot.')) toldMs = performance.now();
  });
  const [exitCode] = await exit;
  assert.equal(exitCode, 1);
  // A timer of the start would hold it for half a minute. Where a machine is so busy that this is no measure, its start has told.
  assert.ok(
    toldMs > 0 && performance.now() - toldMs < Math.max(20_000, toldMs - startedMs),
    `${performance.now() - toldMs} ms`,
  );
});
