import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSlackSettings } from '#platforms/slack/calling/settings.ts';

const bot = 'xoxb-1-secret';
const app = 'xapp-1-secret';
const check = (environment: Record<string, string>) => checkSlackSettings((name) => environment[name]);

test('two tokens are enough: the bot connects by itself', () => {
  assert.deepEqual(check({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }), {
    settings: {
      connection: { kind: 'socket', appToken: app },
      identity: { kind: 'one-workspace', botToken: bot },
      apiUrl: 'https://slack.com/api/',
      canLookBack: false,
    },
    problems: [],
  });
});

test('with a signing secret and a port Slack calls the bot', () => {
  const { settings } = check({ SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: 'shh', SLACK_PORT: '3000' });
  assert.deepEqual(settings?.connection, { kind: 'http', signingSecret: 'shh', port: 3000 });
});

test('several workspaces bring their own tokens', () => {
  const oauth = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'shh', SLACK_STATE_SECRET: 'state', SLACK_PORT: '3000' };
  const { settings, problems } = check({ ...oauth, SLACK_SIGNING_SECRET: 'sign', SECRET_KEY: 'k'.repeat(32) });
  assert.deepEqual(problems, []);
  assert.equal(settings?.identity.kind, 'many-workspaces');
  assert.match(check({ ...oauth, SLACK_APP_TOKEN: app }).problems.join(), /^SECRET_KEY: it is not set/);
  const both = check({ ...oauth, SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SECRET_KEY: 'k' });
  assert.match(both.problems.join(), /SLACK_BOT_TOKEN: several workspaces bring a token each/);
});

test('everybody may decide for a channel, or the people named only', () => {
  const tokens = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app };
  assert.equal(check(tokens).settings?.managerIds, undefined);
  assert.equal(check({ ...tokens, SLACK_MANAGERS: ' , ' }).settings?.managerIds, undefined);
  const { settings } = check({ ...tokens, SLACK_MANAGERS: 'U012AB3CD, W0BOSS1,' });
  assert.deepEqual(settings?.managerIds, new Set(['U012AB3CD', 'W0BOSS1']));
  const { problems } = check({ ...tokens, SLACK_MANAGERS: 'U012AB3CD,@ann' });
  assert.match(problems.join(), /^SLACK_MANAGERS: ids of people .* found "@ann"\. In Slack, "Copy member ID"/);
  for (const wrong of ['u012AB3CD', 'C012AB3CD', 'U012', 'U012AB3CD (Ann)', '<@U012AB3CD']) {
    assert.equal(check({ ...tokens, SLACK_MANAGERS: wrong }).settings, undefined, wrong);
  }
});

test('the address of Slack’s methods ends in a slash, and channels are looked into only where that is switched on', () => {
  const tokens = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app };
  for (const url of ['https://kitchen.example/api', 'https://kitchen.example/api/']) {
    assert.equal(check({ ...tokens, SLACK_API_URL: url }).settings?.apiUrl, 'https://kitchen.example/api/');
  }
  assert.equal(check({ ...tokens, SLACK_LOOK_BACK: 'on' }).settings?.canLookBack, true);
  assert.equal(check({ ...tokens, SLACK_LOOK_BACK: 'off' }).settings?.canLookBack, false);
  assert.match(check({ ...tokens, SLACK_LOOK_BACK: 'yes' }).problems.join(), /^SLACK_LOOK_BACK: /);
});

test('of several workspaces all that is missing, wrong or too much is named, each once', () => {
  const namesOf = (environment: Record<string, string>) =>
    check({ SLACK_CLIENT_ID: '1.2', ...environment }).problems.map((problem) => problem.replace(/:.*/, ''));
  const missing = ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_PORT', 'SECRET_KEY'];
  assert.deepEqual(namesOf({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }), [
    'SLACK_BOT_TOKEN',
    ...missing,
    'SLACK_APP_TOKEN',
    'SLACK_SIGNING_SECRET',
  ]);
  assert.deepEqual(namesOf({ SLACK_PORT: '99999', SLACK_SIGNING_SECRET: 'sign', SECRET_KEY: 'k' }), [
    'SLACK_PORT',
    'SLACK_CLIENT_SECRET',
    'SLACK_STATE_SECRET',
  ]);
});

test('nothing set is no problem: the platform is not wanted', () => {
  assert.deepEqual(check({}), { settings: undefined, problems: [] });
  assert.deepEqual(check({ SLACK_PORT: '3000' }), { settings: undefined, problems: [] });
});

test('what is missing, swapped or wrong is named, all at once, with where to find it and without its value', () => {
  const cases: [Record<string, string>, RegExp][] = [
    [{ SLACK_BOT_TOKEN: bot }, /^SLACK_APP_TOKEN: it is not set\. Make one with the scope connections:write/],
    [{ SLACK_APP_TOKEN: app }, /^SLACK_BOT_TOKEN: it is not set\. Copy it from "OAuth & Permissions"/],
    [{ SLACK_SIGNING_SECRET: 'secret' }, /^SLACK_BOT_TOKEN: it is not set\. Copy it from "OAuth & Permissions"/],
    [
      { SLACK_BOT_TOKEN: app, SLACK_APP_TOKEN: bot },
      /^SLACK_BOT_TOKEN: this is the value of SLACK_APP_TOKEN.*,SLACK_APP_TOKEN: this is the value of SLACK_BOT_TOKEN/,
    ],
    [
      { SLACK_BOT_TOKEN: 'xoxp-secret', SLACK_APP_TOKEN: app },
      /^SLACK_BOT_TOKEN: a token that begins with "xoxb-" is expected/,
    ],
    [{ SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: 'secret' }, /^SLACK_PORT: it is not set/],
    [
      { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: 'secret', SLACK_PORT: '99999' },
      /^SLACK_PORT: a port between 1 and 65535 is expected, found "99999"/,
    ],
    [
      { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_API_URL: 'slack' },
      /^SLACK_API_URL: an address that begins with https/,
    ],
    [
      { SLACK_CLIENT_ID: '1.2', SLACK_APP_TOKEN: app, SECRET_KEY: 'k' },
      /SLACK_CLIENT_SECRET: .*SLACK_STATE_SECRET: .*SLACK_PORT: /,
    ],
    [
      { SLACK_CLIENT_SECRET: 'shh', SLACK_APP_TOKEN: app, SECRET_KEY: 'k' },
      /SLACK_CLIENT_ID: .*SLACK_STATE_SECRET: .*SLACK_PORT: /,
    ],
    [
      { SLACK_STATE_SECRET: 'shh', SLACK_SIGNING_SECRET: 'sign', SLACK_PORT: '3000', SECRET_KEY: 'k' },
      /^SLACK_CLIENT_ID: .*SLACK_CLIENT_SECRET: /,
    ],
  ];
  for (const [environment, message] of cases) {
    const { settings, problems } = check(environment);
    assert.equal(settings, undefined);
    assert.match(problems.join(), message);
    assert.doesNotMatch(problems.join('\n'), /secret\b(?! is)|1-secret/, problems.join('\n'));
  }
});

test('a port without the secret asks for the secret, and for no token of another way', () => {
  const { problems } = check({ SLACK_BOT_TOKEN: bot, SLACK_PORT: '3000' });
  assert.equal(problems.length, 1);
  assert.match(problems[0] ?? '', /^SLACK_SIGNING_SECRET: it is not set, and SLACK_PORT is\./);
});
