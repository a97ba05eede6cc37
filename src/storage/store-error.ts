/** What keeps the store from working. */
export type StoreFault =
  /** Its folder or file cannot be made or written. */
  | 'unwritable'
  | 'disk-full'
  /** Somebody else holds it, for longer than we wait. */
  | 'locked'
  /** It is damaged, or something else than a database of ours. */
  | 'corrupt'
  /** A later version of the program has changed its tables. */
  | 'newer'
  | 'unreachable'
  /** The server wants another user, password or database, or grants too little. */
  | 'refused'
  | 'unknown';

/** Thrown when the store cannot go on. `message` says what, where and what to do, without any password. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly fault: StoreFault;

  constructor(fault: StoreFault, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.fault = fault;
  }
}
