import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSecretStriker } from '#app/logging/secret-striker.ts';
import { findSecrets } from '#app/settings/platforms.ts';

describe('every secret that a setting holds is struck from what is written', () => {
  const cases: [name: string, environment: Record<string, string>, secrets: readonly string[]][] = [
    ['a token', { SLACK_BOT_TOKEN: 'kettle-one' }, ['kettle-one']],
    ['each key of a list, by itself', { SECRET_KEY: 'kettle-one, kettle-two' }, ['kettle-one', 'kettle-two']],
    [
      'the password in an address',
      { DATABASE_URL: 'postgres://bot:kettle%40one@db/bot' },
      ['kettle%40one', 'kettle@one'],
    ],
    [
      'a password with a sign that no address has',
      { DATABASE_URL: 'postgres://bot:kettle%one@db/bot' },
      ['kettle%one'],
    ],
    ['a value that stands in quotes', { DISCORD_TOKEN: '"kettle-one"' }, ['kettle-one']],
    [
      'the other secrets of Slack',
      {
        SLACK_APP_TOKEN: 'kettle-1',
        SLACK_SIGNING_SECRET: 'kettle-2',
        SLACK_CLIENT_SECRET: 'kettle-3',
        SLACK_STATE_SECRET: 'kettle-4',
      },
      ['kettle-1', 'kettle-2', 'kettle-3', 'kettle-4'],
    ],
  ];
  for (const [name, environment, secrets] of cases) {
    test(name, () => {
      const found = findSecrets(environment);
      for (const secret of secrets) assert.ok(found.includes(secret), `${secret} in ${found}`);
      const strike = createSecretStriker(found);
      for (const secret of secrets) assert.equal(strike(`it is ${secret}!`), 'it is [secret]!');
    });
  }
});

test('what is no secret is not struck: the place of a file, a level, a channel', () => {
  assert.deepEqual(
    findSecrets({ DATABASE_URL: 'sqlite:data/bot.sqlite', LOG_LEVEL: 'debug', CONTENT_DIR: '/kitchen' }),
    [],
  );
});
