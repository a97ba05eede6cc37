import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { examineSource } from '#app/doctor/examine-source.ts';
import { copyFolderOf, type FeedSource } from '#sources/content-source.ts';
import { readCurrentCopy } from '#sources/updating/copy-folder.ts';
import { writeStatus } from '#sources/updating/source-status.ts';
import { type Answer, startMisbehavingWeb } from '../../fetching/misbehaving-web.ts';
import { composeRss, fenwick } from '../../sources/feed/feed-texts.ts';

const nowMs = Date.UTC(2031, 1, 22);

async function open() {
  const folder = await mkdtempDisposable(join(tmpdir(), 'examine-source-'));
  let answer: Answer = (_, response) => response.end(composeRss([fenwick, { ...fenwick, title: 'Twice' }]));
  const web = await startMisbehavingWeb({ '/feed.xml': (request, response) => answer(request, response) });
  const source: FeedSource = {
    kind: 'feed',
    address: web.at('127.0.0.1', '/feed.xml').href,
    copiesFolder: join(folder.path, 'copies'),
    allowsPrivate: true,
    userAgent: 'test',
  };
  return {
    source,
    set answer(value: Answer) {
      answer = value;
    },
    async examine() {
      const findings = await Array.fromAsync(examineSource(source, () => nowMs));
      return findings.map(({ level, statement }) => `${level}: ${statement}`.replaceAll(/127\.0\.0\.1:\d+/g, 'HERE'));
    },
    async [Symbol.asyncDispose]() {
      await web[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('whether a source can be fetched, what of it is left out, and that the bot could not use it; nothing is kept', async () => {
  await using place = await open();
  await writeStatus(place.source, {
    lookedMs: nowMs,
    wellMs: undefined,
    problem: { message: 'It was away.', remedy: 'Wait.', sinceMs: Date.UTC(2031, 1, 20, 9, 30) },
  });
  assert.deepEqual(await place.examine(), [
    'ok: http://HERE/feed.xml can be fetched: 1 issue.',
    'warning: Not all of it is used: items with the id of another are left out: 1.',
    'warning: The bot could not use it since 2031-02-20T09:30 UTC: It was away.',
  ]);
  assert.equal(await readCurrentCopy(copyFolderOf(place.source)), undefined);
  place.answer = (_, response) => response.writeHead(500).end();
  const [failed, ...others] = await place.examine();
  assert.match(failed ?? '', /^fault: .*500/);
  assert.deepEqual(others, [], 'one word of it is enough');
});
