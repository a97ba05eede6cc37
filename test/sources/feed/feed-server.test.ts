import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeRss, fenwick, osprey } from './feed-texts.ts';
import { openFeed } from './open-feed.ts';

test('a server is asked for what is newer than what it gave', async () => {
  await using feed = await openFeed();
  const modified = 'Fri, 14 Feb 2031 09:00:00 GMT';
  feed.answer = ({ headers }, response) => {
    if (headers['if-none-match'] === '"one"' && headers['if-modified-since'] === modified) {
      response.writeHead(304).end();
    } else {
      response.writeHead(200, { etag: '"one"', 'last-modified': modified }).end(composeRss([fenwick]));
    }
  };
  assert.deepEqual((await feed.fetch()).files, ['2031-02-14-number-12.md']);
  assert.equal((await feed.fetch()).files, 'unchanged');
  const headers = feed.web.asked.at(-1)?.headers;
  assert.deepEqual([headers?.['if-none-match'], headers?.['if-modified-since']], ['"one"', modified]);
});

test('a feed that was made anew with the same items is asked for what is newer than that', async () => {
  await using feed = await openFeed();
  let made = 0;
  feed.answer = (_, response) => response.writeHead(200, { etag: `"${++made}"` }).end(composeRss([fenwick]));
  await feed.fetch();
  for (const known of ['"1"', '"2"']) {
    assert.equal((await feed.fetch()).files, 'unchanged');
    assert.equal(feed.web.asked.at(-1)?.headers['if-none-match'], known);
  }
});

test('whatever a server does wrong leaves what was fetched, and is said with a remedy', async () => {
  const whole = composeRss([fenwick, osprey]);
  await using feed = await openFeed();
  feed.text = whole;
  await feed.fetch();
  const cases: [Parameters<typeof feed.web.at>[1], RegExp, (typeof feed)['answer']][] = [
    ['503', /answers 503/, (_, response) => response.writeHead(503).end()],
    ['404', /answers 404/, (_, response) => response.writeHead(404).end(whole)],
    ['429', /answers 429/, (_, response) => response.writeHead(429, { 'retry-after': '60' }).end()],
    [
      'half',
      /broke off/,
      (_, response) =>
        response
          .writeHead(200, { 'content-length': whole.length })
          .write(whole.slice(0, 400), () => response.destroy()),
    ],
    [
      'half, said to be whole',
      /no feed, or only a part/,
      (_, response) => response.end(whole.slice(0, whole.length / 2)),
    ],
    [
      'a page',
      /no feed, or only a part of one \(text\/html\)/,
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>A page</html>'),
    ],
    ['nothing', /no feed/, (_, response) => response.end()],
    ['other JSON', /no feed/, (_, response) => response.end('{"items": 3}')],
    [
      'entities',
      /no feed/,
      (_, response) =>
        response.end(
          '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
        ),
    ],
    ['a circle', /more than 5 redirects/, (_, response) => response.writeHead(302, { location: '/feed.xml' }).end()],
    [
      'inward',
      /redirects to no address of the public web/,
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.2/' }).end(),
    ],
    [
      'to another port of this machine',
      /redirects to no address/,
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    ],
    ['large', /larger than/, (_, response) => response.writeHead(200, { 'content-length': 2 ** 30 }).write('<')],
  ];
  for (const [name, message, answer] of cases) {
    feed.answer = answer;
    await assert.rejects(feed.fetch(), (error: Error & { remedy: string }) => {
      assert.equal(error.name, 'SourceError', name);
      assert.match(error.message, message, name);
      assert.match(error.message, /^CONTENT_FEED: .*\.$/, name);
      assert.notEqual(error.remedy, '', name);
      return true;
    });
  }
  feed.text = whole;
  assert.equal((await feed.fetch()).files, 'unchanged');
});

test('an address inside is refused unless it is allowed', async () => {
  await using feed = await openFeed();
  feed.text = composeRss([fenwick]);
  Object.assign(feed.source, { allowsPrivate: false });
  await assert.rejects(feed.fetch(), { message: /no address of the public web/, remedy: /CONTENT_ALLOW_PRIVATE=true/ });
  assert.equal(feed.web.asked.length, 0);
});

test('a feed is read in the encoding that it is in', async () => {
  const text = (name: string) => composeRss([{ ...fenwick, title: 'Zürich' }]).replace('utf-8', name);
  const latin = Buffer.from(text('iso-8859-1'), 'latin1');
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text('utf-16'), 'utf16le')]);
  const cases: [Buffer, string | undefined][] = [
    [Buffer.from(text('utf-8')), undefined],
    [Buffer.from(`\ufeff${text('utf-8')}`), 'application/xml'],
    [latin, 'application/rss+xml'],
    [latin, 'text/xml; charset="ISO-8859-1"'],
    [wide, undefined],
    [Buffer.from(text('nonsense')), undefined],
  ];
  for (const [body, type] of cases) {
    await using feed = await openFeed();
    feed.answer = (_, response) =>
      response.writeHead(200, type === undefined ? {} : { 'content-type': type }).end(body);
    await feed.fetch();
    assert.match(await feed.read('2031-02-14-number-12.md'), /^---\ntitle: "Zürich"\n/, type);
  }
});
