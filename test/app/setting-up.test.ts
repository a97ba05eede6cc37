import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, test } from 'node:test';
import { startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { askDoctor } from '../fixtures/ask-doctor.ts';
import { runProgram, startProgram } from '../scenarios/terminal-processes.ts';

const slackTokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const temporaryFolder = () => mkdtempDisposable(join(tmpdir(), 'setting-up-'));

/** Answers everything with a page, as a Wi-Fi does that wants a login first. */
async function startPortal() {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>Welcome, please log in</html>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The first line of the log that fits, of a process of its own: the SDK's tries would keep this one alive. */
async function readFirst(pattern: RegExp, environment: Record<string, string>, folder: string): Promise<string> {
  const program = startProgram(['start'], environment, folder);
  try {
    for await (const line of createInterface(program.stderr)) if (pattern.test(line)) return line;
    return assert.fail('the program ended');
  } finally {
    program.kill('SIGKILL');
  }
}

describe('a page in the place of a platform is called that, and what to do about it', () => {
  const platforms = {
    Slack: (address: string) => ({ ...slackTokens, SLACK_API_URL: `${address}/api/` }),
    Discord: (address: string) => ({ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: `${address}/api` }),
  };
  for (const [name, settings] of Object.entries(platforms)) {
    test(name, async () => {
      await using portal = await startPortal();
      await using folder = await temporaryFolder();
      const environment = settings(portal.address);
      const { output } = await askDoctor(environment, { workingFolder: folder.path });
      const expected = RegExp(`What answers in the place of ${name} is a web page\\. Look what stands between`);
      assert.match(output, expected);
      assert.doesNotMatch(output, /<html|tried again|reset_after|refuses/);
      const line = await readFirst(/not connected|cannot be reached/, environment, folder.path);
      assert.match(line, /web page.*look what stands between this machine and the internet/i);
      assert.doesNotMatch(line, /<html|"stack"|reset_after/);
    });
  }
});

test('a Slack that is out of reach is told at the first try, with what to do', async () => {
  await using folder = await temporaryFolder();
  const environment = { ...slackTokens, SLACK_API_URL: 'http://127.0.0.1:9/api/' };
  const line = await readFirst(/Slack/, environment, folder.path);
  assert.match(line, /"Slack cannot be reached; it is tried again\."/);
  assert.match(line, /"remedy":"[^"]*look whether this machine reaches Slack/);
});

test('with every token refused the bot says that it ends, and ends', async () => {
  await using slack = await startSlackServer();
  await using discord = await startDiscordServer();
  await using folder = await temporaryFolder();
  const program = startProgram(['start'], {
    ...slackTokens,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: 'MTAxMDEwMTAxMDEwMTAxMDEw.GabcdE.abcdefghijklmnopqrstuvwxyz_ABCDEF01',
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: `sqlite:${join(folder.path, 'bot.sqlite')}`,
  });
  let log = '';
  program.stderr.on('data', (chunk) => {
    log += chunk;
  });
  const startedMs = performance.now();
  let endsAtMs = 0;
  while (endsAtMs === 0) {
    await once(program.stderr, 'data');
    if (log.includes('Every platform refuses the bot: it ends.')) endsAtMs = performance.now();
  }
  assert.deepEqual(await once(program, 'close'), [1, null]);
  // A timer of half a minute would hold it. Where a machine is so busy that this is no measure, its start has told.
  assert.ok(performance.now() - endsAtMs < Math.max(25_000, endsAtMs - startedMs));
  assert.equal(log.match(/A platform refuses the bot\./g)?.length, 2);
});

test('a start, and the doctor, tell of a name in .env that is nobody’s', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, '.env'), 'DISCORD_BOT_TOKEN=a.b.c\n');
  for (const words of [['start'], ['doctor']]) {
    const { output, errors } = await runProgram(words, '', {}, folder.path);
    assert.match(
      output + errors,
      /\.env, line 1: DISCORD_BOT_TOKEN is no setting of the bot\. Did you mean DISCORD_TOKEN\?/,
    );
  }
});

test('a question is answered beside a .env that cannot be read, which is said', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, '.env'), 'SECRET_KEY="no end\n');
  const asked = await runProgram(['ask', 'does balena run on armv6?'], '', {}, folder.path);
  assert.match(asked.errors, /^\.env, line 1: the quote/);
  assert.match(asked.output, /✔ Yes/);
  assert.equal(asked.exitCode, 0);
  const started = await runProgram(['start'], '', {}, folder.path);
  assert.match(started.errors, /^\.env, line 1: the quote/);
  assert.equal(started.exitCode, 1);
});

test('settings that nothing comes of are told: the other way to Slack, channels of a platform without a token', async () => {
  await using folder = await temporaryFolder();
  const { output } = await askDoctor(
    {
      ...slackTokens,
      SLACK_SIGNING_SECRET: 'sign',
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
      ANNOUNCE_CHANNELS: 'discord:456',
    },
    { workingFolder: folder.path },
  );
  assert.match(output, /look {2}Settings: SLACK_SIGNING_SECRET: it is not used, since SLACK_APP_TOKEN is set/);
  assert.match(
    output,
    /look {2}Settings: ANNOUNCE_CHANNELS: discord:456 gets nothing, since discord is not set up here/,
  );
});
