import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ReplyAction } from '#conversation/wording/reply-action.ts';
import { createCustomIds } from '#platforms/discord/talking/custom-id.ts';
import { assertProperty } from '../../../fixtures/assert-property.ts';
import { hostileWords } from '../rendering/hostile-response.ts';
import { createMemoryLineKeeper } from './memory-line-keeper.ts';

const nowMs = Date.UTC(2031, 1, 14);
const longLine = `does the kettle ${'very '.repeat(40)}often run on arm64?`;

test('a short line needs no store: any process reads it, whenever', async () => {
  const keeper = createMemoryLineKeeper();
  const action: ReplyAction = { kind: 'page', line: 'status teapotd', page: 3 };
  const idOf = await createCustomIds(keeper).prepare([action], nowMs);
  assert.equal(keeper.lines.size, 0);
  assert.deepEqual(await createCustomIds(createMemoryLineKeeper()).read(idOf(action)), action);
});

test('an id may be as long as Discord takes, and no longer', async () => {
  for (const [characters, kept] of [
    [98, 0],
    [99, 1],
  ] as const) {
    const keeper = createMemoryLineKeeper();
    await createCustomIds(keeper).prepare([{ kind: 'ask', line: 'x'.repeat(characters) }], nowMs);
    assert.equal(keeper.lines.size, kept, `${characters} characters behind “a:”`);
  }
});

test('a long line is kept, comes back after a restart, and says so once it is gone', async () => {
  const keeper = createMemoryLineKeeper();
  const action: ReplyAction = { kind: 'rate', line: longLine, isHelpful: false, issueId: '2031-W09' };
  const id = (await createCustomIds(keeper).prepare([action], nowMs))(action);
  assert.ok(id.length <= 100);
  assert.deepEqual(await createCustomIds(keeper).read(id), action);
  keeper.forget();
  assert.equal(await createCustomIds(keeper).read(id), 'expired');
});

test('a line that an id could change on its way is kept, however short', async () => {
  for (const line of [' status teapotd', 'status\nteapotd', 'status \ud83e']) {
    const keeper = createMemoryLineKeeper();
    const action: ReplyAction = { kind: 'ask', line };
    await createCustomIds(keeper).prepare([action], nowMs);
    assert.deepEqual([...keeper.lines.values()], [line]);
  }
});

test('what is no id of ours is no action', async () => {
  const ids = createCustomIds(createMemoryLineKeeper());
  for (const foreign of ['', 'menu:0', 'k', 'kx:1', 'p:status', 'ask'])
    assert.equal(await ids.read(foreign), undefined);
});

test('an action that was not prepared is an error that names it', async () => {
  const idOf = await createCustomIds(createMemoryLineKeeper()).prepare([], nowMs);
  assert.throws(() => idOf({ kind: 'share', line: 'latest' }), /share.*prepare/);
});

test('every action comes back as it went, and fits', async () => {
  const line = hostileWords.filter((text) => text !== '');
  const action: fc.Arbitrary<ReplyAction> = fc.oneof(
    fc.record({ kind: fc.constant('ask' as const), line }),
    fc.record({ kind: fc.constant('share' as const), line }),
    fc.record({ kind: fc.constant('page' as const), line, page: fc.nat(9999) }),
    fc.record({
      kind: fc.constant('rate' as const),
      line,
      isHelpful: fc.boolean(),
      issueId: fc.constantFrom('2031-W09', undefined),
    }),
  );
  await assertProperty(
    fc.asyncProperty(fc.array(action, { maxLength: 8 }), async (actions) => {
      const ids = createCustomIds(createMemoryLineKeeper());
      const idOf = await ids.prepare(actions, nowMs);
      for (const one of actions) {
        assert.ok(idOf(one).length <= 100);
        assert.deepEqual(await ids.read(idOf(one)), { ...one });
      }
    }),
    { seed: 20310214, numRuns: 200 },
  );
});
