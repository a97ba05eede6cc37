import type { Kysely } from 'kysely';
import { EVENT_KEPT_MS, EVENT_LEASE_MS, type HandledEvents } from '#conversation/ports/handled-events.ts';
import { compileOnce } from '#storage/compile-once.ts';
import type { QuickStatements } from '#storage/store-connection.ts';
import type { Tables } from '#storage/tables.ts';

/**
 * The answer is sent, and in a rush the next event comes sooner: both are written at once. Whoever is killed within it answers
 * again, as they would while the platform takes the answer, which is far longer.
 */
const FINISHED_WITHIN_MS = 10;

/** Which events have been answered, by whichever replica. One statement decides who has an event. */
export function createStoredHandledEvents(db: Kysely<Tables>, quick: QuickStatements): HandledEvents {
  const statements = prepareStatements(db);
  /** The leases of this process: it must not give back an event that another has taken over since. */
  const leases = new Map<string, number>();
  return {
    async claim(eventKey, nowMs) {
      const leaseUntilMs = nowMs + EVENT_LEASE_MS;
      const taken = await quick.run(statements.claim({ eventKey, leaseUntilMs, nowMs }));
      if (taken.length > 0) {
        leases.set(eventKey, leaseUntilMs);
        return 'mine';
      }
      const row = await db
        .selectFrom('handled_events')
        .select('state')
        .where('event_key', '=', eventKey)
        .executeTakeFirst();
      return row?.state === 'done' ? 'done' : 'busy';
    },
    async extend(eventKey, nowMs) {
      const heldUntilMs = leases.get(eventKey);
      if (heldUntilMs === undefined) return false;
      const leaseUntilMs = nowMs + EVENT_LEASE_MS;
      // Inserted where a claim that ran out has been purged meanwhile.
      const kept = await db
        .insertInto('handled_events')
        .values({ event_key: eventKey, state: 'claimed', until_ms: leaseUntilMs })
        .onConflict((conflict) =>
          conflict
            .column('event_key')
            .doUpdateSet({ until_ms: leaseUntilMs })
            .where('handled_events.state', '=', 'claimed')
            .where('handled_events.until_ms', '=', heldUntilMs),
        )
        .returning('event_key')
        .executeTakeFirst();
      if (kept) leases.set(eventKey, leaseUntilMs);
      else leases.delete(eventKey);
      return kept !== undefined;
    },
    async finish(eventKey, nowMs) {
      leases.delete(eventKey);
      await quick.runWithin(FINISHED_WITHIN_MS, statements.finish({ eventKey, keptUntilMs: nowMs + EVENT_KEPT_MS }));
    },
    async release(eventKey) {
      const leaseUntilMs = leases.get(eventKey);
      if (leaseUntilMs === undefined) return;
      leases.delete(eventKey);
      await db
        .deleteFrom('handled_events')
        .where('event_key', '=', eventKey)
        .where('state', '=', 'claimed')
        .where('until_ms', '=', leaseUntilMs)
        .execute();
    },
  };
}

function prepareStatements(db: Kysely<Tables>) {
  type Claim = { readonly eventKey: string; readonly leaseUntilMs: number; readonly nowMs: number };
  type Finish = { readonly eventKey: string; readonly keptUntilMs: number };
  return {
    claim: compileOnce<Claim, { event_key: string }>((value) =>
      db
        .insertInto('handled_events')
        .values({ event_key: value('eventKey'), state: 'claimed', until_ms: value('leaseUntilMs') })
        .onConflict((conflict) =>
          conflict
            .column('event_key')
            .doUpdateSet({ state: 'claimed', until_ms: value('leaseUntilMs') })
            .where('handled_events.until_ms', '<=', value('nowMs')),
        )
        .returning('event_key'),
    ),
    finish: compileOnce<Finish, unknown>((value) => {
      const row = { state: 'done', until_ms: value('keptUntilMs') } as const;
      return db
        .insertInto('handled_events')
        .values({ event_key: value('eventKey'), ...row })
        .onConflict((conflict) => conflict.column('event_key').doUpdateSet(row));
    }),
  };
}
