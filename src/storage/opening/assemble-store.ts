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
  const { db, quickDb, quick, engine, locks, explain, close } = connection;
  // A file is there or is not; only a server can leave one waiting.
  const [soon, eventsSoon] = engine === 'postgres' ? [giveUpSoon, claimSoon] : [asIs, asIs];
  /** The same port, whose every failure says what is wrong with the store and what to do. */
  const told = <Port extends AsyncMethods<Port>>(port: Port) =>
    mapMethods(port, (promise) =>
      promise.catch((error: unknown) => {
        throw explain(error);
      }),
    );
  const { recordFeedback, recordUnanswered, ...otherNotes } = createStoredReaderNotes(db, quick);
  return {
    memory: () => told(soon(createStoredConversationMemory(quickDb, quick))),
    handledEvents: told(eventsSoon(createStoredHandledEvents(quickDb, quick))),
    installations: told(createStoredInstallations(db)),
    lineKeeper: told(soon(createStoredLineKeeper(quickDb, quick, now))),
    readerNotes: told({ ...otherNotes, ...soon({ recordFeedback, recordUnanswered }) }),
    subscriptions: told(createStoredSubscriptions(db)),
    outbox: told(createStoredOutbox(db, engine)),
    postedWords: told(createStoredPostedWords(db)),
    watches: told(createStoredWatches(db, engine)),
    notices: told(createStoredNotices(db, engine)),
    locks,
    ...told({ purge: (nowMs: number) => purgeStore(db, engine, nowMs) }),
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
