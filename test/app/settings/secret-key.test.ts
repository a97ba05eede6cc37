import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { createReaderKeys, createSealer } from '#app/settings/secret-key.ts';

const oldKey = 'an old key that is quite long enough';
const newKey = 'a new key that is quite long enough, too';
const plain = Buffer.from('xoxb-a-token-of-a-workspace');

test('what was sealed opens again, and shows nothing of itself', () => {
  const sealer = createSealer([newKey]);
  const sealed = sealer.seal(plain, 'workspace T1');
  assert.deepEqual(Buffer.from(sealer.open(sealed, 'workspace T1')), plain);
  assert.ok(!Buffer.from(sealed).includes('xoxb'));
  assert.notDeepEqual(sealer.seal(plain, 'workspace T1'), sealed, 'the same bytes are sealed differently each time');
});

test('a seal of one workspace does not open for another', () => {
  const sealer = createSealer([newKey]);
  const sealed = sealer.seal(plain, 'workspace T1');
  assert.throws(() => sealer.open(sealed, 'workspace T2'), /belongs to somebody else/);
});

test('a changed byte anywhere keeps it shut', () => {
  const sealer = createSealer([newKey]);
  const sealed = sealer.seal(plain, 'workspace T1');
  for (let at = 0; at < sealed.length; at++) {
    const changed = Uint8Array.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    assert.throws(() => sealer.open(changed, 'workspace T1'), `byte ${at}`);
  }
  assert.throws(() => sealer.open(randomBytes(5), 'workspace T1'));
});

test('a key is changed by putting the new one in front: old seals open, new ones need the new key', () => {
  const before = createSealer([oldKey]);
  const during = createSealer([newKey, oldKey]);
  const after = createSealer([newKey]);
  const sealedBefore = before.seal(plain, 'workspace T1');
  assert.deepEqual(Buffer.from(during.open(sealedBefore, 'workspace T1')), plain);
  assert.deepEqual(Buffer.from(after.open(during.seal(plain, 'workspace T1'), 'workspace T1')), plain);
  assert.throws(
    () => after.open(sealedBefore, 'workspace T1'),
    /SECRET_KEY: .* Put the key that was used before behind a comma/,
  );
});

test('a reader has one key on one platform, another elsewhere, and none that tells the id', () => {
  const keyOf = createReaderKeys(newKey);
  const ann = keyOf({ platform: 'slack', userId: 'T1:U1' });
  assert.equal(keyOf({ platform: 'slack', userId: 'T1:U1' }), ann);
  assert.notEqual(keyOf({ platform: 'discord', userId: 'T1:U1' }), ann);
  assert.notEqual(createReaderKeys(oldKey)({ platform: 'slack', userId: 'T1:U1' }), ann);
  assert.ok(!ann.includes('U1') && ann.length === 43);
});
