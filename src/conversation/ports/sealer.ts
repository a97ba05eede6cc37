/** Encrypts what must not be readable where it is kept; the key never leaves the implementation. */
export interface Sealer {
  /** `context` says what the bytes are and whose; they open under the same context only. */
  readonly seal: (plain: Uint8Array, context: string) => Uint8Array;
  /** @throws Error with a remedy when no key fits, or the bytes were changed. */
  readonly open: (sealed: Uint8Array, context: string) => Uint8Array;
}
