import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkAnnounceSettings } from '#app/settings/announcing.ts';
import { decodeEnvFile } from '#app/settings/decode-env-file.ts';

const check = (settings: Readonly<Record<string, string>>) => checkAnnounceSettings((name) => settings[name]);

test('with nothing set: Fridays at noon of UTC, no channel, three days to catch up, five quiet minutes, edits for a month', () => {
  const { settings, problems } = check({});
  const { defaultSchedule, channels, catchUpDays } = settings;
  assert.deepEqual([settings.quietMinutes, settings.correctDays], [5, 30]);
  assert.deepEqual(defaultSchedule, { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'UTC' });
  assert.deepEqual([channels, catchUpDays, problems], [[], 3, []]);
});

test('channels one behind the other, each by the zone of the settings where it names none', () => {
  const { settings, problems } = check({
    ANNOUNCE_CHANNELS: ' slack:C1 ,, discord:2@sat 9:00 ,',
    ANNOUNCE_TIMEZONE: 'europe/berlin',
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    settings.channels.map(({ channelId, schedule }) => [channelId, schedule.dayOfWeek, schedule.timeZone]),
    [
      ['C1', 5, 'Europe/Berlin'],
      ['2', 6, 'Europe/Berlin'],
    ],
  );
});

describe('what is wrong is told with its name, all at once', () => {
  for (const [name, value, problem] of [
    ['ANNOUNCE_TIMEZONE', 'Europe/Berln', /“Europe\/Berln” is no time zone\. Did you mean Europe\/Berlin\?/],
    ['ANNOUNCE_TIMEZONE', 'xyzzy', /“xyzzy” is no time zone\. Write it like Europe\/Berlin\./],
    ['ANNOUNCE_CHANNELS', 'slack:C1,slack:C1@sat', /slack:C1 stands there twice/],
    ['ANNOUNCE_CHANNELS', 'C1', /“C1” is no channel/],
    ['ANNOUNCE_CHANNELS', 'slack:general', /“slack:general” is no channel\. That is its name/],
    ['ANNOUNCE_CHANNELS', 'slack:#general', /“slack:#general” is no channel\. That is its name/],
    ['ANNOUNCE_CHANNELS', 'discord:news', /“discord:news” is no channel\. That is its name.* discord:456/],
    ['ANNOUNCE_CATCH_UP_DAYS', '0', /a number of days up to 365 is expected/],
    ['ANNOUNCE_CATCH_UP_DAYS', '366', /a number of days up to 365 is expected/],
    ['ANNOUNCE_CATCH_UP_DAYS', 'three', /a number of days up to 365 is expected/],
    ['ANNOUNCE_QUIET_MINUTES', '-1', /a number of minutes up to 1440 is expected/],
    ['ANNOUNCE_QUIET_MINUTES', '1441', /a number of minutes up to 1440 is expected/],
    ['ANNOUNCE_QUIET_MINUTES', 'five', /a number of minutes up to 1440 is expected/],
    ['ANNOUNCE_CORRECT_DAYS', '-0.1', /a number of days up to 365 is expected/],
    ['ANNOUNCE_CORRECT_DAYS', '366', /a number of days up to 365 is expected/],
    ['ANNOUNCE_CORRECT_DAYS', 'x', /a number of days up to 365 is expected/],
  ] as const)
    test(`${name}=${value}`, () => {
      const { problems } = check({ [name]: value });
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', new RegExp(`^${name}: `));
      assert.match(problems[0] ?? '', problem);
    });
  test('the longest time to catch up, and less than a day', () => {
    assert.equal(check({ ANNOUNCE_CATCH_UP_DAYS: '365' }).settings.catchUpDays, 365);
    assert.equal(check({ ANNOUNCE_CATCH_UP_DAYS: '0.5' }).settings.catchUpDays, 0.5);
  });
  test('no quiet time and no corrections at all, and the longest of both', () => {
    for (const [minutes, days] of [
      [0, 0],
      [1440, 365],
    ]) {
      const given = { ANNOUNCE_QUIET_MINUTES: String(minutes), ANNOUNCE_CORRECT_DAYS: String(days) };
      const { settings, problems } = check(given);
      assert.deepEqual([settings.quietMinutes, settings.correctDays, problems], [minutes, days, []]);
    }
  });
  test('several', () =>
    assert.equal(check({ ANNOUNCE_TIMEZONE: 'x', ANNOUNCE_CATCH_UP_DAYS: '-1' }).problems.length, 2));
});

describe('a file of settings is read in the encoding that it is in', () => {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  for (const [what, bytes, isHinted] of [
    ['UTF-8', Buffer.from('A=ä'), false],
    ['UTF-8 with its mark', Buffer.from('\ufeffA=ä'), false],
    ['UTF-16 as PowerShell has it', utf16('\ufeffA=ä'), true],
    ['UTF-16 without a mark', utf16('A=ä'), true],
    ['the other way round', utf16('\ufeffA=ä').swap16(), true],
    ['the other way round without a mark', utf16('A=ä').swap16(), true],
  ] as const)
    test(what, () => {
      const { text, hint } = decodeEnvFile(bytes);
      assert.deepEqual([text, hint !== undefined], ['A=ä', isHinted]);
    });
  test('an empty one is empty', () => assert.deepEqual(decodeEnvFile(Buffer.alloc(0)), { text: '', hint: undefined }));
});
