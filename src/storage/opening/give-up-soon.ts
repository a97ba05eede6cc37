import { StoreError } from '#storage/store-error.ts';
import { type AsyncMethods, mapMethods } from './map-methods.ts';

/** Far longer than a statement takes; shorter than the two seconds after which Slack is told that an event is in hand. */
const PATIENCE_MS = 1_500;

/**
 * The same port for what somebody waits for: a server that cannot be reached is otherwise found so after ten seconds, at
 * each step of an answer. What was begun may still come about.
 */
export function giveUpSoon<Port extends AsyncMethods<Port>>(port: Port): Port {
  return mapMethods(port, (promise) => inTime(promise));
}

/** Rejects with a `StoreError` when the work takes too long. */
export async function inTime<Value>(work: Promise<Value>, withinMs = PATIENCE_MS): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const giveUp = () => late.reject(new StoreError('unreachable', tooLate(withinMs)));
  // After a moment in which this process was busy the answer may be there, and only not read yet.
  const timer = setTimeout(() => setImmediate(giveUp), withinMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLate(ms: number): string {
  return `the server has not answered within ${ms} ms. Look whether it runs, can be reached from here, and is not overloaded`;
}
