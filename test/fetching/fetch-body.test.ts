import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { FetchError, fetchBody } from '#fetching/fetch-body.ts';
import { type Answer, startMisbehavingWeb } from './misbehaving-web.ts';

const to =
  (location: string, status = 302): Answer =>
  (_, response) =>
    response.writeHead(status, { location }).end();
const packed =
  (encoding: string, body: Buffer): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end(body);

test('a body comes whole: plain, packed in each way that was asked for, and behind redirects', async () => {
  const text = Buffer.from('An issue of Fenwick News. '.repeat(20));
  await using web = await startMisbehavingWeb({
    '/plain': (_, response) => response.end(text),
    '/gzip': packed('gzip', gzipSync(text)),
    '/deflate': packed('deflate', deflateSync(text)),
    '/br': packed('br', brotliCompressSync(text)),
    '/gzip-in-capitals': packed(' GZIP', gzipSync(text)),
    '/gzip-of-old': packed('x-gzip', gzipSync(text)),
    '/not-packed': packed('Identity', text),
    '/packed-in-nothing': packed('', text),
    ...Object.fromEntries([302, 303, 307, 308, 301].map((status, at) => [`/hop/${at}`, to(`${at + 1}`, status)])),
    '/hop/5': (_, response) => response.end(text),
  });
  const packings = [
    '/gzip',
    '/deflate',
    '/br',
    '/gzip-in-capitals',
    '/gzip-of-old',
    '/not-packed',
    '/packed-in-nothing',
  ];
  for (const path of ['/plain', ...packings, '/hop/0']) {
    const { status, body, url } = await fetchBody(web.at('news.example', path), {}, web.rules);
    assert.deepEqual([status, body.toString()], [200, text.toString()], path);
    assert.equal(url.pathname, path === '/hop/0' ? '/hop/5' : path);
  }
});

test('a body may be as large as the most that is allowed, said to be so or not', async () => {
  const most = Buffer.alloc(10_000, 'a');
  await using web = await startMisbehavingWeb({
    '/said': (_, response) => response.writeHead(200, { 'content-length': most.length }).end(most),
    '/unsaid': (_, response) => {
      response.writeHead(200).write(most);
      response.end();
    },
    '/boast': (_, response) => response.writeHead(200, { 'content-length': 10_001 }).write('a'),
  });
  for (const path of ['/said', '/unsaid']) {
    assert.equal((await fetchBody(web.at('news.example', path), {}, web.rules)).body.length, most.length, path);
  }
  // Of what says itself that it is too large, nothing is waited for.
  await assert.rejects(fetchBody(web.at('news.example', '/boast'), {}, web.rules), /larger than 10000 bytes/);
});

test('what is half, too large, endless, packed oddly or never comes is an error that says so', async () => {
  const bomb = gzipSync(Buffer.alloc(5_000_000));
  await using web = await startMisbehavingWeb({
    '/half': (_, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half');
      setImmediate(() => response.destroy());
    },
    '/half-chunk': (_, response) => {
      response.writeHead(200).write('half');
      setImmediate(() => response.destroy());
    },
    '/half-packed': packed('gzip', gzipSync('whole').subarray(0, 12)),
    '/large': (_, response) => response.end(Buffer.alloc(10_001)),
    '/endless': (_, response) => {
      const more = () => response.destroyed || response.write(Buffer.alloc(1_000), more);
      more();
    },
    '/bomb': packed('gzip', bomb.subarray(0, 9_000)),
    '/odd': packed('zstd', Buffer.from('x')),
    '/cut': (request) => request.socket.destroy(),
    '/silent': () => {},
    '/slow': (_, response) => response.write('a'),
    '/nowhere': (_, response) => response.writeHead(302).end(),
    '/circle': to('/circle'),
  });
  const cases: [string, RegExp][] = [
    ['/half', /broke off/],
    ['/half-chunk', /broke off/],
    ['/half-packed', /failed \(Z_BUF_ERROR\)/],
    ['/large', /larger than 10000 bytes/],
    ['/endless', /larger than 10000 bytes/],
    ['/bomb', /larger than 10000 bytes/],
    ['/odd', /zstd/],
    ['/cut', /broke off/],
    ['/nowhere', /without saying where/],
    ['/circle', /more than 5 redirects/],
  ];
  for (const [path, reason] of cases) {
    await assert.rejects(fetchBody(web.at('news.example', path), {}, web.rules), {
      name: 'FetchError',
      message: reason,
    });
  }
  for (const path of ['/silent', '/slow']) {
    const hurried = { ...web.rules, timeoutMs: 50 };
    await assert.rejects(fetchBody(web.at('news.example', path), {}, hurried), /no whole answer within 0\.05 s/);
  }
  const never = { ...web.rules, timeoutMs: 50, resolve: () => new Promise<never>(() => {}) };
  await assert.rejects(fetchBody(web.at('news.example', '/'), {}, never), /no whole answer/);
  await assert.rejects(fetchBody(web.at('gone.example', '/'), {}, web.rules), /there is no such host/);
});

test('no address inside is connected to: by its number, by its name, or by a redirect', async () => {
  const answers: Record<string, Answer> = {};
  const inside = [
    'http://10.1.2.3/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://0x7f.1.2.3/',
    'http://inside.example/',
    'http://both.example/',
    'ftp://news.example/',
    'file:///etc/passwd',
  ];
  inside.forEach((target, at) => {
    answers[`/to/${at}`] = to(target);
  });
  await using web = await startMisbehavingWeb(answers);
  for (const [at, target] of inside.entries()) {
    await assert.rejects(fetchBody(new URL(target), {}, web.rules), /^FetchError: it is no address of the/, target);
    const outward = web.at('news.example', `/to/${at}`);
    await assert.rejects(fetchBody(outward, {}, web.rules), /^FetchError: it redirects to no address of the/, target);
  }
  assert.equal(web.asked.length, inside.length);
});

test('a password goes to the address itself, not to where it redirects', async () => {
  await using web = await startMisbehavingWeb({
    '/page': (_, response) => response.end('a page'),
    '/moved': to('/page'),
  });
  const elsewhere = web.at('other.example', '/moved').href;
  // Another port of the same host may be anybody's.
  const beside = web.at('news.example', '/page').href;
  await using first = await startMisbehavingWeb({ '/same': to('/out'), '/out': to(elsewhere), '/beside': to(beside) });
  const headers = { authorization: 'Bearer secret', accept: 'text/plain' };
  for (const path of ['/same', '/beside']) await fetchBody(first.at('news.example', path), { headers }, first.rules);
  assert.deepEqual(
    [...first.asked, ...web.asked].map((ask) => [ask.path, ask.headers.authorization, ask.headers.accept]),
    [
      ['/same', 'Bearer secret', 'text/plain'],
      ['/out', 'Bearer secret', 'text/plain'],
      ['/beside', 'Bearer secret', 'text/plain'],
      ['/moved', undefined, 'text/plain'],
      ['/page', undefined, 'text/plain'],
      ['/page', undefined, 'text/plain'],
    ],
  );
});

test('a body that is sent is sent again where the address redirects to, and an end cuts it short', async () => {
  const bodies: string[] = [];
  await using web = await startMisbehavingWeb({
    '/from': to('/into', 301),
    '/into': async (request, response) => {
      bodies.push(Buffer.concat(await Array.fromAsync(request)).toString());
      response.end('taken');
    },
    '/silent': () => {},
  });
  const body = Buffer.from('what is wanted');
  const { body: taken } = await fetchBody(web.at('news.example', '/from'), { method: 'POST', body }, web.rules);
  assert.deepEqual([taken.toString(), bodies], ['taken', ['what is wanted']]);
  const ending = new AbortController();
  const cut = fetchBody(web.at('news.example', '/silent'), { signal: ending.signal }, web.rules);
  ending.abort();
  await assert.rejects(cut, FetchError);
  // Whose end came before nothing is looked up for.
  const never = { ...web.rules, resolve: () => new Promise<never>(() => {}) };
  await assert.rejects(fetchBody(web.at('news.example', '/silent'), { signal: ending.signal }, never), FetchError);
});
