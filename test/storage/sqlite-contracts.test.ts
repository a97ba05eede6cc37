import { storeContracts } from './store-contracts.ts';
import { newSqlitePlace } from './store-places.ts';

storeContracts('SQLite', newSqlitePlace, 60);
