import { sql } from 'kysely';
import { claimSoon } from './claim-soon.ts';
import { explainFailures } from './explain-failures.ts';
import { giveUpSoon } from './give-up-soon.ts';
import { purgeStore } from './purge-store.ts';
import type { Store } from './store.ts';
import type { StoreConnection } from './store-connection.ts';
import { createStoredConversationMemory } from './stored-conversation-memory.ts';
import { createStoredHandledEvents } from './stored-handled-events.ts';
import { createStoredInstallations } from './stored-installations.ts';
import { createStoredLineKeeper } from './stored-line-keeper.ts';
import { createStoredOutbox } from './stored-outbox.ts';
import { createStoredReaderNotes } from './stored-reader-notes.ts';
import { createStoredSubscriptions } from './stored-subscriptions.ts';

/** The ports over one connection, whose tables are there already. */
export function assembleStore(connection: StoreConnection, now: () => number): Store {
  const { db, quickDb, engine, locks, explain, close } = connection;
  // A file is there or is not; only a server can leave one waiting.
  const [soon, eventsSoon] = engine === 'postgres' ? [giveUpSoon, claimSoon] : [asIs, asIs];
  const { recordFeedback, recordUnanswered, ...otherNotes } = createStoredReaderNotes(db);
  return {
    memory: () => explainFailures(soon(createStoredConversationMemory(quickDb)), explain),
    handledEvents: explainFailures(eventsSoon(createStoredHandledEvents(quickDb)), explain),
    installations: explainFailures(createStoredInstallations(db), explain),
    lineKeeper: explainFailures(soon(createStoredLineKeeper(quickDb, now)), explain),
    readerNotes: explainFailures({ ...otherNotes, ...soon({ recordFeedback, recordUnanswered }) }, explain),
    subscriptions: explainFailures(createStoredSubscriptions(db), explain),
    outbox: explainFailures(createStoredOutbox(db, engine), explain),
    locks,
    ...explainFailures({ purge: (nowMs: number) => purgeStore(db, nowMs) }, explain),
    isReachable: () =>
      sql`select 1`.execute(db).then(
        () => true,
        () => false,
      ),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function asIs<Port>(port: Port): Port {
  return port;
}
