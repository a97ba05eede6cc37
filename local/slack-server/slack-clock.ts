/** Time and names for everything that the server makes up: timestamps that only rise, ids that never repeat. */
export class SlackClock {
  readonly #now: () => number;
  #lastMicros = 0;
  #count = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  now(): number {
    return this.#now();
  }

  /** A message's `ts`: seconds and six digits, later than every one before. */
  nextTs(): string {
    this.#lastMicros = Math.max(this.#lastMicros + 1, Math.round(this.#now() * 1000));
    const digits = String(this.#lastMicros).padStart(16, '0');
    return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  }

  /** An id in Slack's form: the prefix and upper-case letters and digits. */
  nextId(prefix: string): string {
    this.#count += 1;
    return `${prefix}${(36 ** 8 + this.#count).toString(36).toUpperCase()}`;
  }
}
