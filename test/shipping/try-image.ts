import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { type ReplayOptions, replayDockerfile } from '../../scripts/replay-dockerfile.ts';
import { endWithTests } from '../fixtures/end-with-tests.ts';
import { findFreePort } from '../fixtures/find-free-port.ts';
import { projectRoot } from '../scenarios/terminal-processes.ts';

/**
 * Replays the Dockerfile into an empty folder, starts what it starts there, and sees it become ready, answer a question,
 * satisfy its own health check and end when told to. `run`: in place of a shell for the RUN steps.
 */
export async function tryImage(run?: ReplayOptions['run']): Promise<void> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'image-'));
  const image = replayDockerfile({
    dockerfile: readFileSync(join(projectRoot, 'Dockerfile'), 'utf8'),
    context: projectRoot,
    folder: folder.path,
    ...(run === undefined ? {} : { run }),
  });
  await using server = await startSlackServer();
  const port = await findFreePort();
  // Of this process's environment nothing but what finds Node.
  const environment = {
    PATH: process.env.PATH,
    ...image.environment,
    PORT: `${port}`,
    SLACK_API_URL: server.apiUrl,
    SLACK_BOT_TOKEN: server.botToken,
    SLACK_APP_TOKEN: server.app.appToken,
  };
  const inImage = (command: readonly string[]) => {
    assert.equal(command[0], 'node');
    const child = spawn(process.execPath, command.slice(1), { cwd: image.workingFolder, env: environment });
    endWithTests(child);
    return child;
  };

  const program = inImage(image.command);
  const log: string[] = [];
  const isReady = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok ?? false;
  const connected = Promise.withResolvers<void>();
  const ready = Promise.withResolvers<void>();
  // Each step of its start is a line of its log.
  createInterface(program.stderr).on('line', async (line) => {
    log.push(line);
    if (line.includes('Connected to Slack')) connected.resolve();
    if (await isReady()) ready.resolve();
  });
  program.once('close', () => {
    const ended = new Error(`the program ended:\n${log.join('\n')}`);
    connected.reject(ended);
    ready.reject(ended);
  });
  ready.promise.catch(() => {});
  try {
    const ann = server.person('U0ANN');
    await connected.promise;
    await ann.runCommand('C0GENERAL', '/arm', 'does balena run on armv6?');
    const answer = await server.waitFor(() =>
      server.messages('C0GENERAL').find(({ ephemeralTo }) => ephemeralTo === 'U0ANN'),
    );
    assert.match(JSON.stringify(answer.blocks), /Yes, as of October 2017: Balena runs on armv5, armv6, /);
    await ready.promise;
    const [healthCode] = await once(inImage(image.healthCommand), 'exit');
    assert.equal(healthCode, 0, 'the health check of the image');
    program.kill('SIGTERM');
    const [exitCode] = await once(program, 'exit');
    assert.equal(exitCode, 0, log.join('\n'));
    const [afterEnd] = await once(inImage(image.healthCommand), 'exit');
    assert.equal(afterEnd, 1, 'the health check of an image that has ended');
  } finally {
    program.kill('SIGKILL');
  }
}
