import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { runToEnd } from '../../fixtures/run-to-end.ts';

const run = (words: readonly string[], environment: Record<string, string> = {}) =>
  runToEnd(['manifest', ...words], environment);

test('Slack’s manifest is YAML that connects by Socket Mode, or to the address given', async () => {
  const own = await run(['slack']);
  assert.equal(own.exitCode, 0);
  const manifest = parse(own.output);
  assert.equal(manifest.settings.socket_mode_enabled, true);
  assert.equal(manifest.features.slash_commands[0].command, '/arm');
  assert.ok(!own.output.includes('url:'));

  const served = parse((await run(['slack', '--url', 'https://bot.example', '--command', '/works'])).output);
  assert.equal(served.settings.socket_mode_enabled, false);
  assert.equal(served.settings.event_subscriptions.request_url, 'https://bot.example/slack/events');
  assert.equal(served.features.slash_commands[0].command, '/works');
});

test('without the agent pane neither it nor its scope is asked for', async () => {
  const manifest = parse((await run(['slack', '--without-agent'])).output);
  assert.equal(manifest.features.agent_view, undefined);
  assert.ok(!manifest.oauth_config.scopes.bot.includes('assistant:write'));
});

test('the scopes to look back are asked for where the look-back is on, and only there', async () => {
  const scopesOf = async (environment: Record<string, string>) =>
    parse((await run(['slack'], environment)).output).oauth_config.scopes.bot as string[];
  const usual = await scopesOf({});
  assert.ok(!usual.some((scope) => /history|metadata/.test(scope) && scope !== 'im:history'), usual.join());
  const looking = await scopesOf({ SLACK_LOOK_BACK: 'on' });
  assert.deepEqual(
    looking.filter((scope) => !usual.includes(scope)),
    ['channels:history', 'groups:history', 'im:write', 'metadata.message:read'],
  );
  const { exitCode, errors } = await run(['slack'], { SLACK_LOOK_BACK: 'yes' });
  assert.deepEqual([exitCode, errors], [1, 'SLACK_LOOK_BACK: "on" or "off" is expected.\n']);
});

test('Discord’s invite link is made from the token alone', async () => {
  const token = `${Buffer.from('123456789012345678').toString('base64')}.secret.secret`;
  const { output, exitCode } = await run(['discord'], { DISCORD_TOKEN: token });
  assert.equal(exitCode, 0);
  assert.match(
    output,
    /^https:\/\/discord\.com\/oauth2\/authorize\?client_id=123456789012345678&permissions=\d+&scope=/,
  );
  assert.ok(!output.includes('secret'));
});

test('what is wrong with the request is said, with what to do', async () => {
  const cases: [string[], number, RegExp][] = [
    [[], 2, /Which platform/],
    [['teams'], 1, /Which platform/],
    [['discord'], 1, /^DISCORD_TOKEN: it is not set/],
    [['slack', '--command', 'arm'], 1, /^--command: "arm" is no slash command/],
    [['slack', '--url', 'http://bot.example'], 1, /^--url: an address that begins with https/],
  ];
  for (const [words, exitCode, message] of cases) {
    const result = await run(words);
    assert.equal(result.exitCode, exitCode, words.join(' '));
    assert.match(result.errors, message);
    assert.equal(result.output, '');
  }
});
