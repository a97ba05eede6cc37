type Waiter = { readonly check: () => void; readonly fail: (error: Error) => void };

/** Lets tests wait for something to become true: every change on the server looks at all that is waited for again. */
export class ChangeSignal {
  readonly #waiters = new Set<Waiter>();
  readonly #watchers = new Set<() => void>();
  #isScheduled = false;

  /** Something on the server is different now. Many changes in one turn of the event loop are looked at once. */
  changed = (): void => {
    if (this.#isScheduled || this.#waiters.size + this.#watchers.size === 0) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      for (const { check } of [...this.#waiters]) check();
      for (const tell of [...this.#watchers]) tell();
    });
  };

  /** Calls back after every change; the returned function ends that. */
  watch(onChange: () => void): () => void {
    // A function of its own: the same one may be given twice.
    const watcher = () => onChange();
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  /** Resolves with the first truthy value of `predicate`; rejects, saying what was waited for, when the time is over. */
  waitFor<T>(predicate: () => T, timeoutMs: number, what: string): Promise<NonNullable<T>> {
    // Made here, so that the failure points at the test that waits.
    const late = new Error(`waited ${timeoutMs} ms in vain for ${what}`);
    return new Promise((resolve, reject) => {
      const finish = () => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
      };
      const waiter: Waiter = {
        check: () => {
          try {
            const value = predicate();
            if (!value) return;
            finish();
            resolve(value);
          } catch (error) {
            waiter.fail(error instanceof Error ? error : new Error(String(error)));
          }
        },
        fail: (error) => {
          finish();
          reject(error);
        },
      };
      const timer = setTimeout(() => waiter.fail(late), timeoutMs);
      this.#waiters.add(waiter);
      waiter.check();
    });
  }

  /** Ends every wait: the server is being closed. */
  close(): void {
    for (const { fail } of [...this.#waiters]) fail(new Error('the local Discord was closed while a test waited'));
  }
}
