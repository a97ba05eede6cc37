import { RESTJSONErrorCodes as codes, DiscordAPIError, GatewayCloseCodes, HTTPError, RateLimitError } from 'discord.js';
import { DeliveryError, type DeliveryFailure } from '#conversation/delivery-error.ts';
import { inDoubt, toNetworkFailure } from '#conversation/network-failure.ts';

type Meaning = { readonly reason: DeliveryFailure; readonly remedy: string };

const tooLate: Meaning = { reason: 'destination-gone', remedy: 'The way to answer has expired.' };
const invite = 'invite it with the link of "npm run -s manifest -- discord"';

/** What Discord's error codes mean for a sender, and what a person can do about them. */
const meanings: Readonly<Record<number, Meaning>> = {
  [codes.UnknownChannel]: { reason: 'destination-gone', remedy: 'The channel is gone: choose another.' },
  [codes.UnknownGuild]: { reason: 'destination-gone', remedy: `The bot is not in the server: ${invite}.` },
  [codes.UnknownMessage]: { reason: 'destination-gone', remedy: 'The message is gone.' },
  [codes.UnknownWebhook]: tooLate,
  [codes.InvalidWebhookToken]: tooLate,
  [codes.UnknownInteraction]: {
    reason: 'destination-gone',
    remedy: 'Discord waits three seconds for an answer; this one came later.',
  },
  [codes.InteractionHasAlreadyBeenAcknowledged]: { reason: 'rejected', remedy: 'It has been answered already.' },
  [codes.MissingAccess]: {
    reason: 'destination-gone',
    remedy: `The bot cannot see the channel: give it "View Channel" there, or ${invite}.`,
  },
  [codes.MissingPermissions]: {
    reason: 'destination-gone',
    remedy:
      'The bot lacks a permission in the channel: give it "Send Messages", "Send Messages in Threads" and "Embed Links" there.',
  },
  [codes.CannotSendMessagesToThisUser]: {
    reason: 'rejected',
    remedy: 'The person takes no direct messages from the bot.',
  },
  [codes.CannotReplyWithoutPermissionToReadMessageHistory]: {
    reason: 'destination-gone',
    remedy: 'The bot cannot reply in the channel: give it "Read Message History" there.',
  },
  [codes.ThreadLocked]: { reason: 'destination-gone', remedy: 'The thread is locked: unlock it, or ask elsewhere.' },
  [codes.InvalidActionOnArchivedThread]: {
    reason: 'destination-gone',
    remedy: 'The thread is archived: open it again, or ask elsewhere.',
  },
  [codes.MessageWasBlockedByAutomaticModeration]: {
    reason: 'rejected',
    remedy: 'The server\'s AutoMod blocks the message: let the bot\'s role pass, under "Server Settings", "AutoMod".',
  },
  [codes.ChannelWriteRateLimit]: {
    reason: 'try-later',
    remedy: 'Discord asks to send less; it is tried again later.',
  },
};

export const wrongToken =
  'DISCORD_TOKEN: Discord does not accept it. Copy it again from "Bot", "Reset Token" (discord.com/developers/applications, your app).';

/** One sentence with the remedy for an error code of Discord's. */
export function explainDiscordCode(code: number | string): string {
  return meanings[Number(code)]?.remedy ?? `Discord refuses it (${code}).`;
}

/** Discord's own code, from whatever was thrown or is its cause. */
export function findDiscordCode(error: unknown): number | undefined {
  for (let found = error; found instanceof Error; found = found.cause) {
    if (found instanceof DiscordAPIError) return Number(found.code);
  }
  return undefined;
}

/** Turns whatever a request to Discord threw into the one error that the rest of the bot knows. No secret is in its message. */
export function toDeliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof RateLimitError) {
    const retryAfterMs = Math.max(error.retryAfter, error.timeToReset);
    return new DeliveryError('try-later', 'Discord asks to send less; it is tried again later.', {
      cause: error,
      retryAfterMs,
    });
  }
  if (error instanceof DiscordAPIError) {
    const meaning = meanings[Number(error.code)];
    if (meaning === undefined && error.status === 401)
      return new DeliveryError('rejected', wrongToken, { cause: error });
    const reason = meaning?.reason ?? (error.status === 404 ? 'destination-gone' : 'rejected');
    return new DeliveryError(reason, explainDiscordCode(error.code), { cause: error });
  }
  if (error instanceof HTTPError) return inDoubt(`Discord had a fault of its own (${error.status}).`, error);
  // What the SDK says once Discord has refused the token.
  if (error instanceof Error && error.message.startsWith('Expected token to be set'))
    return new DeliveryError('rejected', wrongToken, { cause: error });
  return toNetworkFailure('Discord', error, error);
}

/** The same for a message of which Discord takes one only, however often it is sent: what may have arrived can be sent again. */
export function asRepeatable(error: DeliveryError): DeliveryError {
  return error.mayHaveArrived ? new DeliveryError(error.reason, error.message, { cause: error }) : error;
}

/** Why the gateway will not take the bot until somebody mends it; undefined for a code after which it connects again. */
export function explainCloseCode(code: number): string | undefined {
  return closings[code];
}

const closings: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: wrongToken,
  [GatewayCloseCodes.InvalidShard]:
    'DISCORD_SHARDS: Discord knows no such shard. Set it to "auto", or to the shards of this process and how many there are.',
  [GatewayCloseCodes.ShardingRequired]:
    'DISCORD_SHARDS: the bot is in too many servers for so few shards. Set it to "auto".',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Discord no longer speaks this version of its protocol: update the bot.',
  [GatewayCloseCodes.InvalidIntents]: 'Discord does not know what the bot wants to hear: update the bot.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not let the bot hear what it asks for, though it asks for nothing privileged: see "Bot", "Privileged Gateway Intents" (discord.com/developers/applications, your app).',
};
