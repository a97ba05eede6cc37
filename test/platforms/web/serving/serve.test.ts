import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { AccessError } from '#conversation/ports/access-error.ts';
import { servePage } from '../../../fixtures/serve-page.ts';

test('a port that is taken is told by the name of its setting', async () => {
  const { port } = await servePage();
  await assert.rejects(servePage({ settings: { port } }), (error: Error) => {
    assert.ok(error instanceof AccessError);
    assert.match(error.message, /^WEB_PORT: port \d+ is taken\. Stop .*or set WEB_PORT to another one\.$/);
    return true;
  });
});

test('what is no request is answered as one that is none, and the next is served', async () => {
  const page = await servePage();
  for (const bytes of ['\u0000\u0001\u0002\r\n\r\n', 'GET / HTTP/1.1\r\nx y: z\r\n\r\n', 'GET / HTTP/9\r\n\r\n']) {
    assert.match(await send(page.port, bytes), /^HTTP\/1\.1 400 /);
  }
  assert.match(
    await send(page.port, 'GET //evil.example/ HTTP/1.1\r\nhost: x\r\n\r\n'),
    /^HTTP\/1\.1 (?:308|400|404) /,
  );
  assert.equal((await page.get('/')).status, 200);
});

test('what fails is told in the log, and to the reader as nothing but that', async () => {
  const page = await servePage({
    getSnapshot: () => {
      throw new Error('the archive /secret/path is broken');
    },
  });
  const response = await page.get('/table');
  assert.equal(response.status, 500);
  const text = await response.text();
  assert.match(text, /Try it again in a minute/);
  assert.doesNotMatch(text, /secret/);
  assert.equal(page.log.entries.filter(({ level }) => level === 'error').length, 1);
});

test('after it is stopped nothing is served, and who keeps a connection open does not hold it', async () => {
  const page = await servePage();
  const idle = connect(page.port, '127.0.0.1');
  await once(idle, 'connect');
  await page.get('/');
  await page.stop();
  await assert.rejects(page.get('/'));
  idle.destroy();
});

async function send(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    answer += text;
    socket.end();
  });
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}
