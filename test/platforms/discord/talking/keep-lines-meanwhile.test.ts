import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keepLinesMeanwhile } from '#platforms/discord/talking/keep-lines-meanwhile.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';
import { createMemoryLineKeeper } from './memory-line-keeper.ts';

function open() {
  const store = createMemoryLineKeeper();
  let isAway = false;
  const log = keepLog();
  const keeper = keepLinesMeanwhile(
    {
      find: store.find,
      keep: async (line, nowMs) => {
        if (isAway) throw new Error('The store is away.');
        return store.keep(line, nowMs);
      },
    },
    log,
  );
  return {
    store,
    keeper,
    log,
    leave(away: boolean) {
      isAway = away;
    },
  };
}

describe('a long line of a button is found again', () => {
  test('in the store, where it can be kept there', async () => {
    const { store, keeper, log } = open();
    const key = await keeper.keep('status quernd', 1);
    assert.deepEqual([await keeper.find(key), await store.find(key)], ['status quernd', 'status quernd']);
    assert.deepEqual(log.entries, []);
  });

  test('in this process, while the store is away', async () => {
    const { store, keeper, log, leave } = open();
    leave(true);
    const keys = [await keeper.keep('status quernd', 1), await keeper.keep('status foodb', 1)];
    leave(false);
    assert.deepEqual(await Promise.all(keys.map((key) => keeper.find(key))), ['status quernd', 'status foodb']);
    assert.equal(await store.find(keys[0] ?? ''), undefined);
    assert.equal(log.above('info').length, 2);
  });
});

test('of very many that the store did not keep the oldest go first', async () => {
  const { keeper, leave } = open();
  leave(true);
  const keys: string[] = [];
  for (let at = 0; at < 1001; at++) keys.push(await keeper.keep(`search ${at}`, 1));
  assert.deepEqual(await Promise.all([0, 1, 1000].map((at) => keeper.find(keys[at] ?? ''))), [
    undefined,
    'search 1',
    'search 1000',
  ]);
});
