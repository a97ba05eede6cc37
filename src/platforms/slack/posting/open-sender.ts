import type { ChannelSender } from '#announcing/channel-sender.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { createSlackClients, type SlackClientParts } from '#platforms/slack/calling/clients.ts';
import type { SendQueue } from '#traffic/send-queue.ts';
import { createSlackChannelSender } from './channel-sender.ts';

/** What posting on Slack needs. */
export interface SlackPostingParts extends SlackClientParts, Pick<Tools, 'wait'> {
  /** That of the connection, where the same process answers, too. */
  readonly sendQueue?: SendQueue | undefined;
  /** Aborts when the process stops. */
  readonly signal?: AbortSignal | undefined;
}

/** A sender with a way of its own to Slack: it posts whether events are heard or not. */
export function openSlackSender({ wait, sendQueue, signal, ...parts }: SlackPostingParts): ChannelSender {
  const { canLookBack } = parts.settings;
  return createSlackChannelSender({ clients: createSlackClients(parts), canLookBack, wait, sendQueue, signal });
}
