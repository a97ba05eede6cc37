import type { SlackClock } from './slack-clock.ts';

/** One address to which the app may answer without a token. */
export interface ResponseUrl {
  readonly id: string;
  readonly team: string;
  readonly user: string;
  readonly channel: string;
  /** The message that `replace_original` and `delete_original` mean: the one pressed on, or else the last one posted through this address. */
  originalTs: string | undefined;
  readonly isOriginalFixed: boolean;
  readonly threadTs: string | undefined;
  readonly madeAt: number;
  uses: number;
}

const mostUses = 5;
const lifeMs = 30 * 60 * 1000;

/** Hands out response_urls and counts their use. docs.slack.dev/interactivity/handling-user-interaction */
export class ResponseUrls {
  readonly #clock: SlackClock;
  readonly #urls = new Map<string, ResponseUrl>();

  constructor(clock: SlackClock) {
    this.#clock = clock;
  }

  /** The path under which it answers. */
  make(where: {
    team: string;
    user: string;
    channel: string;
    originalTs?: string;
    threadTs?: string | undefined;
  }): string {
    const id = `${where.team}/${this.#clock.nextId('').toLowerCase()}`;
    this.#urls.set(id, {
      id,
      team: where.team,
      user: where.user,
      channel: where.channel,
      originalTs: where.originalTs,
      isOriginalFixed: where.originalTs !== undefined,
      threadTs: where.threadTs,
      madeAt: this.#clock.now(),
      uses: 0,
    });
    return `/response/${id}`;
  }

  find(path: string): ResponseUrl | undefined {
    return this.#urls.get(path.replace(/^\/response\//, ''));
  }

  /** Counts one use; an error when the address is unknown, too old or used up. */
  use(path: string): ResponseUrl | 'invalid_url' | 'expired_url' | 'used_url' {
    const url = this.find(path);
    if (url === undefined) return 'invalid_url';
    if (this.#clock.now() - url.madeAt > lifeMs) return 'expired_url';
    if (url.uses >= mostUses) return 'used_url';
    url.uses += 1;
    return url;
  }
}
