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
  for (const start of ['Bot ', 'bot  ']) {
    assert.equal(check({ DISCORD_TOKEN: `${start}${token}` }).settings?.token, token, start);
  }
  for (const wrong of [`${token}.more`, `${token} `, `x ${token}`, 'one.two', '.two.three']) {
    assert.match(check({ DISCORD_TOKEN: wrong }).problems.join(), /^DISCORD_TOKEN: a bot's token is expected/, wrong);
  }
});

test('the address of Discord’s API has no slash at its end, and a server is told by its number', () => {
  for (const url of ['https://kitchen.example/api', 'https://kitchen.example/api/', 'https://kitchen.example/api//']) {
    assert.equal(check({ DISCORD_TOKEN: token, DISCORD_API_URL: url }).settings?.apiUrl, 'https://kitchen.example/api');
  }
  const guildOf = (id: string) => check({ DISCORD_TOKEN: token, DISCORD_GUILD_ID: id }).settings?.guildId;
  for (const id of ['1'.repeat(15), '1'.repeat(21)]) assert.equal(guildOf(id), id);
  for (const wrong of ['1'.repeat(14), '1'.repeat(22), `${'1'.repeat(18)}a`])
    assert.equal(guildOf(wrong), undefined, wrong);
});

test('shards are as many as Discord advises, so many, or those of this process', () => {
  const shardsOf = (value: string) => check({ DISCORD_TOKEN: token, DISCORD_SHARDS: value }).settings?.shards;
  assert.deepEqual(shardsOf('auto'), { kind: 'auto' });
  assert.deepEqual(shardsOf('3'), { kind: 'list', ids: [0, 1, 2], total: 3 });
  assert.deepEqual(shardsOf('1, 3/4'), { kind: 'list', ids: [1, 3], total: 4 });
  assert.deepEqual(shardsOf('3,3,1/4'), { kind: 'list', ids: [3, 1], total: 4 });
  assert.deepEqual(shardsOf('0/10000'), { kind: 'list', ids: [0], total: 10_000 });
  for (const wrong of ['0', '4/4', '1,/4', '-1', 'two', '1/', '/4', '1,2', '10001', '99999999']) {
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

test('a token that stands for one is told as that', () => {
  for (const token of ['…', 'your-token-here', 'token...'])
    assert.match(check({ DISCORD_TOKEN: token }).problems.join(), /^DISCORD_TOKEN: .*This is a placeholder\./, token);
  assert.doesNotMatch(check({ DISCORD_TOKEN: 'abc.def' }).problems.join(), /placeholder|This is an id/);
});
