import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { contentFolderOf } from '#sources/content-source.ts';
import { readCurrentCopy } from '#sources/updating/copy-folder.ts';
import { keepUpdated } from '#sources/updating/keep-updated.ts';
import { readStatus } from '#sources/updating/source-status.ts';
import { updateInProcess } from '#sources/updating/update-in-process.ts';
import { type Answer, startMisbehavingWeb } from '../../fetching/misbehaving-web.ts';
import { composeRss, fenwick, osprey } from '../feed/feed-texts.ts';
import { openSource } from './open-source.ts';

const programFile = join(import.meta.dirname, '../../../src/main.ts');
const down: Answer = (_, response) => response.writeHead(503).end();
const give =
  (text: string): Answer =>
  (_, response) =>
    response.end(text);

/** A feed that is looked at when the test says so. */
async function openKept() {
  let answer: Answer = down;
  const web = await startMisbehavingWeb({ '/feed': (request, response) => answer(request, response) });
  const opened = await openSource({ kind: 'feed', address: web.at('127.0.0.1', '/feed').href });
  const log: string[] = [];
  const swaps: string[] = [];
  const clock = { nowMs: Date.UTC(2031, 1, 21) };
  const start = async () => {
    const hasCopy = (await readCurrentCopy(opened.copyFolder)) !== undefined;
    return keepUpdated(
      {
        source: opened.source,
        everyMs: 2 ** 30,
        programFile,
        log: {
          info: (message) => log.push(message),
          warn: (message, { problem }) => log.push(`${message} ${problem ?? ''}`.trim()),
        },
        now: () => clock.nowMs,
        random: () => 0,
        async onSwapped() {
          swaps.push(await readFile(join(contentFolderOf(opened.source), '2031-02-14-number-12.md'), 'utf8'));
        },
      },
      hasCopy,
    );
  };
  return {
    ...opened,
    web,
    log,
    swaps,
    clock,
    start,
    answerWith(value: Answer) {
      answer = value;
    },
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]();
      await web[Symbol.asyncDispose]();
    },
  };
}

test('what is wrong is told once, and once that it is over; what was fetched stays meanwhile', async () => {
  await using opened = await openKept();
  const keeper = await opened.start();
  await keeper.firstLook;
  await keeper.lookSoon();
  opened.answerWith(give(composeRss([fenwick])));
  await keeper.lookSoon();
  await keeper.firstCopy;
  opened.answerWith(down);
  await keeper.lookSoon();
  await keeper.lookSoon();
  assert.match((await readStatus(opened.source))?.problem?.message ?? '', /answers 503/);
  opened.answerWith(give(composeRss([{ ...fenwick, html: '<p>Fenwick 3 is out.</p>' }])));
  await keeper.lookSoon();
  await keeper.stop();
  const failed =
    'The newsletter could not be fetched; what was fetched before stays in use. CONTENT_FEED: the server answers 503.';
  const [swapped, mended] = ['A new copy of the newsletter is in use.', 'The newsletter can be fetched again.'];
  assert.deepEqual(opened.log, [failed, swapped, mended, failed, swapped, mended]);
  assert.equal(opened.swaps.length, 2);
  assert.match(opened.swaps[1] ?? '', /Fenwick 3/);
  assert.equal((await readStatus(opened.source))?.problem, undefined);
});

test('a fault in other words is told again after an hour, and not with each look', async () => {
  await using opened = await openKept();
  const fail = (status: number) => opened.answerWith((_, response) => response.writeHead(status).end());
  const keeper = await opened.start();
  await keeper.firstLook;
  const toldAfter = async (minutes: number, status: number) => {
    opened.clock.nowMs = Date.UTC(2031, 1, 21, 0, minutes);
    fail(status);
    await keeper.lookSoon();
    return opened.log.map((line) => / (\d+)\.$/.exec(line)?.[1]);
  };
  assert.deepEqual(await toldAfter(59, 502), ['503']);
  assert.deepEqual(await toldAfter(61, 503), ['503'], 'the same words');
  assert.deepEqual(await toldAfter(62, 502), ['503', '502']);
  await keeper.stop();
});

test('what a copy lacks is told once, and again when it is something else or comes back', async () => {
  await using opened = await openKept();
  const serve = (html: string, undated: number) => {
    const items = '<item><guid>undated</guid><title>Osprey</title></item>'.repeat(undated);
    opened.answerWith(give(composeRss([{ ...fenwick, html }]).replace('</channel>', `${items}</channel>`)));
  };
  serve('<p>Fenwick 1</p>', 0);
  const keeper = await opened.start();
  await keeper.firstCopy;
  const told: number[] = [];
  for (const [at, undated] of [1, 1, 2, 0, 2].entries()) {
    serve(`<p>Fenwick ${at + 2}</p>`, undated);
    await keeper.lookSoon();
    told.push(opened.log.filter((line) => line === 'Not all of the newsletter is in the copy.').length);
  }
  await keeper.stop();
  assert.deepEqual([opened.swaps.length, told], [6, [1, 1, 2, 2, 3]]);
});

test('a start without a network has what was fetched before', async () => {
  await using opened = await openKept();
  opened.answerWith(give(composeRss([fenwick, osprey])));
  const first = await opened.start();
  await first.firstCopy;
  await first.stop();
  opened.answerWith(down);
  const second = await opened.start();
  await second.firstCopy;
  await second.firstLook;
  await second.stop();
  const { folder = '', record } = (await readCurrentCopy(opened.copyFolder)) ?? {};
  assert.equal(record?.issues, 2);
  assert.match(await readFile(join(folder, 'content/2031-02-21-number-13.md'), 'utf8'), /Osprey/);
});

test('nothing is swapped while somebody reads', async () => {
  await using opened = await openKept();
  opened.answerWith(give(composeRss([fenwick])));
  const keeper = await opened.start();
  await keeper.firstCopy;
  const edited = composeRss([{ ...fenwick, title: 'Fenwick 3' }]);
  const { promise: isAsked, resolve: ask } = Promise.withResolvers<void>();
  opened.answerWith((request, response) => {
    give(edited)(request, response);
    ask();
  });
  const file = join(contentFolderOf(opened.source), '2031-02-14-number-12.md');
  let looked: Promise<void> | undefined;
  await keeper.readInPeace(async () => {
    const before = await readFile(file, 'utf8');
    looked = keeper.lookSoon();
    await isAsked;
    // The rest of the update needs longer than this; had it been swapped in, the next readings would tell.
    for (let at = 0; at < 20; at++) assert.equal(await readFile(file, 'utf8'), before);
  });
  await looked;
  assert.match(await readFile(file, 'utf8'), /Fenwick 3/);
  await keeper.stop();
  assert.equal(opened.swaps.length, 2);
});

test('a stop breaks off a look that hangs, and is no fault of the source', async () => {
  await using opened = await openKept();
  const { promise: isAsked, resolve: ask } = Promise.withResolvers<void>();
  opened.answerWith(() => ask());
  const keeper = await opened.start();
  await isAsked;
  await keeper.stop();
  assert.deepEqual(opened.log, []);
  assert.equal(await readStatus(opened.source), undefined);
});

test('an update whose program ends without a word is a fault', async () => {
  await using opened = await openKept();
  const { signal } = new AbortController();
  const broken = await updateInProcess(opened.source, { programFile: '/nowhere/main.js', signal });
  assert.match(broken.kind === 'failed' ? broken.message : '', /^CONTENT_FEED: the update failed/);
});

test('calls that come during a look bring one more after it: what changed meanwhile may have escaped the first', async () => {
  await using opened = await openKept();
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<() => void>();
  let requests = 0;
  opened.answerWith((_, response) => {
    requests++;
    const end = () => void response.end(composeRss([fenwick]));
    if (requests === 1) isAsked(end);
    else end();
  });
  const keeper = await opened.start();
  const answer = await asked;
  const further = [keeper.lookSoon(), keeper.lookSoon()];
  answer();
  await keeper.firstLook;
  await Promise.all(further);
  assert.equal(requests, 2);
  await keeper.stop();
});
