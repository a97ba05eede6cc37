import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { requestWhole } from '#platforms/slack/calling/request-whole.ts';

const PATIENCE_MS = 60_000;
const post = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'naïve 🫖' };

async function serve(answer: RequestListener) {
  const ports = new Set<number | undefined>();
  const server = createServer((request, response) => {
    ports.add(request.socket.remotePort);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/test`),
    countConnections: () => ports.size,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const failureOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  assert.ok(error instanceof TypeError, String(error));
  return error;
};

test('what is asked arrives whole, and so does the answer, one after the other over one connection', async () => {
  await using slack = await serve((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      response.writeHead(418, { 'x-seen': String(request.headers['content-type']), 'set-cookie': ['a=1', 'b=2'] });
      response.write(`${request.method} `);
      setImmediate(() => response.end(Buffer.concat(parts)));
    });
  });
  for (let round = 0; round < 3; round++) {
    const answer = await requestWhole(slack.url, post, PATIENCE_MS);
    const { ok, status, statusText, url, headers } = answer;
    assert.deepEqual([ok, status, statusText, url], [false, 418, "I'm a Teapot", slack.url.href]);
    assert.deepEqual([headers.get('X-Seen'), headers.get('x-none')], ['text/plain', null]);
    assert.equal(await answer.text(), 'POST naïve 🫖');
    assert.equal(Buffer.from(await answer.arrayBuffer()).toString(), 'POST naïve 🫖');
  }
  assert.equal(slack.countConnections(), 1);
});

test('who has the answer waits for nothing more: no timer keeps the process from ending', async () => {
  await using slack = await serve((_request, response) => response.end('ok'));
  const countTimers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const before = countTimers();
  for (let round = 0; round < 5; round++) await requestWhole(slack.url, post, PATIENCE_MS);
  // The last request ends with its answer, a moment later.
  await requestWhole(slack.url, post, PATIENCE_MS).then(() => new Promise(setImmediate));
  assert.ok(countTimers() <= before, `${countTimers()} timers instead of ${before}`);
});

test('where nobody listens, the failure says what the network said', async () => {
  const { url } = await (async () => {
    await using slack = await serve(() => {});
    return slack;
  })();
  const { cause } = await failureOf(requestWhole(url, post, PATIENCE_MS));
  assert.equal((cause as NodeJS.ErrnoException).code, 'ECONNREFUSED');
});

test('an answer that is cut off is none', async () => {
  await using slack = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('half');
    setImmediate(() => response.destroy());
  });
  assert.match((await failureOf(requestWhole(slack.url, post, PATIENCE_MS))).message, /no answer came/);
});

test('nor is one that does not come, or comes drop by drop, in time', async () => {
  await using silent = await serve(() => {});
  assert.match((await failureOf(requestWhole(silent.url, post, 50))).message, /not within 50 ms/);
  await using slow = await serve((_request, response) => {
    const dripping = setInterval(() => response.write('.'), 5);
    response.on('close', () => clearInterval(dripping));
  });
  assert.match((await failureOf(requestWhole(slow.url, post, 200))).message, /no answer came/);
});

test('nobody is sent elsewhere', async () => {
  await using elsewhere = await serve((_request, response) => response.end('caught'));
  await using slack = await serve((_request, response) =>
    response.writeHead(307, { location: elsewhere.url.href }).end(),
  );
  assert.match((await failureOf(requestWhole(slack.url, post, PATIENCE_MS))).message, /elsewhere \(307\)/);
  assert.equal(elsewhere.countConnections(), 0);
});

test('every answer of the two hundreds is a good one, and every one of the three hundreds sends elsewhere', async () => {
  for (const [status, isGood] of [
    [200, true],
    [204, true],
    [299, true],
    [300, undefined],
    [399, undefined],
    [400, false],
  ] as const) {
    await using slack = await serve((_request, response) => response.writeHead(status).end());
    const answer = await requestWhole(slack.url, post, PATIENCE_MS).catch(() => undefined);
    assert.equal(answer?.ok, isGood, String(status));
  }
});

test('whoever gives up is no longer waited for', async () => {
  await using slack = await serve(() => {});
  const giveUp = new AbortController();
  const failure = failureOf(requestWhole(slack.url, { ...post, signal: giveUp.signal }, PATIENCE_MS));
  giveUp.abort();
  assert.match((await failure).message, /abort/i);
});
