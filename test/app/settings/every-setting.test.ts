import { test } from 'node:test';
import { findSettingNames, listSettings } from '#app/settings/all-settings.ts';
import { findPlaceholders } from '#app/settings/find-placeholders.ts';
import { explainUnknownName } from '#app/settings/setting-names.ts';
import { checkSettings } from '#settings/check-settings.ts';
import { parseDatabaseUrl } from '#storage/engines/parse-database-url.ts';
import { matchFixture } from '../../fixtures/match-fixture.ts';

const values = [
  ...[
    undefined,
    'on',
    'OFF',
    'true',
    'maybe',
    '0',
    '1',
    '59',
    '60',
    '61',
    '300',
    '3000',
    '65535',
    '65536',
    '-1',
    '1.5',
    '1e3',
  ],
  ...[
    'auto',
    'local',
    'a, b',
    'debug',
    'loud',
    'https://bot.example',
    'http://bot.example',
    'ftp://bot.example',
    '/srv',
  ],
  ...[
    'https://user:word@bot.example/x?y',
    'xoxb-1-secret',
    'xapp-1-secret',
    'C0KETTLE',
    '100000000000000001',
    'fri 9:00',
  ],
  ...[
    'C0KETTLE fri 12:00 Europe/Berlin, C1',
    'k'.repeat(31),
    'k'.repeat(32),
    '127.0.0.1',
    '::1',
    'not a host',
    'ü',
    '0/2',
    '0-3/8',
  ],
];

test('what every setting takes, what it is when nothing is set, and what is said of anything else', (t) => {
  const shown = Object.entries(listSettings()).map(([name, setting]) => {
    const { schema: _, ...signs } = setting;
    const outcomes = Map.groupBy(values, (value) => {
      const { values: found, problems } = checkSettings({ [name]: setting }, () => value);
      return problems.length > 0
        ? problems.join(' ')
        : value === String(found[name])
          ? 'as it is'
          : JSON.stringify(found[name]);
    });
    const read = [...outcomes].map(
      ([outcome, some]) => `  ${some.map((value) => value ?? '(not set)').join(' | ')}\n    → ${outcome}`,
    );
    return [`${name} ${JSON.stringify(signs)}`, ...read].join('\n');
  });
  const secret = findSettingNames(({ isSecret }) => isSecret);
  matchFixture(t, [...shown, `secret: ${secret}`].join('\n'), 'settings.txt');
});

const typed = [
  ...[
    'SLACK_TOKEN',
    'DISCORD_TOKN',
    'LOG_LVEL',
    'PORT',
    'HOME',
    'TEA',
    'ANNOUNCE',
    'WEB',
    'SLACK_BOT_TOKENS',
    'CONTENT',
    'TOKEN',
  ],
  ...['SECRET', 'DATABASE', 'pgport', 'NODE_ENV', 'WEB_PORTS', 'HEALTH', 'SLACK', 'DISCORD_SHARD', 'ANNOUNCE_CHANNEL'],
];

test('what a name that is no setting may have meant', (t) => {
  matchFixture(t, typed.map((name) => `${name}: ${explainUnknownName(name)}`).join('\n'), 'setting-names.txt');
});

const addresses = [
  ...[
    '',
    'sqlite:bot.sqlite',
    'sqlite:/srv/bot.sqlite',
    'sqlite:',
    'sqlite::memory:',
    'bot.sqlite',
    'postgres://u:p@db/bot',
  ],
  ...[
    'postgresql://db',
    'postgres://db:99999/bot',
    'mysql://db/bot',
    'postgres://u:p#1@db/bot',
    'sqlite:///srv/a b.sqlite',
  ],
  ...['sqlite:./data/../bot.sqlite?mode=ro', 'postgres:///bot?host=/run', 'file:bot.sqlite', 'sqlite:bot%20one.sqlite'],
];

test('where the store lies, by every way to write it, and never a password', (t) => {
  const read = addresses.map((address) => `${address} → ${JSON.stringify(parseDatabaseUrl(address, '/srv'))}`);
  matchFixture(t, read.join('\n'), 'database-urls.txt');
});

const placeholders = [
  'xoxb-...',
  'xoxb-…',
  '<token>',
  '[token]',
  '{{token}}',
  '$TOKEN',
  '%TOKEN%',
  '(token)',
  '***',
  'your-token',
];

test('what looks like a placeholder is told of each setting that is copied or made up', (t) => {
  const names = ['SLACK_BOT_TOKEN', 'DISCORD_TOKEN', 'SECRET_KEY', 'LOG_LEVEL'];
  const told = [
    ...placeholders,
    'changeme',
    'xxxx',
    'xoxb-1-2-abc',
    'a b',
    'ünï',
    'replace-me',
    'secret',
    'TODO',
  ].flatMap((value) => names.map((name) => `${name}=${value}: ${findPlaceholders({ [name]: value }).join(' ')}`));
  matchFixture(t, told.join('\n'), 'placeholders.txt');
});
