import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Installations } from '#conversation/installations.ts';
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
}
