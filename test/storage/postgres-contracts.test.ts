import { storeContracts } from './store-contracts.ts';
import { newPostgresPlace } from './store-places.ts';

storeContracts('Postgres', newPostgresPlace, 25);
