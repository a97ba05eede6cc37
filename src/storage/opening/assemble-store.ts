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
import { giveUpSoon } from './give-up-soon.ts';
import { type AsyncMethods, mapMethods } from './map-methods.ts';
import { purgeStore } from './purge-store.ts';

/** The ports over one connection, whose tables are there already. */
export function assembleStore(connection: StoreConnection, now: () => number): Store {
  const { db, quickDb, engine, locks, explain, close } = connection;
  // A file is there or is not; only a server can leave one waiting.
  const [soon, eventsSoon] = engine === 'postgres' ? [giveUpSoon, claimSoon] : [asIs, asIs];
  // Every failure says what is wrong with the store and what to do.
  const explained = <Port extends AsyncMethods<Port>>(port: Port) =>
    mapMethods(port, (promise) =>
      promise.catch((error: unknown) => {
        throw explain(error);
      }),
    );
  const { recordFeedback, recordUnanswered, ...otherNotes } = createStoredReaderNotes(db);
  return {
    memory: () => explained(soon(createStoredConversationMemory(quickDb))),
    handledEvents: explained(eventsSoon(createStoredHandledEvents(quickDb))),
    installations: explained(createStoredInstallations(db)),
    lineKeeper: explained(soon(createStoredLineKeeper(quickDb, now))),
    readerNotes: explained({ ...otherNotes, ...soon({ recordFeedback, recordUnanswered }) }),
    subscriptions: explained(createStoredSubscriptions(db)),
    outbox: explained(createStoredOutbox(db, engine)),
    postedWords: explained(createStoredPostedWords(db)),
    watches: explained(createStoredWatches(db, engine)),
    notices: explained(createStoredNotices(db, engine)),
    locks,
    ...explained({ purge: (nowMs: number) => purgeStore(db, engine, nowMs) }),
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
