import { RESTJSONErrorCodes as codes } from 'discord.js';
import type { Log } from '#conversation/ports/log.ts';
import { asRepeatable, findDiscordCode, toDeliveryError } from '#platforms/discord/calling/errors.ts';
import type { DiscordMessage } from '#platforms/discord/rendering/renderer.ts';
import type { DiscordSender, FirstResponse, InteractionToken } from '#platforms/discord/talking/sender.ts';
import { EventBusyError } from '#traffic/answer-once.ts';

/** Discord waits three seconds for the first response (interactions/receiving-and-responding.mdx); half of that is for the way there. */
const DEFER_AFTER_MS = 1500;

type Deferral = Extract<FirstResponse, { kind: 'defer' | 'defer-update' }>;

/** The answer to one interaction, which may be late: it is then announced in time, and delivered when it is there. */
export interface InteractionReply {
  /** A new message. */
  readonly send: (message: DiscordMessage) => Promise<void>;
  /** In the place of the message below which something was pressed. */
  readonly update: (message: DiscordMessage) => Promise<void>;
  /** A further message, after the first response. */
  readonly followUp: (message: DiscordMessage) => Promise<void>;
  /** Announces the answer now. */
  readonly defer: () => Promise<void>;
  /** To be called when nothing more comes. */
  readonly end: () => void;
}

/**
 * Holds an interaction's one first response. Whatever was cut off can be tried again: Discord takes one first response only,
 * and a second try then changes that one.
 */
export function createInteractionReply(
  sender: DiscordSender,
  to: InteractionToken,
  deferral: Deferral,
  log: Log,
): InteractionReply {
  let first: Promise<'fresh' | 'taken'> | undefined;
  let isMessageInDoubt = false;
  let isFirstInDoubt = false;
  const timer = setTimeout(() => {
    defer().catch((error: unknown) => log.warn('An answer could not be announced in time.', { error }));
  }, DEFER_AFTER_MS);

  /**
   * `taken`: there was a first response of ours already. A failed try may be repeated. One that is taken although none of ours
   * can have arrived is another process's: it heard the same event, and the answer is left to it.
   */
  function respondFirst(response: FirstResponse): Promise<'fresh' | 'taken'> {
    if (first !== undefined) return first.then(() => 'taken');
    clearTimeout(timer);
    const attempt = sender.respondFirst(to, response).then(
      () => 'fresh' as const,
      (error: unknown) => {
        if (findDiscordCode(error) === codes.InteractionHasAlreadyBeenAcknowledged) {
          if (isFirstInDoubt) return 'taken' as const;
          throw new EventBusyError('Another process has answered this interaction.');
        }
        first = undefined;
        const failure = toDeliveryError(error);
        if (failure.mayHaveArrived) isFirstInDoubt = true;
        if (failure.mayHaveArrived && response.kind === 'message') isMessageInDoubt = true;
        throw asRepeatable(failure);
      },
    );
    first = attempt;
    return attempt;
  }

  async function defer(): Promise<void> {
    await respondFirst(deferral);
  }

  return {
    defer,
    async send(message) {
      if ((await respondFirst({ kind: 'message', message })) === 'fresh') return;
      if (deferral.kind === 'defer' || isMessageInDoubt) await sender.editOriginal(to, message);
      else await sender.followUp(to, message);
    },
    async update(message) {
      if ((await respondFirst({ kind: 'update', message })) === 'fresh') return;
      await sender.editOriginal(to, message);
    },
    followUp: (message) => sender.followUp(to, message),
    end: () => clearTimeout(timer),
  };
}
