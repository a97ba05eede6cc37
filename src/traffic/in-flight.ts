/** Counts work that has begun and not ended, so that stopping can wait for it. */
export function createInFlight(): {
  readonly during: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Resolves at the first moment at which nothing is going on. */
  readonly settled: () => Promise<void>;
} {
  const running = new Set<Promise<unknown>>();
  return {
    async during(work) {
      const promise = work();
      running.add(promise);
      try {
        return await promise;
      } finally {
        running.delete(promise);
      }
    },
    async settled() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
