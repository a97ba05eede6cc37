import { sql } from 'kysely';
import { createStoredConversationMemory } from '#storage/kept/conversation-memory.ts';
import { createStoredHandledEvents } from '#storage/kept/handled-events.ts';
import { createStoredInstallations } from '#storage/kept/installations.ts';
import { createStoredLineKeeper } from '#storage/kept/line-keeper.ts';
import { createStoredReaderNotes } from '#storage/kept/reader-notes.ts';
import { createStoredSubscriptions } from '#storage/kept/subscriptions.ts';
import { createStoredWatches } from '#storage/kept/watches.ts';
import { createStoredPostedWords } from '#storage/outbox/posted-words.ts';
import { createStoredNotices } from '#storage/outbox/stored-notices.ts';
import { createStoredOutbox } from '#storage/outbox/stored-outbox.ts';
import type { Store } from '#storage/store.ts';
import type { StoreConnection } from '#storage/store-connection.ts';
import { claimSoon } from './claim-soon.ts';
import { explainFailures } from './explain-failures.ts';
import { giveUpSoon } from './give-up-soon.ts';
import { purgeStore } from './purge-store.ts';

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
    postedWords: explainFailures(createStoredPostedWords(db), explain),
    watches: explainFailures(createStoredWatches(db, engine), explain),
    notices: explainFailures(createStoredNotices(db, engine), explain),
    locks,
    ...explainFailures({ purge: (nowMs: number) => purgeStore(db, engine, nowMs) }, explain),
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
