import { type DestinationStream, pino } from 'pino';
import type { Log } from '#conversation/log.ts';

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What a log is made with. */
export interface ProcessLogOptions {
  readonly level: LogLevel;
  /** Gets one line an entry. */
  readonly write: (line: string) => void;
  /** Values that must never be shown, wherever they turn up. */
  readonly secrets: readonly string[];
}

/** A structured log, one JSON object a line. Secrets are struck out of the finished line, so that no entry can forget one. */
export function createProcessLog({ level, write, secrets }: ProcessLogOptions): Log {
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

/** Tokens of the platforms are struck out by their form, too: one that was mistyped is still somebody's. */
const tokenForms = /\bxox[a-z](?:\.xox[a-z])?-[\w-]+|\bxapp-[\w-]+|\b[MNO][\w-]{23,27}\.[\w-]{6,7}\.[\w-]{27,45}/g;
/** Shorter values are no secrets, and striking them out would make lines unreadable. */
const minSecretLength = 6;

/** Replaces each of the secrets, in any way JSON or an address may write it. */
export function createSecretStriker(secrets: readonly string[]): (text: string) => string {
  const forms = new Set(
    secrets
      .filter((secret) => secret.length >= minSecretLength)
      .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]),
  );
  // The longest first: one may be a part of another.
  const ordered = [...forms].sort((a, b) => b.length - a.length);
  return (text) =>
    ordered.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text).replace(tokenForms, '[token]');
}

const maxCauses = 4;

/** Name, message, code and stack, with the causes in short. An SDK's error holds whole requests, which are nobody's business. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const causes: string[] = [];
  for (let cause = error.cause; cause instanceof Error && causes.length < maxCauses; cause = cause.cause) {
    causes.push(`${cause.name}: ${cause.message}`);
  }
  const { code } = error as NodeJS.ErrnoException;
  return {
    type: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    ...(causes.length === 0 ? {} : { causes }),
    stack: error.stack,
  };
}
