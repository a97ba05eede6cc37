import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWebSettings } from '#platforms/web/serving/settings.ts';

const otherPorts = ['PORT', 'SLACK_PORT'];
const check = (settings: Readonly<Record<string, string>>) => checkWebSettings((name) => settings[name], otherPorts);

test('without any setting the page is off, and would be for this machine alone', () => {
  assert.deepEqual(check({}).settings, {
    isOn: false,
    host: '127.0.0.1',
    port: 8000,
    url: undefined,
    requestsPerMinute: 120,
    isBehindProxy: false,
  });
});

test('everything can be set', () => {
  const settings = {
    WEB: 'on',
    WEB_PORT: '9000',
    WEB_HOST: '::',
    WEB_URL: 'https://arm.example/news/',
    WEB_REQUESTS_PER_MINUTE: '600',
    WEB_BEHIND_PROXY: 'on',
  };
  assert.deepEqual(check(settings).settings, {
    isOn: true,
    host: '::',
    port: 9000,
    url: 'https://arm.example/news',
    requestsPerMinute: 600,
    isBehindProxy: true,
  });
});

test('everything that is wrong is told at once, by its name', () => {
  const { problems } = check({
    WEB: 'yes',
    WEB_PORT: '70000',
    WEB_HOST: 'a b',
    WEB_URL: 'arm.example',
    WEB_REQUESTS_PER_MINUTE: '0',
    WEB_BEHIND_PROXY: 'maybe',
  });
  assert.deepEqual(problems, [
    'WEB: on or off is expected.',
    'WEB_PORT: a port between 1 and 65535 is expected, found "70000".',
    'WEB_HOST: the address to listen on is expected, such as 127.0.0.1, or 0.0.0.0 for every network.',
    'WEB_URL: the address of the page as readers see it is expected, such as https://arm.example.org.',
    'WEB_REQUESTS_PER_MINUTE: a number between 1 and 1000000 is expected, found "0".',
    'WEB_BEHIND_PROXY: on or off is expected.',
  ]);
});

for (const url of [
  'ftp://arm.example',
  'https://user:word@arm.example',
  'https://user@arm.example',
  'https://:word@arm.example',
  'https://arm.example/?a=b',
  'https://arm.example/#x',
  'javascript:x',
]) {
  test(`${url} is no address of a page`, () => {
    assert.equal(check({ WEB_URL: url }).problems.length, 1);
  });
}

test('a page may be asked a million times a minute, and no more', () => {
  assert.equal(check({ WEB_REQUESTS_PER_MINUTE: '1000000' }).settings?.requestsPerMinute, 1_000_000);
  assert.equal(check({ WEB_REQUESTS_PER_MINUTE: '1000001' }).problems.length, 1);
});

test('the page has a port of its own', () => {
  for (const other of otherPorts) {
    const { settings, problems } = check({ WEB: 'on', [other]: '8000' });
    assert.deepEqual(problems, [`WEB_PORT: it is the same as ${other}. Give the page a port of its own.`]);
    assert.equal(settings, undefined, 'nothing is served on it');
    assert.deepEqual(check({ [other]: '8000' }).problems, []);
  }
});
