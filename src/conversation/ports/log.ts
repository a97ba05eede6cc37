/** Details beside a constant message, so that a log can be searched and counted. No secret and no person's words. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Where everything that happens is told; the message is constant, what varies stands in the fields. */
export interface Log {
  readonly debug: (message: string, fields?: LogFields) => void;
  readonly info: (message: string, fields?: LogFields) => void;
  readonly warn: (message: string, fields?: LogFields) => void;
  readonly error: (message: string, fields?: LogFields) => void;
}

/** From the least to the most urgent. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

/** For looking: what is found out is told in other ways, and what happens on the way is nobody's business. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
