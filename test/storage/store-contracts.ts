import { conversationMemoryContract } from '../contracts/conversation-memory-contract.ts';
import { handledEventsContract } from '../contracts/handled-events-contract.ts';
import { installationsContract } from '../contracts/installations-contract.ts';
import { lineKeeperContract } from '../contracts/line-keeper-contract.ts';
import { namedLocksContract } from '../contracts/named-locks-contract.ts';
import { noticesContract } from '../contracts/notices-contract.ts';
import { outboxContract } from '../contracts/outbox-contract.ts';
import { outboxModelContract } from '../contracts/outbox-model-contract.ts';
import { type NewPlace, pickPort } from '../contracts/place.ts';
import { readerNotesContract } from '../contracts/reader-notes-contract.ts';
import { subscriptionsContract } from '../contracts/subscriptions-contract.ts';
import { watchesContract } from '../contracts/watches-contract.ts';
import { storeContract } from './store-contract.ts';
import type { StoreAndClock } from './store-places.ts';

interface StorePlaces {
  readonly newPlace: NewPlace<StoreAndClock>;
  /** With no tables yet. */
  readonly newEmptyPlace: NewPlace<StoreAndClock>;
  readonly modelRuns: number;
}

/** Every contract that a store must keep, on one engine. */
export function storeContracts(engine: string, { newPlace, newEmptyPlace, modelRuns }: StorePlaces): void {
  conversationMemoryContract(
    engine,
    pickPort(newPlace, ({ store }) => store.memory()),
  );
  handledEventsContract(
    engine,
    pickPort(newPlace, ({ store }) => store.handledEvents),
  );
  installationsContract(
    engine,
    pickPort(newPlace, ({ store }) => store.installations),
  );
  lineKeeperContract(
    engine,
    pickPort(newPlace, ({ store, setNow }) => ({ keeper: store.lineKeeper, setNow })),
  );
  readerNotesContract(
    engine,
    pickPort(newPlace, ({ store }) => store.readerNotes),
  );
  subscriptionsContract(
    engine,
    pickPort(newPlace, ({ store }) => store.subscriptions),
  );
  outboxContract(
    engine,
    pickPort(newPlace, ({ store }) => store),
  );
  outboxModelContract(
    engine,
    pickPort(newPlace, ({ store }) => store),
    modelRuns,
  );
  watchesContract(
    engine,
    pickPort(newPlace, ({ store }) => store.watches),
  );
  noticesContract(
    engine,
    pickPort(newPlace, ({ store }) => store),
  );
  namedLocksContract(
    engine,
    pickPort(newPlace, ({ store }) => store.locks),
  );
  storeContract(engine, { newPlace, newEmptyPlace });
}
