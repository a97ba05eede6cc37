import {
  type APIModalInteractionResponseCallbackData,
  type BaseInteraction,
  InteractionResponseType,
  MessageFlags,
  type REST,
  Routes,
} from 'discord.js';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import type { Metrics } from '#conversation/ports/metrics.ts';
import { asRepeatable, explained, toDeliveryError } from '#platforms/discord/calling/errors.ts';
import type { DiscordMessage } from '#platforms/discord/rendering/renderer.ts';
import { NONCE_LIFE_MS } from '#platforms/discord/text/limits.ts';
import { keepNewest } from '#traffic/keep-newest.ts';
import { inDoubt } from '#traffic/network-failure.ts';

/** The way to answer an interaction. */
export type InteractionToken = Pick<BaseInteraction, 'id' | 'token' | 'applicationId'>;

/** The first response to an interaction; there is exactly one. */
export type FirstResponse =
  | { readonly kind: 'message' | 'update'; readonly message: DiscordMessage }
  /** Shows the asker that an answer is on its way. */
  | { readonly kind: 'defer'; readonly isPrivate: boolean }
  /** Shows nothing: what was pressed stays as it is for now. */
  | { readonly kind: 'defer-update' }
  | { readonly kind: 'choices'; readonly choices: readonly { readonly name: string; readonly value: string }[] }
  | { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData };

export interface PostOptions {
  /** The message it replies to; one that is deleted meanwhile makes no difference. */
  readonly replyTo?: string | undefined;
  /** At most 25 characters; by it Discord knows, for some minutes, a message that is sent again, and does not post it twice. */
  readonly nonce: string;
}

/** More than can be on their way when Discord breaks off; the oldest go first. */
const MAX_DOUBTS = 10_000;

/** Everything that answers send to Discord. All of it throws DeliveryError only. */
export interface DiscordSender {
  readonly post: (channelId: string, message: DiscordMessage, options: PostOptions) => Promise<void>;
  /** Opens the direct channel with a person; resolves to its id. */
  readonly openDirect: (userId: string) => Promise<string>;
  readonly respondFirst: (to: InteractionToken, response: FirstResponse) => Promise<void>;
  /** Changes the first response, or the message below which something was pressed. */
  readonly editOriginal: (to: InteractionToken, message: DiscordMessage) => Promise<void>;
  readonly followUp: (to: InteractionToken, message: DiscordMessage) => Promise<void>;
}

/** The one path by which answers leave. */
export function createDiscordSender(rest: REST, metrics: Metrics, now: () => number): DiscordSender {
  /** By its nonce, since when a message may stand although that is not known. */
  const doubtfulSinceMs = new Map<string, number>();
  return {
    async post(channelId, message, { nonce, replyTo }) {
      const startedMs = now();
      const sinceMs = doubtfulSinceMs.get(nonce);
      if (sinceMs !== undefined && startedMs - sinceMs > NONCE_LIFE_MS) {
        doubtfulSinceMs.delete(nonce);
        throw inDoubt('It may have been sent, and Discord no longer knows it by its nonce.', undefined);
      }
      const reference = replyTo === undefined ? undefined : { message_id: replyTo, fail_if_not_exists: false };
      const body = { ...harmless(message), nonce, enforce_nonce: true, message_reference: reference };
      try {
        await send('POST', Routes.channelMessages(channelId), { body });
        doubtfulSinceMs.delete(nonce);
      } catch (error) {
        const failure = toDeliveryError(error);
        if (failure.mayHaveArrived) keepNewest(doubtfulSinceMs, nonce, sinceMs ?? startedMs, MAX_DOUBTS);
        throw asRepeatable(failure);
      }
    },
    openDirect: (userId) =>
      explained(async () => {
        const channel = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as { id: string };
        return channel.id;
      }),
    respondFirst: ({ id, token }, response) =>
      send('POST', Routes.interactionCallback(id, token), { body: toCallback(response), auth: false }),
    editOriginal: ({ applicationId, token }, message) =>
      send('PATCH', Routes.webhookMessage(applicationId, token), { body: asEdit(message), auth: false }),
    followUp: ({ applicationId, token }, message) =>
      send('POST', Routes.webhook(applicationId, token), { body: harmless(message), auth: false }),
  };

  async function send(
    method: 'POST' | 'PATCH',
    route: `/${string}`,
    data: { readonly body: unknown; readonly auth?: boolean },
  ): Promise<void> {
    try {
      await (method === 'POST' ? rest.post(route, data) : rest.patch(route, data));
      metrics.countDelivery({ platform: 'discord', result: 'sent' });
    } catch (error) {
      const failure = toDeliveryError(error);
      metrics.countDelivery({ platform: 'discord', result: failure.reason });
      throw failure;
    }
  }
}

function toCallback(response: FirstResponse): unknown {
  switch (response.kind) {
    case 'message':
      return { type: InteractionResponseType.ChannelMessageWithSource, data: harmless(response.message) };
    case 'update':
      return { type: InteractionResponseType.UpdateMessage, data: asEdit(response.message) };
    case 'defer':
      return {
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        data: { flags: response.isPrivate ? MessageFlags.Ephemeral : 0 },
      };
    case 'defer-update':
      return { type: InteractionResponseType.DeferredMessageUpdate };
    case 'choices':
      return {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices: response.choices },
      };
    case 'modal':
      return { type: InteractionResponseType.Modal, data: response.modal };
  }
}

/** Whether only one person sees a message cannot be changed afterwards. */
function asEdit(message: DiscordMessage) {
  return { ...harmless(message), flags: message.flags & ~MessageFlags.Ephemeral };
}

/**
 * The last look at what leaves: it may ping nobody, and text without an embed shows no preview of its links.
 *
 * @throws DeliveryError for a message that somebody composed past the renderer.
 */
function harmless(message: DiscordMessage): DiscordMessage {
  const { parse, replied_user: pingsAsker, ...lists } = message.allowed_mentions;
  const isSilent = parse.length === 0 && pingsAsker === false && Object.keys(lists).length === 0;
  const hidesPreviews = message.embeds.length > 0 || (message.flags & MessageFlags.SuppressEmbeds) !== 0;
  if (isSilent && hidesPreviews) return message;
  throw new DeliveryError(
    'rejected',
    'A message that may ping people or unfold links is not sent; this is a fault of the bot.',
  );
}
