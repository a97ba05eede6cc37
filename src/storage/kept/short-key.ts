import { createHash } from 'node:crypto';

/** 22 letters, digits, `-` or `_` for a text of any length: always the same, and in practice never those of another. */
export function shortKey(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
