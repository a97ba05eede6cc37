import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDiscordSettings } from '#platforms/discord/calling/settings.ts';

const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.abc-DEF.xyz_123';
const check = (values: Record<string, string>) => checkDiscordSettings((name) => values[name]);

test('without a token Discord is not set up, and that is no problem', () => {
  assert.deepEqual(check({}), { settings: undefined, problems: [] });
});

test('a token is all it takes', () => {
  assert.deepEqual(check({ DISCORD_TOKEN: token }), {
    settings: { token, apiUrl: 'https://discord.com/api', guildId: undefined, shards: { kind: 'auto' } },
    problems: [],
  });
  assert.equal(check({ DISCORD_TOKEN: `Bot ${token}` }).settings?.token, token);
});

test('shards are as many as Discord advises, so many, or those of this process', () => {
  const shardsOf = (value: string) => check({ DISCORD_TOKEN: token, DISCORD_SHARDS: value }).settings?.shards;
  assert.deepEqual(shardsOf('auto'), { kind: 'auto' });
  assert.deepEqual(shardsOf('3'), { kind: 'list', ids: [0, 1, 2], total: 3 });
  assert.deepEqual(shardsOf('1, 3/4'), { kind: 'list', ids: [1, 3], total: 4 });
  for (const wrong of ['0', '4/4', '1,/4', '-1', 'two', '1/', '/4', '1,2', '99999999']) {
    assert.equal(shardsOf(wrong), undefined, wrong);
  }
});

test('every problem is named with its setting and the remedy, all at once, and no value is shown', () => {
  const { settings, problems } = check({
    DISCORD_TOKEN: '123456789012345678',
    DISCORD_API_URL: 'discord',
    DISCORD_GUILD_ID: 'my server',
    DISCORD_SHARDS: 'plenty',
  });
  assert.equal(settings, undefined);
  const starts = [
    /^DISCORD_TOKEN: .*This is an id.*"Bot"/,
    /^DISCORD_API_URL: /,
    /^DISCORD_GUILD_ID: .*Developer Mode/,
    /^DISCORD_SHARDS: .*auto/,
  ];
  assert.equal(problems.length, starts.length);
  for (const [at, start] of starts.entries()) assert.match(problems[at] ?? '', start);
  assert.doesNotMatch(problems.join(), /123456789012345678|my server|plenty/);
});
