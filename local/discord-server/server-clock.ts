/** The server's time: the machine's, and what a test has moved it on by. */
export class ServerClock {
  #movedMs = 0;

  now = (): number => Date.now() + this.#movedMs;

  /** Lets time pass at once, so that a test need not wait for a life or a limit to end. */
  advance(ms: number): void {
    this.#movedMs += ms;
  }

  timestamp(): string {
    return new Date(this.now()).toISOString();
  }
}
