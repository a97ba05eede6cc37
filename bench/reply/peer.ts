/** A local platform that one bot is connected to, and the people on it. */
export interface Peer extends AsyncDisposable {
  /** What the bot is told of it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Somebody asks the bot, each time somebody else in another channel; resolves to the milliseconds until its answer came. */
  readonly ask: (question: string) => Promise<number>;
}

/** So long nobody waits for an answer. */
const patienceMs = 30_000;

/** Questions on their way, each under a key of its own. */
export function createPending() {
  const asked = new Map<string, { readonly atMs: number; readonly resolve: (ms: number) => void }>();
  return {
    /** Notes down that a question is asked now; rejects when no answer comes. */
    expect(key: string, atMs = performance.now()): Promise<number> {
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      const timer = setTimeout(() => reject(new Error(`no answer came within ${patienceMs} ms`)), patienceMs);
      asked.set(key, { atMs, resolve });
      return promise.finally(() => clearTimeout(timer));
    },
    /** Something came that may be the answer. */
    settle(key: string, atMs = performance.now()): void {
      const question = asked.get(key);
      asked.delete(key);
      question?.resolve(atMs - question.atMs);
    },
  };
}
