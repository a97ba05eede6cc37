import type { JsonObject } from './slack-json.ts';

/** One call of the app to the server. */
export interface RecordedCall {
  readonly method: string;
  readonly args: JsonObject;
  readonly team: string | undefined;
  readonly at: number;
  status: number;
  /** The `error` of the answer; absent when it was ok. `lost`: the app never saw an answer. */
  error?: string;
}

/** One try to hand something to the app, and what came of it. */
export interface RecordedDelivery {
  readonly envelopeId: string;
  readonly kind: 'events_api' | 'slash_commands' | 'interactive';
  /** Only events have one; every retry has the same. */
  readonly eventId: string | undefined;
  /** 0 for the first try. */
  readonly attempt: number;
  readonly sentAt: number;
  /** From sending to acknowledging. */
  delayMs?: number;
  /** What came with the acknowledgement. */
  response?: unknown;
  /** `timeout`, `http_timeout`, `http_error`, `connection_failed`, `connection_lost`: why the try counts as failed. */
  failure?: string;
}

/** Patience, no promise: a machine that others keep busy takes many times as long as an idle one. */
const ordinaryWaitMs = 240_000;

/** Everything that happened, and waiting for more to happen. */
export class ServerLog {
  readonly calls: RecordedCall[] = [];
  readonly deliveries: RecordedDelivery[] = [];
  /** What the app did that Slack would swallow silently, so that no error tells of it. */
  readonly problems: string[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #watching = new Set<() => void>();

  /** Has to be called after every change that a test may wait for. */
  changed(): void {
    for (const check of [...this.#waiting, ...this.#watching]) check();
  }

  /** Calls back after every change; the returned function ends that. */
  watch(onChange: () => void): () => void {
    // A function of its own: the same one may be given twice.
    const watcher = () => onChange();
    this.#watching.add(watcher);
    return () => void this.#watching.delete(watcher);
  }

  addProblem(problem: string): void {
    this.problems.push(problem);
    this.changed();
  }

  /** The deliveries that were acknowledged. */
  get acks(): readonly RecordedDelivery[] {
    return this.deliveries.filter(({ delayMs }) => delayMs !== undefined);
  }

  /** Resolves with the predicate's value as soon as that is truthy; looks at it after every change, never by the clock. */
  waitFor<T>(predicate: () => T, timeoutMs = ordinaryWaitMs): Promise<NonNullable<T>> {
    return new Promise((resolve, reject) => {
      const check = (): boolean => {
        try {
          const value = predicate();
          if (!value) return false;
          settle();
          resolve(value);
        } catch (error) {
          settle();
          reject(error);
        }
        return true;
      };
      const settle = () => {
        clearTimeout(timer);
        this.#waiting.delete(check);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        reject(new Error(`nothing of what was waited for happened within ${timeoutMs} ms; ${this.#tellLatest()}`));
      }, timeoutMs);
      if (!check()) this.#waiting.add(check);
    });
  }

  #tellLatest(): string {
    const calls = this.calls.slice(-5).map(({ method, error }) => (error ? `${method} (${error})` : method));
    const sent = this.deliveries.slice(-5).map(({ kind, failure }) => (failure ? `${kind} (${failure})` : kind));
    return `last calls: ${calls.join(', ') || 'none'}; last deliveries: ${sent.join(', ') || 'none'}; problems: ${this.problems.join('; ') || 'none'}`;
  }
}
