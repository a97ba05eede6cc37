import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkReadiness, type WatchedContent } from '#app/health/readiness.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import type { Store } from '#storage/store.ts';
import { kitchenArchive } from '../../commands/invented-archive.ts';

const nowMs = Date.UTC(2031, 1, 14);
const minute = 60_000;
const problem = { message: 'Nobody is there.', remedy: 'Wait.', sinceMs: nowMs };
const unfetched = { problem } as ReturnType<WatchedContent['status']>;

interface Bot {
  readonly lastBeatMs?: number | undefined;
  readonly isConnected?: boolean;
  readonly isReachable?: boolean;
  readonly isEmpty?: boolean;
  readonly isStopping?: boolean;
  readonly content?: WatchedContent;
}

async function ask({ isConnected = true, isReachable = true, isEmpty = false, isStopping = false, ...bot }: Bot) {
  const beat = 'lastBeatMs' in bot ? bot.lastBeatMs : nowMs;
  const stop = async () => {};
  const checks = await checkReadiness({
    getSnapshot: () => (isEmpty ? buildSnapshot([]) : kitchenArchive),
    store: { isReachable: async () => isReachable } as Store,
    platforms: [
      {
        name: 'kitchen',
        isConnected: () => isConnected,
        started: Promise.resolve(true),
        ended: Promise.resolve(),
        stop,
      },
    ],
    jobs: [
      { name: 'announcing', lastBeatMs: () => beat, stop },
      { name: 'purge', stop },
    ],
    now: () => nowMs,
    signal: isStopping ? AbortSignal.abort() : new AbortController().signal,
    content: bot.content,
  });
  return checks.filter(({ isOk }) => !isOk).map(({ name, detail }) => `${name}: ${detail}`);
}

test('a bot with issues, a store, connected platforms and rounds on time is ready', async () => {
  assert.deepEqual(await ask({}), []);
});

describe('it is not ready, and says which part is not', () => {
  const cases: [name: string, bot: Bot, said: RegExp][] = [
    ['no issue', { isEmpty: true }, /^index: there is no issue/],
    ['no issue yet', { isEmpty: true, content: { status: () => undefined } }, /^index: .*: they are being fetched$/],
    ['no issue to be had', { isEmpty: true, content: { status: () => unfetched } }, /^index: .*: Nobody is there\.$/],
    ['no store', { isReachable: false }, /^store: it does not answer/],
    ['a platform away', { isConnected: false }, /^kitchen: not connected/],
    ['no round yet', { lastBeatMs: undefined }, /^announcing: its first round has not ended/],
    ['no round for four minutes', { lastBeatMs: nowMs - 4 * minute }, /^announcing: its last round ended 240 s ago/],
    ['a round in the future, by a clock that was set back', { lastBeatMs: nowMs + 4 * minute }, /^announcing: /],
    ['stopping', { isStopping: true }, /^process: it is stopping/],
  ];
  for (const [name, bot, said] of cases) {
    test(name, async () => {
      const wrong = await ask(bot);
      assert.equal(wrong.length, 1);
      assert.match(wrong[0] ?? '', said);
    });
  }
});

test('a round of up to three minutes ago is no reason to worry', async () => {
  assert.deepEqual(await ask({ lastBeatMs: nowMs - 3 * minute }), []);
});
