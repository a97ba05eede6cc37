import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { ChannelCheck, ChannelSender, LookBack } from '#announcing/channel-sender.ts';
import { asNotSent } from '#conversation/ports/delivery-error.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { SlackClients } from '#platforms/slack/calling/clients.ts';
import { explained, toDeliveryError } from '#platforms/slack/calling/errors.ts';
import { createPace } from '#traffic/pace.ts';
import type { SendQueue } from '#traffic/send-queue.ts';
import { findSlackPost, postMetadata } from './find-post.ts';
import { renderSlackPost } from './post.ts';

/** What the sender works with. */
export interface SlackSenderParts extends Pick<Tools, 'wait'> {
  readonly clients: SlackClients;
  /** Whether the operator lets the bot look into channels. */
  readonly canLookBack: boolean;
  /** The lines before channels, shared with whatever else posts in them. */
  readonly sendQueue: SendQueue;
  /** Aborts when the process stops. */
  readonly signal?: AbortSignal | undefined;
  /** A clock that is never set: it goes forward only. The process's own when left out. */
  readonly clock?: () => number;
}

/** Slack takes one message a second in a channel, and "several hundred a minute" in a workspace. */
const CHANNEL_PACE_MS = 1_100;
const WORKSPACE_PACE_MS = 250;
/** Edits are of a tier of their own: "50 and more" a minute. */
const CORRECTION_PACE_MS = 1_250;
/** Slack's clock and ours may differ, and a look back must not begin too late. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;
/** Slack's words for a channel whose history the bot may not read. */
const closed = new Set([
  'missing_scope',
  'user_not_found',
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
]);

const PERSON_ID = /^[UW]/;

/** Posts issues into Slack channels. Slack knows no nonce: after a doubt only a look into the channel's history helps. */
export function createSlackChannelSender(parts: SlackSenderParts): ChannelSender {
  const { clients, canLookBack, wait, sendQueue, signal, clock: now = () => performance.now() } = parts;
  const channelPace = createPace({ everyMs: CHANNEL_PACE_MS, now, wait });
  const correctionPace = createPace({ everyMs: CORRECTION_PACE_MS, now, wait });
  const workspacePace = createPace({ everyMs: WORKSPACE_PACE_MS, now, wait });

  return {
    platform: 'slack',
    // What this process has in hand is in doubt when it dies: few at a time. A workspace takes no more anyway.
    maxConcurrent: 4,
    isPacedAsOne: false,
    repeatableForMs: async () => 0,

    async checkChannel(channelId, givenWorkspaceId, askerId): Promise<ChannelCheck> {
      const workspaceId = givenWorkspaceId ?? (await clients.findOwnWorkspaceId());
      if (workspaceId === undefined) {
        const problem = 'It is not known which workspace this channel is in: subscribe in the channel itself.';
        return { canPost: false, problem };
      }
      try {
        const client = await clients.get(workspaceId);
        // Slack tells nobody whether a bot may post, short of posting: so the asker, and nobody else, sees that it can.
        const text = 'I can post in this channel.';
        if (askerId !== undefined) await client.chat.postEphemeral({ channel: channelId, user: askerId, text });
        const warning = canLookBack ? await findLookBackProblem(client, channelId) : undefined;
        return { canPost: true, workspaceId, ...(warning === undefined ? {} : { warning }) };
      } catch (error) {
        const failure = toDeliveryError(error);
        if (failure.reason === 'try-later') throw failure;
        return { canPost: false, problem: failure.message };
      }
    },

    // Slack takes the person's id for the conversation with them: no right and no call is needed to open it.
    openDirect: async (userId) => userId,

    async send(post, confirm = async () => {}): Promise<string> {
      const client = await clients.get(post.workspaceId).catch((error: unknown) => {
        throw asNotSent(toDeliveryError(error));
      });
      const { channelId: channel, workspaceId, roleToPing } = post;
      const { text, blocks } = renderSlackPost(post.response, roleToPing);
      const message = { channel, text, blocks: [...blocks], unfurl_links: false, unfurl_media: false };
      await workspacePace(workspaceId);
      await channelPace(channel);
      const leave = async () => {
        await confirm();
        return explained(() => client.chat.postMessage({ ...message, metadata: postMetadata(post.id) }));
      };
      return (await sendQueue(channel, leave, signal)).ts ?? '';
    },

    correct: ({ channelId: channel, workspaceId, roleToPing, response, sentAs: ts = '' }): Promise<void> =>
      explained(async () => {
        const client = await clients.get(workspaceId);
        const { text, blocks } = renderSlackPost(response, roleToPing);
        await correctionPace(workspaceId);
        await client.chat.update({ channel, ts, text, blocks: [...blocks] });
      }),

    async findSent(post, sinceMs): Promise<LookBack> {
      if (!canLookBack) {
        return {
          kind: 'unknown',
          reason: 'It may have been sent, and the bot may not look: SLACK_LOOK_BACK is off.',
        };
      }
      try {
        const client = await clients.get(post.workspaceId);
        const channelId = PERSON_ID.test(post.channelId) ? await openDirect(client, post.channelId) : post.channelId;
        return await findSlackPost(client, { ...post, channelId }, sinceMs - CLOCK_TOLERANCE_MS);
      } catch (error) {
        const failure = toDeliveryError(error);
        if (!mayNotLook(error)) throw failure;
        return {
          kind: 'unknown',
          reason: `It may have been sent, and the channel's history cannot be read. ${failure.message}`,
        };
      }
    },
  };
}

/** The conversation with a person: a history goes by nothing else. */
async function openDirect(client: WebClient, userId: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: userId });
  return channel?.id ?? userId;
}

/** A sentence when a later look into the channel would not be allowed. */
async function findLookBackProblem(client: WebClient, channelId: string): Promise<string | undefined> {
  try {
    await client.conversations.history({ channel: channelId, limit: 1 });
    return undefined;
  } catch (error) {
    if (!mayNotLook(error)) return undefined;
    return `I cannot look whether a post stands here already, so one that is in doubt will be held. ${toDeliveryError(error).message}`;
  }
}

/** Whether it is this channel that cannot be looked into; anything else may pass. */
function mayNotLook(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && closed.has(error.data.error);
}
