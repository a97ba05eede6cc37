import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { serveHealth } from '#app/health/serve.ts';

const secret = 'correct horse battery staple';
const sign = (body: string, key = secret) => `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;

async function serve(isHeard = true) {
  const calls: string[] = [];
  const hook = { secret, onCall: () => calls.push('called') };
  const sources = { checkReadiness: async () => [], renderMetrics: async () => '', ...(isHeard ? { hook } : {}) };
  const server = await serveHealth({ host: '127.0.0.1', port: 0 }, sources);
  return {
    calls,
    call: (headers: Record<string, string>, body = '{"ref":"refs/heads/main"}', init: RequestInit = {}) =>
      fetch(`http://127.0.0.1:${server.port}/hooks/content`, { method: 'POST', body, headers, ...init }),
    [Symbol.asyncDispose]: server.stop,
  };
}

test('a call that is signed as GitHub signs, or brings the secret as GitLab does, is taken', async () => {
  await using server = await serve();
  const body = '{"zen":"Ünïcode"}';
  for (const headers of [
    { 'x-hub-signature-256': sign(body) },
    { 'x-gitlab-token': secret },
    { 'x-hub-signature-256': sign(body).toUpperCase() },
  ]) {
    const { status } = await server.call(headers, body);
    assert.equal(status, 202);
  }
  assert.equal(server.calls.length, 3);
});

test('any other call is refused, and nothing comes of it', async () => {
  await using server = await serve();
  const body = 'a body';
  const cases: [number, Promise<Response>][] = [
    [401, server.call({}, body)],
    [401, server.call({ 'x-hub-signature-256': sign(body, 'another') }, body)],
    [401, server.call({ 'x-hub-signature-256': sign('another body') }, body)],
    [401, server.call({ 'x-hub-signature-256': 'sha256=' }, body)],
    [401, server.call({ 'x-hub-signature-256': `sha1=${'0'.repeat(40)}` }, body)],
    [401, server.call({ 'x-gitlab-token': 'correct horse' }, body)],
    [401, server.call({ 'x-gitlab-token': '' }, body)],
    [413, server.call({ 'x-gitlab-token': secret }, 'x'.repeat(26 * 2 ** 20))],
    [405, server.call({ 'x-gitlab-token': secret }, body, { method: 'PUT' })],
  ];
  for (const [expected, answer] of cases) {
    // A body that is refused before it has come breaks off some senders.
    const status = await answer.then((response) => response.status).catch(() => expected);
    assert.equal(status, expected);
  }
  assert.deepEqual(server.calls, []);
});

test('without a secret nothing is heard', async () => {
  await using server = await serve(false);
  assert.equal((await server.call({ 'x-gitlab-token': secret })).status, 405);
});

test('a body that does not say how long it is, and goes on and on, is refused on its way', async () => {
  await using server = await serve();
  let left = 27;
  const body = new ReadableStream({
    pull: (controller) => (left-- > 0 ? controller.enqueue(new Uint8Array(2 ** 20)) : controller.close()),
  });
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
  const status = await server.call({ 'x-gitlab-token': secret }, '', init).then(
    (response) => response.status,
    () => 413,
  );
  assert.deepEqual([status, server.calls], [413, []]);
});
