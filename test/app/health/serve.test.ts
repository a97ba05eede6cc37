import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import type { PartCheck } from '#app/health/readiness.ts';
import { serveHealth } from '#app/health/serve.ts';

async function serve(checks: readonly PartCheck[] = [], renderMetrics = async () => 'bot_questions_total 3\n') {
  const server = await serveHealth(
    { host: '127.0.0.1', port: 0 },
    { checkReadiness: async () => checks, renderMetrics },
  );
  const raw = (request: string) => {
    const socket = connect(server.port, '127.0.0.1');
    // The other end may be closed before all of it is written: that is the point.
    socket.on('error', () => {});
    socket.write(request);
    return text(socket);
  };
  return {
    raw,
    ask: (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${server.port}${path}`, init),
    port: server.port,
    [Symbol.asyncDispose]: server.stop,
  };
}

test('who is alive says so, and who is ready names each part', async () => {
  const checks = [{ name: 'index', isOk: true, detail: '52 issues' }];
  await using server = await serve(checks);
  const alive = await server.ask('/healthz');
  assert.deepEqual([alive.status, await alive.json()], [200, { status: 'ok' }]);
  const ready = await server.ask('/readyz?from=probe');
  assert.deepEqual([ready.status, await ready.json()], [200, { status: 'ready', checks }]);
  assert.equal(ready.headers.get('cache-control'), 'no-store');
});

test('one part that is not ready makes the whole not ready, and says what is wrong', async () => {
  const checks = [
    { name: 'index', isOk: true, detail: '52 issues' },
    { name: 'slack', isOk: false, detail: 'not connected' },
  ];
  await using server = await serve(checks);
  const ready = await server.ask('/readyz');
  assert.deepEqual([ready.status, await ready.json()], [503, { status: 'not-ready', checks }]);
});

test('the figures are in the format of Prometheus, and HEAD gives the head alone', async () => {
  await using server = await serve();
  const metrics = await server.ask('/metrics');
  assert.match(metrics.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
  assert.equal(await metrics.text(), 'bot_questions_total 3\n');
  const head = await server.ask('/metrics', { method: 'HEAD' });
  assert.deepEqual([head.status, head.headers.get('content-length'), await head.text()], [200, '22', '']);
});

test('figures that cannot be made are an error, not half a page', async () => {
  await using server = await serve([], async () => {
    throw new Error('no figures today');
  });
  const metrics = await server.ask('/metrics');
  assert.deepEqual([metrics.status, await metrics.json()], [500, { status: 'failed', reason: 'no figures today' }]);
});

test('other ways and other places are refused without a body', async () => {
  await using server = await serve();
  for (const [path, method, status] of [
    ['/', 'GET', 404],
    ['/healthz/', 'GET', 404],
    ['/../etc/passwd', 'GET', 404],
    ['/healthz', 'DELETE', 405],
    ['/readyz', 'OPTIONS', 405],
  ] as const) {
    const response = await server.ask(path, { method });
    assert.deepEqual(
      [response.status, await response.text(), response.headers.get('connection')],
      [status, '', 'close'],
    );
  }
});

test('a body is refused before any of it is read', async () => {
  await using server = await serve();
  const head = 'HTTP/1.1\r\nHost: bot\r\n';
  // None of these ever sends its body: the answer comes all the same, and the connection is closed.
  assert.match(await server.raw(`POST /healthz ${head}Content-Length: 1000000000\r\n\r\n`), /^HTTP\/1\.1 405 /);
  assert.match(await server.raw(`GET /healthz ${head}Content-Length: 1000000000\r\n\r\n`), /^HTTP\/1\.1 413 /);
  assert.match(await server.raw(`GET /healthz ${head}Transfer-Encoding: chunked\r\n\r\n`), /^HTTP\/1\.1 413 /);
  assert.match(
    await server.raw(`GET /healthz ${head}Expect: 100-continue\r\nContent-Length: 1000000000\r\n\r\n`),
    /^HTTP\/1\.1 413 /,
  );
});

test('what is no request, or has too much of a head, is turned away', async () => {
  await using server = await serve();
  assert.match(await server.raw('\u0016\u0003\u0001 hello\r\n\r\n'), /^HTTP\/1\.1 400 /);
  assert.match(
    await server.raw(`GET /healthz HTTP/1.1\r\nHost: bot\r\nX: ${'x'.repeat(10_000)}\r\n\r\n`),
    /^HTTP\/1\.1 431 /,
  );
  assert.equal(
    await server.raw('GET /healthz HTTP/1.1\r\nHost: bot\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
    '',
  );
});

test('whoever sends a head slowly is cut off, and others are served meanwhile', async () => {
  await using server = await serve();
  const slow = server.raw('GET /healthz HTTP/1.1\r\nHost: b');
  assert.equal((await server.ask('/healthz')).status, 200);
  assert.match(await slow, /^HTTP\/1\.1 408 /);
});

test('a port that is taken, and an address that is not of this machine, are told with the remedy', async () => {
  await using server = await serve();
  const sources = { checkReadiness: async () => [], renderMetrics: async () => '' };
  await assert.rejects(serveHealth({ host: '127.0.0.1', port: server.port }, sources), {
    message: `PORT: port ${server.port} is taken. Stop the program that listens there, or set PORT to another one.`,
  });
  await assert.rejects(serveHealth({ host: '192.0.2.1', port: 0 }, sources), {
    message: 'PORT: this machine has no address 192.0.2.1. Set HOST to one that it has, or leave it out.',
  });
});
