import { storeContracts } from './store-contracts.ts';
import { newSqlitePlace } from './store-places.ts';

storeContracts('SQLite', { newPlace: newSqlitePlace, newEmptyPlace: newSqlitePlace, modelRuns: 40 });
