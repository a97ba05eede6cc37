import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookBackScopes, slackScopes } from '#platforms/slack/calling/scopes.ts';
import type { SlackSettings } from '#platforms/slack/calling/settings.ts';
import { examineSlack } from '#platforms/slack/setup/examine.ts';
import { type SlackServer, startSlackServer } from '../../../../local/slack-server/start-slack-server.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';

const usual = Object.keys(slackScopes);
const startWith = (scopes: readonly string[]) => startSlackServer({ workspaces: [{ id: 'T0LOCAL', scopes }] });

async function examine(server: SlackServer, settings: Partial<SlackSettings> = {}) {
  const all: SlackSettings = {
    identity: { kind: 'one-workspace', botToken: server.botToken },
    connection: { kind: 'socket', appToken: server.app.appToken },
    apiUrl: server.apiUrl,
    canLookBack: false,
    ...settings,
  };
  return Array.fromAsync(examineSlack(all, keepLog()));
}

const told = (findings: Awaited<ReturnType<typeof examine>>) =>
  findings.map(({ subject, level }) => `${subject} ${level}`);

test('a bot with both tokens and all scopes is sound, and nothing is posted', async () => {
  await using server = await startWith(usual);
  const findings = await examine(server);
  assert.deepEqual(told(findings), ['Slack ok', 'Slack scopes ok', 'Slack socket ok']);
  assert.match(findings[0]?.statement ?? '', new RegExp(`in the workspace "${server.workspace.name}"`));
  assert.deepEqual(server.messages('C0GENERAL'), []);
});

test('a scope that is not granted is told with what the bot cannot do; the agent pane’s is no fault', async () => {
  await using server = await startWith(usual.filter((scope) => !['commands', 'assistant:write'].includes(scope)));
  const findings = (await examine(server)).filter(({ subject }) => subject === 'Slack scopes');
  assert.deepEqual(
    findings.map(({ level, statement }) => `${level}: ${statement}`),
    [
      'warning: The scope assistant:write is not granted: without it the bot no longer suggests questions in the agent pane.',
      'fault: The scope commands is not granted: without it the bot no longer has a slash command and shortcuts.',
    ],
  );
  assert.match(findings[0]?.remedy ?? '', /npm run manifest -- slack/);
});

test('what the look-back needs is looked for where it is on, and only there', async () => {
  await using server = await startWith(usual);
  const findings = await examine(server, { canLookBack: true });
  const missing = findings.flatMap(({ level, statement }) => (level === 'fault' ? [statement.split(' ')[2]] : []));
  assert.deepEqual(missing, Object.keys(lookBackScopes));
});

test('a token that is refused is told by the name of its setting, and the other one is looked at all the same', async () => {
  await using server = await startWith(usual);
  const bot = await examine(server, { identity: { kind: 'one-workspace', botToken: 'xoxb-0-mistyped' } });
  assert.deepEqual(told(bot), ['Slack fault', 'Slack socket ok']);
  assert.match(bot[0]?.remedy ?? '', /^SLACK_BOT_TOKEN: /);
  const app = await examine(server, { connection: { kind: 'socket', appToken: 'xapp-0-mistyped' } });
  assert.deepEqual(told(app), ['Slack ok', 'Slack scopes ok', 'Slack socket fault']);
  assert.match(app[2]?.remedy ?? '', /^SLACK_APP_TOKEN: /);
});

test('a Slack that cannot be asked is no fault of a token', async () => {
  await using server = await startWith(usual);
  const findings = await examine(server, { apiUrl: 'http://127.0.0.1:9/api/' });
  assert.ok(findings.every(({ level, statement }) => level === 'fault' && /could not be asked/.test(statement)));
  assert.match(findings[0]?.remedy ?? '', /Check that this machine reaches slack\.com/);
});

test('where each workspace brings its token, and where Slack connects to the bot, neither is asked for', async () => {
  await using server = await startWith(usual);
  const identity = { kind: 'many-workspaces', clientId: '1.2', clientSecret: 's', stateSecret: 't' } as never;
  const findings = await examine(server, { identity, connection: { kind: 'http', signingSecret: 's', port: 1 } });
  assert.deepEqual(told(findings), ['Slack ok']);
  assert.deepEqual(server.calls, []);
});
