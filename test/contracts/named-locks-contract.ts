import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NamedLocks } from '#conversation/ports/named-locks.ts';
import type { NewPlace } from './place.ts';

/** What named locks must do within one program, whatever the engine. */
export function namedLocksContract(name: string, newPlace: NewPlace<NamedLocks>): void {
  test(`${name}: a lock is held once, by its name, until it is released`, async (t) => {
    const locks = await (await newPlace(t)).open();
    const held = await locks.tryHold('shard 0');
    assert.ok(held);
    assert.equal(await locks.tryHold('shard 0'), undefined);
    assert.ok(await locks.tryHold('shard 1'));
    assert.equal(held.lost.aborted, false);
    await held.release();
    await held.release();
    assert.equal(await locks.tryHold('shard 1'), undefined, 'another lock is held on');
    assert.ok(await locks.tryHold('shard 0'));
  });
}
