import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { runCommandLine } from '#app/command-line/run-command-line.ts';
import {
  type SlackServer,
  type SlackServerOptions,
  startSlackServer,
} from '../../local/slack-server/start-slack-server.ts';
import { findFreePort } from '../fixtures/find-free-port.ts';
import { inventContent } from './terminal-processes.ts';

const question = '@bot does teapotd run on arm64?';
const mostDetailed = 'debug';

interface Situation {
  readonly name: string;
  /** Makes something wrong, before the start or with the settings. */
  readonly spoil?: (server: SlackServer, settings: Record<string, string>) => void;
  readonly world?: SlackServerOptions;
  /** What an operator reads. */
  readonly message: RegExp;
}

/** Nothing can be served: the program ends, and says why. */
const refused: readonly Situation[] = [
  {
    name: 'a bot token that is nobody’s',
    spoil: (_, settings) => Object.assign(settings, { SLACK_BOT_TOKEN: 'xoxb-0-mistyped' }),
    message: /SLACK_BOT_TOKEN: Slack does not know the token: copy SLACK_BOT_TOKEN again from .*OAuth & Permissions/,
  },
  ...(['token_revoked', 'token_expired', 'account_inactive'] as const).map((state) => ({
    name: `a bot token that is ${state}`,
    spoil: (server: SlackServer) => server.setTokenState(server.botToken, state),
    message: /SLACK_BOT_TOKEN: .*install (?:it|the app) again and copy SLACK_BOT_TOKEN/,
  })),
  {
    name: 'swapped tokens',
    spoil(server, settings) {
      settings.SLACK_BOT_TOKEN = server.app.appToken;
      settings.SLACK_APP_TOKEN = server.botToken;
    },
    message: /SLACK_BOT_TOKEN: this is the value of SLACK_APP_TOKEN; perhaps the two tokens are swapped/,
  },
  {
    name: 'an app token that is nobody’s',
    spoil: (_, settings) => Object.assign(settings, { SLACK_APP_TOKEN: 'xapp-1-A0-0-mistyped' }),
    message: /SLACK_APP_TOKEN: Slack does not accept it\. Copy it again from .*App-Level Tokens/,
  },
  {
    name: 'an app token without its scope',
    world: { app: { appTokenScopes: [] } },
    message: /SLACK_APP_TOKEN: it lacks the scope connections:write\. Make a new app-level token with it/,
  },
];

for (const { name, spoil, world, message } of refused) {
  test(`${name}: the program ends with what to do, and without any secret`, async () => {
    await using server = await startSlackServer(world);
    await using bot = await startProgramFor(server, 'socket', spoil);
    assert.equal(await bot.exitCode, 1);
    assert.match(bot.lines(), message);
    bot.assertNoSecret();
  });
}

test('troubles of Slack’s at the start are waited out: the program goes on, and says why it is not connected yet', async () => {
  await using server = await startSlackServer({ socket: { withoutConnection: 'hold' } });
  const passing = ['request_timeout', 'internal_error', 'service_unavailable'];
  await using bot = await startProgramFor(server, 'socket', () => {
    server.faults.add({ method: 'auth.test', kind: 'error', error: 'service_unavailable' });
    server.faults.add({ method: 'apps.connections.open', kind: 'error', error: 'internal_error' });
  });
  await bot.wrote(/"A platform is not connected; it is tried again\."/);
  await bot.wrote(/Connected to Slack/);
  for (const error of passing) server.faults.add({ method: 'apps.connections.open', kind: 'error', error });
  server.sockets.drop();
  await bot.wrote(/"attempt":3.*Slack cannot be connected again yet/s);
  const { ts } = server.person('U0ANN').post('C0GENERAL', question);
  await server.waitFor(() => server.messages('C0GENERAL').some(({ thread_ts }) => thread_ts === ts));
  bot.stop();
  assert.equal(await bot.exitCode, 0);
});

test('a token that is revoked while the bot runs is told as one at the start is, and ends the program', async () => {
  await using server = await startSlackServer();
  await using bot = await startProgramFor(server, 'socket');
  await bot.wrote(/Connected to Slack/);
  server.setTokenState(server.botToken, 'token_revoked');
  server.person('U0ANN').post('C0GENERAL', question);
  assert.equal(await bot.exitCode, 1);
  assert.match(
    bot.lines(),
    /"error".*SLACK_BOT_TOKEN: The token was revoked: install the app again and copy SLACK_BOT_TOKEN/,
  );
  bot.assertNoSecret();
});

test('scopes that were not granted are told at the start, each with its purpose and the remedy; what can be answered is', async () => {
  await using server = await startSlackServer({
    workspaces: [{ id: 'T0LOCAL', scopes: ['commands', 'app_mentions:read'] }],
  });
  await using bot = await startProgramFor(server, 'socket');
  await bot.wrote(/Connected to Slack/);
  for (const scope of ['chat:write', 'im:history']) {
    assert.match(bot.lines(), new RegExp(`"warn".*"${scope}","purpose":"[^"]+","remedy":"Paste the output of`));
  }
  assert.match(bot.lines(), /"info".*"assistant:write"/);
  const ann = server.person('U0ANN');
  ann.post('C0GENERAL', question);
  await bot.wrote(/The app lacks a permission \(scope\).*It needs chat:write.*An answer could not be sent/);
  await ann.runCommand('C0GENERAL', '/arm', 'does teapotd run on arm64?');
  await server.waitFor(() => server.messages('C0GENERAL').some(({ via }) => via === 'response_url'));
  bot.stop();
  assert.equal(await bot.exitCode, 0);
  bot.assertNoSecret();
});

test('a clock that differs from Slack’s, or another signing secret: nothing is answered, and the log says what to do', async () => {
  await using server = await startSlackServer({ http: { retryAfterMs: [] } });
  await using bot = await startProgramFor(server, 'http');
  await bot.wrote(/Listening for Slack/);
  const ask = async () => (await server.person('U0ANN').post('C0GENERAL', question).outcomes)[0]?.isAcknowledged;
  server.http.clockSkewMs = -6 * 60_000;
  assert.equal(await ask(), false);
  await bot.wrote(/"warn".*Set this machine's clock: it differs from Slack's by more than five minutes/);
  server.http.clockSkewMs = 0;
  server.http.signingSecret = 'somebody else’s secret';
  assert.equal(await ask(), false);
  await bot.wrote(/"warn".*copy SLACK_SIGNING_SECRET again from/);
  server.http.signingSecret = server.app.signingSecret;
  assert.equal(await ask(), true);
  assert.equal(server.messages('C0GENERAL').filter(({ via }) => via !== 'person').length, 1);
  bot.stop();
  assert.equal(await bot.exitCode, 0);
  bot.assertNoSecret();
});

/** The whole program, set up as the README says, but for what is spoilt; its log tells as much as it can. */
async function startProgramFor(server: SlackServer, mode: 'socket' | 'http', spoil: Situation['spoil'] = () => {}) {
  const content = await inventContent();
  const folder = await mkdtempDisposable(join(tmpdir(), 'access-'));
  const port = await findFreePort();
  const settings: Record<string, string> = {
    SLACK_BOT_TOKEN: server.botToken,
    ...(mode === 'socket'
      ? { SLACK_APP_TOKEN: server.app.appToken }
      : { SLACK_SIGNING_SECRET: server.app.signingSecret, SLACK_PORT: String(port) }),
    SECRET_KEY: 'a secret key that nobody must ever read',
  };
  spoil(server, settings);
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  let written = '';
  const waiting = new Set<() => void>();
  for (const stream of [output, errors]) {
    stream.on('data', (chunk) => {
      written += chunk;
      for (const look of [...waiting]) look();
    });
  }
  const stopping = new AbortController();
  const exitCode = runCommandLine(['start'], {
    environment: {
      ...settings,
      SLACK_API_URL: server.apiUrl,
      CONTENT_DIR: content.path,
      DATABASE_URL: `sqlite:${join(folder.path, 'bot.sqlite')}`,
      LOG_LEVEL: mostDetailed,
    },
    workingFolder: folder.path,
    streams: { input, output, errors } as never,
    listenForStop: () => stopping.signal,
    endOnCrash: () => {},
  });
  if (mode === 'http') server.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  return {
    exitCode,
    lines: () => written,
    stop: () => stopping.abort(),
    async wrote(pattern: RegExp): Promise<void> {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`never wrote ${pattern}:\n${written}`)), 120_000);
        const look = () => {
          if (!pattern.test(written)) return;
          waiting.delete(look);
          clearTimeout(timer);
          resolve();
        };
        waiting.add(look);
        look();
      });
    },
    assertNoSecret() {
      for (const [name, secret] of Object.entries(settings)) {
        if (name !== 'SLACK_PORT') assert.ok(!written.includes(secret), `${name} stands in the log`);
      }
    },
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await exitCode;
      await folder[Symbol.asyncDispose]();
      await content[Symbol.asyncDispose]();
    },
  };
}
