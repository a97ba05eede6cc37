/** Does the work for one event of a platform, so that every line of the log about it bears the same id. */
export type Trace = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** Gives no id: for tests, and where nobody reads a log. */
export const noTrace: Trace = (work) => work();
