import type { ServerClock } from './server-clock.ts';

type Remembered = { readonly messageId: string; readonly channelId: string; readonly atMs: number };

/** The nonces of the last minutes, by which a repeated message is known. */
export class NonceMemory {
  readonly #lifeMs: number;
  readonly #clock: ServerClock;
  readonly #nonces = new Map<string, Remembered>();

  constructor(lifeMs: number, clock: ServerClock) {
    this.#lifeMs = lifeMs;
    this.#clock = clock;
  }

  /** The message that carried a nonce, while it is remembered. The message itself may be deleted by now. */
  find(nonce: string | number): Remembered | undefined {
    const remembered = this.#nonces.get(String(nonce));
    return remembered !== undefined && this.#clock.now() - remembered.atMs <= this.#lifeMs ? remembered : undefined;
  }

  remember(nonce: string | number, messageId: string, channelId: string): void {
    this.#nonces.set(String(nonce), { messageId, channelId, atMs: this.#clock.now() });
  }
}
