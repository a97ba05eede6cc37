import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { findFreePort } from '../fixtures/find-free-port.ts';
import { week41Folder } from '../fixtures/week-41-folder.ts';
import { runProgram, startProgram } from '../scenarios/terminal-processes.ts';

/** Each can be known again wherever it turns up. */
const secretWord = 'recognisable';
const appToken = `xapp-1-${secretWord}-app`;
const botToken = `xoxb-${secretWord}-bot`;
const discordToken = `MTAxMDEwMTAxMDEwMTAxMDEw.${secretWord.slice(0, 6)}.${secretWord}-${secretWord}-disc`;

test('no secret of the environment is in any log, error, metric, reply or finding of the real program, whatever goes wrong', async (t) => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'secrets-'));
  await using slack = await startSlackServer({ workspaces: [{ id: 'T0LOCAL', botToken }], app: { appToken } });
  await using discord = await startDiscordServer({ world: { token: discordToken } });
  const port = await findFreePort();
  const settings = {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discordToken,
    DISCORD_API_URL: discord.apiUrl,
    SECRET_KEY: `${secretWord}-key-that-is-quite-long-enough,${secretWord}-older-key-that-is-long-enough`,
    DATABASE_URL: `sqlite:${join(folder.path, 'bot.sqlite')}`,
    CONTENT_DIR: week41Folder,
    PORT: String(port),
    LOG_LEVEL: 'debug',
  };
  const program = startProgram(['start'], settings);
  t.after(() => program.kill('SIGKILL'));
  const written = Promise.all([text(program.stdout), text(program.stderr)]);
  const told: string[] = [];
  await discord.waitFor(() => discord.gateway.connectedShards.length > 0);
  await slack.state.log.waitFor(() => slack.sockets.count > 0);
  // Whoever knows a secret may also say it: the reply must not, either.
  const { ts } = slack.person('U0ANN').post('C0GENERAL', '@bot does kettlectl run on arm64?');
  const asked = discord.people.postMessage({ by: 'ada', in: 'general', text: `${discord.mention} help` });
  await slack.waitFor(() => slack.messages('C0GENERAL').find(({ thread_ts }) => thread_ts === ts));
  await discord.waitFor(() => discord.messages('general').find(({ reference }) => reference?.messageId === asked.id));
  slack.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'invalid_auth' });
  slack.person('U0ANN').post('C0GENERAL', '@bot latest');
  await slack.waitFor(() => slack.calls.filter(({ method }) => method === 'chat.postMessage').length >= 2);
  for (const path of ['healthz', 'readyz', 'metrics']) {
    told.push(await (await fetch(`http://127.0.0.1:${port}/${path}`)).text());
  }
  // The socket asks again with a token that is dead by now, and the gateway refuses the other.
  slack.setTokenState(appToken, 'token_revoked');
  slack.sockets.drop();
  discord.gateway.kill(4004);
  const [exitCode] = await once(program, 'exit');
  assert.equal(exitCode, 1);
  told.push(
    ...(await written),
    JSON.stringify(slack.messages('C0GENERAL')),
    JSON.stringify(discord.messages('general')),
  );
  const refusals = await Promise.all([
    runProgram(['doctor'], '', settings),
    runProgram(['doctor', '--json'], '', { ...settings, SLACK_APP_TOKEN: botToken, SLACK_BOT_TOKEN: appToken }),
    runProgram(['start'], '', { ...settings, DATABASE_URL: `postgres://bot:${secretWord}@127.0.0.1:9/bot` }),
    runProgram(['start'], '', { ...settings, DATABASE_URL: `mysql://bot:${secretWord}@127.0.0.1:9/bot` }),
    runProgram(['start'], '', { ...settings, DISCORD_TOKEN: secretWord, SECRET_KEY: secretWord }),
  ]);
  told.push(...refusals.flatMap(({ output, errors }) => [output, errors]));
  const all = told.join('\n');
  assert.match(all, /"requestId"/);
  assert.match(all, /refuses the bot/);
  assert.match(all, /bot_questions_total/);
  const leak = all.split('\n').find((line) => line.includes(secretWord));
  assert.equal(leak, undefined);
});
