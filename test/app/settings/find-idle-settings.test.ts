import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findIdleSettings } from '#app/settings/find-idle-settings.ts';
import { checkPlatformSettings } from '#app/settings/platforms.ts';

const slack = { SLACK_BOT_TOKEN: 'xoxb-1-2-a', SLACK_APP_TOKEN: 'xapp-1-A1-2-b' };

function idleIn(environment: Record<string, string>): string[] {
  const { settings, problems } = checkPlatformSettings(environment, '/');
  assert.ok(settings, problems?.join());
  return findIdleSettings(settings);
}

describe('a setting that nothing comes of is told, by its name', () => {
  const cases: readonly [name: string, environment: Record<string, string>, told: readonly RegExp[]][] = [
    ['nothing of a set that fits together', slack, []],
    [
      'a secret for requests where none come',
      { ...slack, SLACK_SIGNING_SECRET: 'a'.repeat(32) },
      [/^SLACK_SIGNING_SECRET: /],
    ],
    ['a port where nobody listens', { ...slack, SLACK_PORT: '3000' }, [/^SLACK_PORT: /]],
    ['no channel of a platform that is set up', { ...slack, ANNOUNCE_CHANNELS: 'slack:C0123456789' }, []],
    [
      'a channel of a platform that is not',
      { ...slack, ANNOUNCE_CHANNELS: 'slack:C0123456789, discord:123456789012345678' },
      [/^ANNOUNCE_CHANNELS: discord:123456789012345678 gets nothing/],
    ],
  ];
  for (const [name, environment, told] of cases)
    test(name, () => {
      const found = idleIn(environment);
      assert.equal(found.length, told.length, found.join('\n'));
      for (const [at, pattern] of told.entries()) assert.match(found[at] ?? '', pattern);
    });
});
