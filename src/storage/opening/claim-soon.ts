import type { HandledEvents } from '#conversation/ports/handled-events.ts';
import { giveUpSoon, inTime } from './give-up-soon.ts';

/** The same record, which gives up soon; a claim that comes about too late is given back, for the next delivery. */
export function claimSoon(events: HandledEvents): HandledEvents {
  return {
    ...giveUpSoon(events),
    async claim(eventKey, nowMs) {
      const claiming = events.claim(eventKey, nowMs);
      try {
        return await inTime(claiming);
      } catch (error) {
        // What fails here has been told, or runs out by itself.
        claiming.then((claim) => (claim === 'mine' ? events.release(eventKey) : undefined)).catch(() => {});
        throw error;
      }
    },
  };
}
