import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { Trace } from '#conversation/ports/trace.ts';

/** Gives each request an id, which follows the work for it wherever that goes. */
export interface RequestTrace {
  readonly trace: Trace;
  /** The id of the request that is being worked on right here. */
  readonly findRequestId: () => string | undefined;
}

/** Ids are looked up in the log of some days: eight characters are enough. */
const ID_BYTES = 6;

/** One for the process: the log asks it, and every platform begins its requests with it. */
export function createRequestTrace(): RequestTrace {
  const ids = new AsyncLocalStorage<string>();
  return {
    trace: (work) => ids.run(randomBytes(ID_BYTES).toString('base64url'), work),
    findRequestId: () => ids.getStore(),
  };
}
