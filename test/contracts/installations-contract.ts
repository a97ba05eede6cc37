import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Installations } from '#conversation/ports/installations.ts';
import type { NewPlace } from './place.ts';

/** What every keeper of installations must do. */
export function installationsContract(name: string, newPlace: NewPlace<Installations>): void {
  test(`${name}: an installation comes back byte for byte, in another program too`, async (t) => {
    const place = await newPlace(t);
    const installations = await place.open();
    const sealed = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    await installations.save('slack', 'T1', sealed, 1);
    const found = await (await place.open()).find('slack', 'T1');
    assert.deepEqual(found, sealed);
    assert.equal(found?.constructor, Uint8Array);
  });

  test(`${name}: a workspace that installs again has its newest installation alone`, async (t) => {
    const installations = await (await newPlace(t)).open();
    await installations.save('slack', 'T1', Uint8Array.of(1), 1);
    await installations.save('slack', 'T1', Uint8Array.of(2), 2);
    assert.deepEqual(await installations.find('slack', 'T1'), Uint8Array.of(2));
    assert.deepEqual(await installations.list('slack'), ['T1']);
  });

  test(`${name}: workspaces and platforms are kept apart, and one that leaves leaves alone`, async (t) => {
    const installations = await (await newPlace(t)).open();
    for (const [platform, workspace, byte] of [
      ['slack', 'T1', 1],
      ['slack', 'T2', 2],
      ['discord', 'T1', 3],
    ] as const) {
      await installations.save(platform, workspace, Uint8Array.of(byte), 1);
    }
    await installations.remove('slack', 'T1');
    assert.equal(await installations.find('slack', 'T1'), undefined);
    assert.deepEqual(await installations.list('slack'), ['T2']);
    assert.deepEqual(await installations.find('discord', 'T1'), Uint8Array.of(3));
    assert.deepEqual(await installations.list('nowhere'), []);
  });

  test(`${name}: what is sealed anew, or removed, is what was meant, or nothing`, async (t) => {
    const installations = await (await newPlace(t)).open();
    const [first, second, third] = [1, 2, 3].map((byte) => Uint8Array.of(byte, 0, 255)) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ];
    await installations.save('slack', 'T1', first, 1);
    await installations.save('discord', 'T1', first, 1);
    assert.equal(await installations.replace('slack', 'T1', { before: second, after: third }), false);
    assert.deepEqual(await installations.find('slack', 'T1'), first);
    assert.equal(await installations.replace('slack', 'T1', { before: first, after: second }), true);
    assert.equal(await installations.replace('slack', 'T2', { before: first, after: second }), false);
    assert.deepEqual(await installations.find('discord', 'T1'), first);
    await installations.remove('slack', 'T1', first);
    assert.deepEqual(await installations.find('slack', 'T1'), second);
    await installations.remove('slack', 'T1', second);
    assert.deepEqual(await installations.list('slack'), []);
  });
}
