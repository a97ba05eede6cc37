import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findReaderSecrets } from '#app/command-line/run-platforms.ts';
import { checkPlatformSettings } from '#app/settings/platforms.ts';

const slack = { SLACK_BOT_TOKEN: 'xoxb-1-2-a', SLACK_APP_TOKEN: 'xapp-1-A1-2-b' };
const [first, second] = ['a'.repeat(32), 'b'.repeat(32)];

describe('what is written of readers is keyed by the first, what was written by any', () => {
  const cases: readonly [name: string, environment: Record<string, string>, secrets: readonly string[]][] = [
    ['the token where there is no key', slack, ['xoxb-1-2-a']],
    ['a key before the token that stood in for it', { ...slack, SECRET_KEY: first }, [first, 'xoxb-1-2-a']],
    [
      'the newest key before those before it',
      { ...slack, SECRET_KEY: `${second},${first}` },
      [second, first, 'xoxb-1-2-a'],
    ],
  ];
  for (const [name, environment, secrets] of cases)
    test(name, () => {
      const { settings, problems } = checkPlatformSettings(environment, '/');
      assert.ok(settings, problems?.join());
      assert.deepEqual(findReaderSecrets(settings), secrets);
    });
});
