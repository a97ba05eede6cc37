import type { NamedLocks } from '#conversation/ports/named-locks.ts';

/** For SQLite, where one program alone does the work: every lock is free, once. */
export function createProcessLocks(): NamedLocks {
  const held = new Set<string>();
  return {
    async tryHold(name) {
      if (held.has(name)) return undefined;
      held.add(name);
      return {
        lost: new AbortController().signal,
        async release() {
          held.delete(name);
        },
      };
    },
  };
}
