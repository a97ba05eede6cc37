import { setTimeout } from 'node:timers/promises';
import { type DatabaseConnection, type Driver, SqliteDialect, type SqliteDialectConfig } from 'kysely';

const BUSY = 5;
const PAUSE_MS = 10;

/** Kysely's dialect, whose statements wait for other processes that write, without stopping this one meanwhile. */
export class PatientSqliteDialect extends SqliteDialect {
  readonly #lockWaitMs: number;

  constructor(config: SqliteDialectConfig, lockWaitMs: number) {
    super(config);
    this.#lockWaitMs = lockWaitMs;
  }

  override createDriver(): Driver {
    const driver = super.createDriver();
    const acquire = driver.acquireConnection.bind(driver);
    let patient: DatabaseConnection | undefined;
    driver.acquireConnection = async (options) => {
      patient ??= makePatient(await acquire(options), this.#lockWaitMs);
      return patient;
    };
    return driver;
  }
}

/** SQLite refuses a statement as busy before it has done anything, so it can simply be tried again. */
function makePatient(connection: DatabaseConnection, lockWaitMs: number): DatabaseConnection {
  return {
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    executeQuery: (query) => tryWhileBusy(() => connection.executeQuery(query), lockWaitMs),
  };
}

/** Tries again, without stopping Node meanwhile, while another process writes; for so long. */
export async function tryWhileBusy<Result>(work: () => Result | Promise<Result>, lockWaitMs: number): Promise<Result> {
  const giveUpAt = performance.now() + lockWaitMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && Number(error.errcode) % 256 === BUSY;
}
