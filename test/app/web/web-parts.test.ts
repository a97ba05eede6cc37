import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createWebParts } from '#app/web/web-parts.ts';
import { noMetrics } from '#conversation/ports/metrics.ts';
import { kitchenArchive } from '../../commands/invented-archive.ts';
import { keepLog } from '../../fixtures/kept-log.ts';

const usual = { isOn: true, port: 0, requestsPerMinute: 120, isBehindProxy: false };
const partsAt = (host: string, url?: string) =>
  createWebParts(
    { ...usual, host, url },
    { getSnapshot: () => kitchenArchive, version: '1', now: () => 0, log: keepLog(), metrics: noMetrics },
  );

describe('pages of others may read the API only where anybody can reach it', () => {
  for (const [host, isPublic] of [
    ['127.0.0.1', false],
    ['127.8.0.1', false],
    ['::1', false],
    ['localhost', false],
    ['LocalHost', false],
    ['0.0.0.0', true],
    ['::', true],
    ['192.0.2.7', true],
    ['127.example', true],
    ['localhost.example', true],
  ] as const)
    test(`${host}: ${isPublic ? 'they may' : 'no'}`, () => assert.equal(partsAt(host).isPublic, isPublic));

  test('as where a proxy on this machine hands requests on', () =>
    assert.equal(partsAt('127.0.0.1', 'https://arm.example').isPublic, true));
});

test('a host of another name cannot reach MCP on this machine, whatever way its own name is written', async () => {
  const ask = async (host: string, header: string, url?: string) => {
    const answer = await partsAt(host, url).openMcp();
    return (await answer(new Request(`http://${header}/mcp`, { method: 'GET', headers: { host: header } }))).status;
  };
  assert.equal(await ask('LOCALHOST', 'evil.example'), 403);
  assert.notEqual(await ask('LOCALHOST', 'localhost'), 403);
  assert.notEqual(await ask('127.0.0.1', 'arm.example', 'https://arm.example/news'), 403, 'nor the name of the page');
});
