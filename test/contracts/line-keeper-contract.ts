import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LINES_KEPT_MS, type LineKeeper } from '#conversation/ports/line-keeper.ts';
import type { NewPlace } from './place.ts';

const start = 1_700_000_000_000;
const line = `ask ${'does the kettle boil on a very small board, "even so"? ☕ '.repeat(60)}`;

/** What every keeper of long lines must do; `setNow` moves the clock that `find` reads. */
export function lineKeeperContract(
  name: string,
  newPlace: NewPlace<{ keeper: LineKeeper; setNow: (nowMs: number) => void }>,
): void {
  test(`${name}: a line of any length is found again by a short key, in another program too`, async (t) => {
    const place = await newPlace(t);
    const { keeper, setNow } = await place.open();
    setNow(start);
    const key = await keeper.keep(line, start);
    assert.match(key, /^[\w-]{1,22}$/);
    const other = await place.open();
    assert.equal(await other.keeper.find(key), line);
    assert.equal(await keeper.find(`${key.slice(0, -1)}~`), undefined);
  });

  test(`${name}: the same line has the same key always, another line has another`, async (t) => {
    const { keeper } = await (await newPlace(t)).open();
    const key = await keeper.keep(line, start);
    assert.equal(await keeper.keep(line, start + 5), key);
    assert.notEqual(await keeper.keep(`${line}!`, start), key);
  });

  test(`${name}: what no database can hold is left out of a line, and the rest is kept`, async (t) => {
    const { keeper, setNow } = await (await newPlace(t)).open();
    setNow(start);
    assert.equal(await keeper.find(await keeper.keep('ask ket\0tle \ud83d🫖', start)), 'ask kettle \ufffd🫖');
  });

  test(`${name}: a line is too old some time after it was kept last`, async (t) => {
    const { keeper, setNow } = await (await newPlace(t)).open();
    const key = await keeper.keep(line, start);
    await keeper.keep(line, start + 1_000);
    setNow(start + 1_000 + LINES_KEPT_MS);
    assert.equal(await keeper.find(key), line);
    setNow(start + 1_001 + LINES_KEPT_MS);
    assert.equal(await keeper.find(key), undefined);
  });
}
