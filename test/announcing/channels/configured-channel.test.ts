import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseConfiguredChannel } from '#announcing/channels/configured-channel.ts';
import { chatPlatforms } from '#platforms/platform-list.ts';

const namings = Object.fromEntries(
  chatPlatforms.flatMap(({ name, channels: naming }) => (naming ? [[name, naming]] : [])),
);
const usual = { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'UTC' };
const parse = (text: string) => parseConfiguredChannel(text, usual, namings);

describe('a channel of the settings', () => {
  for (const [text, channel] of [
    ['slack:C0123', { platform: 'slack', channelId: 'C0123', roleToPing: undefined, schedule: usual }],
    ['discord:456@', { platform: 'discord', channelId: '456', roleToPing: undefined, schedule: usual }],
    ['discord:456&789', { platform: 'discord', channelId: '456', roleToPing: '789', schedule: usual }],
    [
      'slack:C0123&S012ABC@sat 09:05 Europe/Berlin',
      {
        platform: 'slack',
        channelId: 'C0123',
        roleToPing: 'S012ABC',
        schedule: { dayOfWeek: 6, minuteOfDay: 545, timeZone: 'Europe/Berlin' },
      },
    ],
  ] as const)
    test(text, () => assert.deepEqual(parse(text), { channel }));
});

describe('what is wrong with it', () => {
  for (const [text, problem] of [
    ['C0123', /^“C0123” is no channel\. Write its platform and id/],
    ['slack:#general', /is no channel\. That is its name: the menu of a channel copies its link/],
    ['slack: #general', /That is its name/],
    ['teams:#general', /is no channel\. Write/],
    ['constructor:1', /is no channel\. Write/],
    ['teams:1', /is no channel\. Write/],
    ['slack:', /is no channel\. Write/],
    ['slack:C0123&789', /“789” is not the id of a user group, such as S012ABCDEF\. In Slack/],
    ['slack:C0123&S1', /“S1” is not the id of a user group/],
    ['discord:456&S012ABC', /“S012ABC” is not the id of a role, .* In Discord/],
    ['discord:456@whenever', /^“discord:456@whenever”: I do not understand “whenever”/],
  ] as const)
    test(text, () => {
      const { channel, problem: told } = parse(text);
      assert.equal(channel, undefined);
      assert.match(told ?? '', problem);
    });
});
