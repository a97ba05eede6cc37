import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { Trace } from '#conversation/ports/trace.ts';

/** Ids are looked up in the log of some days: eight characters are enough. */
const ID_BYTES = 6;
/** Asking for random numbers costs more than having them. */
const IDS_AT_ONCE = 256;

/**
 * Gives each request an id, which follows the work for it wherever that goes. One for the process: the log asks it, and every
 * platform begins its requests with it.
 */
export function createRequestTrace() {
  const ids = new AsyncLocalStorage<string>();
  const makeId = createIdSource();
  return {
    trace: ((work) => ids.run(makeId(), work)) satisfies Trace,
    /** The id of the request that is being worked on right here. */
    findRequestId: () => ids.getStore(),
  };
}

function createIdSource(): () => string {
  let bytes = Buffer.alloc(0);
  let used = 0;
  return () => {
    if (used === bytes.length) {
      bytes = randomBytes(ID_BYTES * IDS_AT_ONCE);
      used = 0;
    }
    used += ID_BYTES;
    return bytes.toString('base64url', used - ID_BYTES, used);
  };
}
