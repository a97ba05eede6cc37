import type { SlackClock } from './slack-clock.ts';

interface Trigger {
  readonly team: string;
  readonly user: string;
  readonly channel: string | undefined;
  /** The modal in which the person acted, if any. */
  readonly viewId: string | undefined;
  readonly madeAt: number;
  isUsed: boolean;
}

/** Hands out trigger ids and exchanges each once, within their short life. */
export class TriggerIds {
  readonly #clock: SlackClock;
  readonly #lifeMs: number;
  readonly #triggers = new Map<string, Trigger>();

  constructor(clock: SlackClock, lifeMs: number) {
    this.#clock = clock;
    this.#lifeMs = lifeMs;
  }

  make(team: string, user: string, channel?: string, viewId?: string): string {
    const id = `${this.#clock.now()}.${this.#triggers.size + 1}.${this.#clock.nextId('t').toLowerCase()}`;
    this.#triggers.set(id, { team, user, channel, viewId, madeAt: this.#clock.now(), isUsed: false });
    return id;
  }

  /** What the trigger stands for, or the error that Slack answers. */
  exchange(id: unknown, team: string): Trigger | 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id' {
    const trigger = typeof id === 'string' ? this.#triggers.get(id) : undefined;
    if (trigger === undefined || trigger.team !== team) return 'invalid_trigger_id';
    if (trigger.isUsed) return 'exchanged_trigger_id';
    if (this.#clock.now() - trigger.madeAt > this.#lifeMs) return 'expired_trigger_id';
    trigger.isUsed = true;
    return trigger;
  }
}
