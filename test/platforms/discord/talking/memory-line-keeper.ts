import { createHash } from 'node:crypto';
import type { LineKeeper } from '#conversation/ports/line-keeper.ts';

/** Keeps lines in memory; `forget` is time passing. */
export function createMemoryLineKeeper(): LineKeeper & { readonly lines: Map<string, string>; forget(): void } {
  const lines = new Map<string, string>();
  return {
    lines,
    forget: () => lines.clear(),
    async keep(line) {
      const key = createHash('sha256').update(line).digest('base64url').slice(0, 22);
      lines.set(key, line);
      return key;
    },
    find: async (key) => lines.get(key),
  };
}
