// All that needs a Postgres is in this one test process, so that one server is started and not five.
import './migrations.ts';
import './engines/postgres-errors.ts';
import './engines/postgres-locks.ts';
import './schema-dump.ts';
import { storeContracts } from './store-contracts.ts';
import { newEmptyPostgresPlace, newPostgresPlace } from './store-places.ts';

storeContracts('Postgres', { newPlace: newPostgresPlace, newEmptyPlace: newEmptyPostgresPlace, modelRuns: 15 });
