import { RESTJSONErrorCodes as codes, GatewayCloseCodes } from 'discord.js';
import type { DeliveryFailure } from '#conversation/ports/delivery-error.ts';

/** What one of Discord's codes means for whoever sends, and what a person can do about it. */
export interface CodeMeaning {
  readonly reason: DeliveryFailure;
  readonly remedy: string;
}

export const wrongToken =
  'DISCORD_TOKEN: Discord does not accept it. Copy it again from "Bot", "Reset Token" (discord.com/developers/applications, your app).';
export const sendLess = 'Discord asks to send less; it is tried again later.';
export const noUsableTag = 'Posts in this forum need a tag, and there is none that I may use: make one.';

const invite = 'invite it with the link of "npm run -s manifest -- discord"';
const later = (remedy: string): CodeMeaning => ({ reason: 'try-later', remedy });
const refused = (remedy: string): CodeMeaning => ({ reason: 'rejected', remedy });
const gone = (remedy: string): CodeMeaning => ({ reason: 'destination-gone', remedy });
const tooLate = gone('The way to answer has expired.');
const overloaded = later('Discord is overloaded; it is tried again later.');
const wrongKind = gone('Nothing can be written in a channel of this kind: choose another.');
const noDirectMessages = gone('The person takes no direct messages from the bot.');

/**
 * Discord's error codes that a bot like ours can meet (topics/opcodes-and-status-codes.mdx, JSON Error Codes). One that is
 * not here refuses the very request, and is never taken for a channel that is gone.
 */
export const errorCodes: Readonly<Record<number, CodeMeaning>> = {
  [codes.UnknownChannel]: gone('The channel is gone: choose another.'),
  [codes.UnknownGuild]: gone(`The bot is not in the server: ${invite}.`),
  [codes.UnknownMessage]: gone('The message is gone.'),
  [codes.UnknownWebhook]: tooLate,
  [codes.InvalidWebhookToken]: tooLate,
  [codes.UnknownInteraction]: gone('Discord waits three seconds for an answer; this one came later.'),
  [codes.UnknownTag]: later('The tag of the forum is gone; it is tried again with another.'),
  [codes.InteractionHasAlreadyBeenAcknowledged]: refused('It has been answered already.'),
  [codes.ActionCannotBePerformedDueToSlowmodeRateLimit]: later('The channel is in slow mode; it is tried again later.'),
  [codes.ChannelWriteRateLimit]: later(sendLess),
  [codes.AnnouncementEditLimitExceeded]: later(sendLess),
  [codes.ServerWriteRateLimit]: later(sendLess),
  [codes.OpeningDirectMessagesTooFast]: later(sendLess),
  [codes.ServiceResourceIsBeingRateLimited]: later(sendLess),
  [codes.MaximumDailyApplicationCommandCreatesReached]: refused(
    'Discord takes no more new commands today; it is tried again later.',
  ),
  [codes.SendMessagesHasBeenTemporarilyDisabled]: overloaded,
  [codes.FeatureTemporarilyDisabledServerSide]: overloaded,
  [codes.CloudflareIsBlockingYourRequest]: overloaded,
  [codes.IndexNotYetAvailable]: overloaded,
  [codes.ApplicationNotYetAvailable]: overloaded,
  [codes.APIResourceOverloaded]: overloaded,
  [codes.CannotSendAMessageInAForumChannel]: wrongKind,
  [codes.CannotSendMessagesInNonTextChannel]: wrongKind,
  [codes.CannotExecuteActionOnThisChannelType]: wrongKind,
  [codes.ThereAreNoTagsAvailableThatCanBeSetByNonModerators]: gone(noUsableTag),
  [codes.TagRequiredToCreateAForumPostInThisChannel]: gone(noUsableTag),
  [codes.MaximumActiveThreads]: refused('The server has too many open threads: close some.'),
  [codes.MissingAccess]: gone(`The bot cannot see the channel: give it "View Channel" there, or ${invite}.`),
  [codes.MissingPermissions]: gone(
    'The bot lacks a permission in the channel: give it "Send Messages", "Send Messages in Threads" and "Embed Links" there.',
  ),
  [codes.ChannelVerificationLevelTooHighForYouToGainAccess]: gone(
    'The server asks for more verification than the bot has: give its role the right to write there.',
  ),
  [codes.TwoFactorAuthenticationIsRequired]: refused(
    'The server asks for two-factor authentication: whoever owns the app switches it on for their account.',
  ),
  [codes.UnknownUser]: gone('The person is gone.'),
  [codes.CannotSendMessagesToThisUser]: noDirectMessages,
  [codes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: noDirectMessages,
  [codes.CannotReplyWithoutPermissionToReadMessageHistory]: gone(
    'The bot cannot reply in the channel: give it "Read Message History" there.',
  ),
  [codes.ThreadLocked]: gone('The thread is locked: unlock it, or ask elsewhere.'),
  [codes.InvalidActionOnArchivedThread]: gone('The thread is archived: open it again, or ask elsewhere.'),
  [codes.MessageWasBlockedByAutomaticModeration]: refused(
    'The server\'s AutoMod blocks the message: let the bot\'s role pass, under "Server Settings", "AutoMod".',
  ),
  [codes.TitleWasBlockedByAutomaticModeration]: refused(
    'The server\'s AutoMod blocks the title: let the bot\'s role pass, under "Server Settings", "AutoMod".',
  ),
  [codes.MessageBlockedByHarmfulLinksFilter]: refused('Discord takes a link of the message for a harmful one.'),
};

/** What the end of a connection by one of Discord's codes means: `undefined` where the bot connects again. */
type Closing = string | undefined;

/**
 * Discord's gateway close codes (topics/opcodes-and-status-codes.mdx, Gateway Close Event Codes), those for which it says not
 * to connect again with what to do. Any other code, also one that nobody knows yet, passes.
 */
export const closeCodes: Readonly<Record<number, Closing>> = {
  [GatewayCloseCodes.UnknownError]: undefined,
  [GatewayCloseCodes.UnknownOpcode]: undefined,
  [GatewayCloseCodes.DecodeError]: undefined,
  [GatewayCloseCodes.NotAuthenticated]: undefined,
  [GatewayCloseCodes.AuthenticationFailed]: wrongToken,
  [GatewayCloseCodes.AlreadyAuthenticated]: undefined,
  [GatewayCloseCodes.InvalidSeq]: undefined,
  [GatewayCloseCodes.RateLimited]: undefined,
  [GatewayCloseCodes.SessionTimedOut]: undefined,
  [GatewayCloseCodes.InvalidShard]:
    'DISCORD_SHARDS: Discord knows no such shard. Set it to "auto", or to the shards of this process and how many there are.',
  [GatewayCloseCodes.ShardingRequired]:
    'DISCORD_SHARDS: the bot is in too many servers for so few shards. Set it to "auto".',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Discord no longer speaks this version of its protocol: update the bot.',
  [GatewayCloseCodes.InvalidIntents]: 'Discord does not know what the bot wants to hear: update the bot.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not let the bot hear what it asks for, though it asks for nothing privileged: see "Bot", "Privileged Gateway Intents" (discord.com/developers/applications, your app).',
};
