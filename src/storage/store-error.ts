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

/** Which fault it is, and what it means and what to do, as the end of a sentence. */
export type Explanation = readonly [fault: StoreFault, text: string];

/** Explains whatever was thrown, by what an engine knows of its own errors; `place` names the store. */
export function explainWith(find: (error: Error) => Explanation): (error: unknown, place: string) => StoreError {
  return (error, place) => {
    const explain = (): Explanation => {
      if (error instanceof StoreError) return [error.fault, error.message];
      return error instanceof Error ? find(error) : ['unknown', String(error)];
    };
    const [fault, text] = explain();
    return new StoreError(fault, `${place}: ${text}.`, { cause: error });
  };
}
