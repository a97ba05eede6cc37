import { hash } from 'node:crypto';

/** 22 letters, digits, `-` or `_` for a text of any length: always the same, and in practice never those of another. */
export function fingerprint(...parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);
}
