import type { OpeningParts, OpenPlatform } from '#platforms/chat-platform.ts';
import { createSlackClients } from '#platforms/slack/calling/clients.ts';
import { createSlackQueue } from '#platforms/slack/calling/queue.ts';
import type { SlackSettings } from '#platforms/slack/calling/settings.ts';
import { createSlackChannelSender } from '#platforms/slack/posting/channel-sender.ts';

/** What posts and what answers share the lines before channels: Slack counts together what a process sends there. */
export function openSlackPlatform(
  settings: SlackSettings,
  { tools, store, sealer, signal }: OpeningParts,
  sendQueue = createSlackQueue(tools.wait),
): OpenPlatform {
  const workspaces = sealer && { installations: store.installations, sealer };
  const shared = { ...tools, settings, workspaces, sendQueue };
  return {
    // With a way of its own to Slack: it posts whether events are heard or not.
    sender: createSlackChannelSender({
      ...shared,
      clients: createSlackClients(shared),
      canLookBack: settings.canLookBack,
      signal,
    }),
    async connect({ offers, ...hearing }) {
      // Who only posts needs none of it.
      const { connectSlack } = await import('./connect.ts');
      return connectSlack({ ...shared, ...hearing, ...offers, managerIds: settings.managerIds });
    },
  };
}
