import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRateLimit, findCallerKey } from '#platforms/web/serving/rate-limit.ts';
import { servePage } from '../../../fixtures/serve-page.ts';

const settings = { requestsPerMinute: 3, isBehindProxy: false };

test('an address gets so many requests a minute, then one more as time passes; another one is not held back', () => {
  const limit = createRateLimit(settings);
  const caller = (remoteAddress: string) => ({ remoteAddress, forwardedFor: undefined });
  for (let asked = 0; asked < 3; asked++) assert.equal(limit(caller('203.0.113.1'), 1_000), 0);
  assert.equal(limit(caller('203.0.113.1'), 1_000), 20_000);
  assert.equal(limit(caller('203.0.113.2'), 1_000), 0);
  assert.equal(limit(caller('203.0.113.1'), 21_000), 0);
});

const key = (remoteAddress: string, forwardedFor?: string, isBehindProxy = false) =>
  findCallerKey({ remoteAddress, forwardedFor }, isBehindProxy);

test('whoever is on this machine is not held back, unless a proxy speaks for somebody', () => {
  assert.equal(key('127.0.0.1'), undefined);
  assert.equal(key('::1'), undefined);
  assert.equal(key('::ffff:127.0.0.1'), undefined);
  assert.equal(key('127.8.0.1'), undefined);
  assert.equal(key('127.0.0.1', ' '), undefined, 'a proxy that says nothing speaks for nobody');
  assert.equal(key('127.0.0.1', '198.51.100.7'), '198.51.100.7');
  assert.equal(key('127.0.0.1', '::ffff:198.51.100.7'), '198.51.100.7', 'as a proxy with IPv6 writes it');
  assert.equal(key('127.0.0.1', '::FFFF:198.51.100.7'), '198.51.100.7');
  assert.notEqual(key('::1234:5'), undefined, 'an address that only begins like that of this machine');
});

test('what a caller writes into the header itself counts for nothing', () => {
  assert.equal(key('203.0.113.1', '198.51.100.7'), '203.0.113.1');
  assert.equal(key('127.0.0.1', '10.0.0.1, 198.51.100.7'), '198.51.100.7');
  assert.equal(key('10.0.0.2', '10.0.0.1, 198.51.100.7', true), '198.51.100.7');
});

test('the addresses of one network of IPv6 are one', () => {
  assert.equal(key('2001:db8:1:2::5'), key('2001:0db8:1:2:ffff:1:2:3'));
  assert.notEqual(key('2001:db8:1:2::5'), key('2001:db8:1:3::5'));
  assert.equal(key('2001:DB8:A:2::5'), key('2001:db8:a:2::6'), 'in whatever letters');
  assert.equal(key('fe80::1%eth0'), key('fe80:0:0:0:9::%eth1'), 'through whatever card');
  assert.equal(key('2001:db8:0:0:1::'), key('2001:db8::7'), 'with its noughts written or not');
  assert.equal(key('2001:db8:0000:2::5'), key('2001:db8:0:2::6'));
});

test('what a proxy makes up as an address takes no more memory than an address', () => {
  assert.equal(key('127.0.0.1', 'x'.repeat(8_000))?.length, 64);
});

test('the wait that is told is never too short', async () => {
  const page = await servePage({ settings: { requestsPerMinute: 7 } });
  const headers = { 'x-forwarded-for': '198.51.100.9' };
  for (let asked = 0; asked < 7; asked++) await page.get('/style.css', { headers });
  assert.equal((await page.get('/', { headers })).headers.get('retry-after'), '9', 'a seventh of a minute');
});

test('nor where less than half a second is over', async () => {
  const page = await servePage({ settings: { requestsPerMinute: 11 } });
  const headers = { 'x-forwarded-for': '198.51.100.9' };
  for (let asked = 0; asked < 11; asked++) await page.get('/style.css', { headers });
  assert.equal((await page.get('/', { headers })).headers.get('retry-after'), '6', 'an eleventh of a minute, 5.45 s');
});

test('who asks too much is told so in the form that was asked for, and how long to wait', async () => {
  const page = await servePage({ settings: { requestsPerMinute: 2 } });
  const headers = { 'x-forwarded-for': '198.51.100.7' };
  for (let asked = 0; asked < 2; asked++) assert.equal((await page.get('/', { headers })).status, 200);
  for (const [path, type] of [
    ['/?q=latest', /^text\/html/],
    ['/api/latest', /^application\/json/],
    ['/mcp', /^application\/json/],
  ] as const) {
    const response = await page.get(path, { headers });
    assert.equal(response.status, 429);
    assert.equal(response.headers.get('retry-after'), '30');
    assert.match(response.headers.get('content-type') ?? '', type);
    assert.match(await response.text(), /Wait 30 s/);
  }
  assert.equal((await page.get('/')).status, 200);
});
