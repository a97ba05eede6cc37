import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { Sealer } from '#conversation/ports/sealer.ts';
import type { Asker } from '#conversation/request.ts';

/** A key may be short to type, never short to guess: this many characters of hexadecimal are 128 bits. */
export const MIN_SECRET_KEY_CHARACTERS = 32;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Tells which key sealed something, so that a key can be changed while older seals are still there. */
const KEY_ID_BYTES = 4;

/**
 * Seals with AES-256-GCM under keys made from `SECRET_KEY`. The first key seals, all of them open: put a new one in front,
 * and take the old one away once everything has been sealed anew.
 */
export function createSealer(secretKeys: readonly string[]): Sealer {
  const keys = secretKeys.map((secret) => {
    const key = deriveKey(secret, 'sealing');
    return { key, id: createHash('sha256').update(key).digest().subarray(0, KEY_ID_BYTES) };
  });
  const [first] = keys;
  if (first === undefined) throw new Error('A sealer needs a key.');
  return {
    seal(plain, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', first.key, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([first.id, nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed);
      const id = bytes.subarray(0, KEY_ID_BYTES);
      const fitting = keys.find((key) => key.id.equals(id));
      if (fitting === undefined) {
        throw new Error(
          'SECRET_KEY: no key of it opens what is stored. Put the key that was used before behind a comma.',
        );
      }
      const nonce = bytes.subarray(KEY_ID_BYTES, KEY_ID_BYTES + NONCE_BYTES);
      const tag = bytes.subarray(KEY_ID_BYTES + NONCE_BYTES, KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES);
      try {
        const decipher = createDecipheriv('aes-256-gcm', fitting.key, nonce, { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(context)).setAuthTag(tag);
        const body = bytes.subarray(KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(body), decipher.final()]);
      } catch (cause) {
        throw new Error('What is stored was changed or belongs to somebody else; it is not used.', { cause });
      }
    },
  };
}

/** Makes the key that stands for a reader in what is kept: without the secret nobody can tell whose it is. */
export function createReaderKeys(secretKey: string): (asker: Pick<Asker, 'platform' | 'userId'>) => string {
  const key = createSecretKey(deriveKey(secretKey, 'readers'));
  return ({ platform, userId }) => createHmac('sha256', key).update(`${platform}:${userId}`).digest('base64url');
}

/** One secret, a key of its own for each purpose. */
function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `works-on-arm-bot ${purpose}`, 32));
}
