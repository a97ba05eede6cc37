import { type DestinationStream, pino } from 'pino';
import type { Log, LogLevel } from '#conversation/ports/log.ts';
import { createSecretStriker } from './secret-striker.ts';

/** What a log is made with. */
export interface ProcessLogOptions {
  readonly level: LogLevel;
  /** Gets one line an entry. */
  readonly write: (line: string) => void;
  /** Values that must never be shown, wherever they turn up. */
  readonly secrets: readonly string[];
  /** The id of the request that is being worked on; every line about it bears it. */
  readonly findRequestId?: () => string | undefined;
}

/** A structured log, one JSON object a line. Secrets are struck out of the finished line, so that no entry can forget one. */
export function createProcessLog({ level, write, secrets, findRequestId }: ProcessLogOptions): Log {
  const strike = createSecretStriker(secrets);
  const destination: DestinationStream = { write: (line) => write(strike(line)) };
  const logger = pino(
    {
      level,
      base: null,
      errorKey: 'error',
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: 'message',
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: describeError },
      mixin() {
        const requestId = findRequestId?.();
        return requestId === undefined ? {} : { requestId };
      },
    },
    destination,
  );
  return {
    debug: (message, fields = {}) => logger.debug(fields, message),
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    error: (message, fields = {}) => logger.error(fields, message),
  };
}

const MAX_CAUSES = 4;
/** What these say is all there is to know: nothing in the program is to be mended. */
const expected = new Set(['DeliveryError', 'AccessError', 'StoreError']);

/** Name, message, code and stack (of what nobody expected), with the causes in short. An SDK's error holds whole requests, which are nobody's business. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const causes: string[] = [];
  for (let cause = error.cause; cause instanceof Error && causes.length < MAX_CAUSES; cause = cause.cause) {
    causes.push(`${cause.name}: ${cause.message}`);
  }
  const { code } = error as NodeJS.ErrnoException;
  return {
    type: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    ...(causes.length === 0 ? {} : { causes }),
    ...(expected.has(error.name) ? {} : { stack: error.stack }),
  };
}
