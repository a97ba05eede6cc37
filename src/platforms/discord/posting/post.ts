import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { ChannelPost } from '#announcing/channel-sender.ts';
import { askButtonId } from '#platforms/discord/rendering/modal.ts';
import { actionsOf, type DiscordMessage, renderDiscordReply } from '#platforms/discord/rendering/renderer.ts';
import type { CustomIds } from '#platforms/discord/talking/custom-id.ts';
import { discordLimits as limits } from '#platforms/discord/text/limits.ts';

/** A message for a whole channel; a role that was configured is the only one that it may ping. */
export type DiscordPostMessage = Omit<DiscordMessage, 'allowed_mentions'> & {
  readonly allowed_mentions: { readonly parse: []; readonly roles: readonly string[] };
};

/** Text, without embeds: those vanish without a word where the bot may not embed. */
const view = { page: 0, isPrivate: false, canEmbed: false };
const ROLE_ID = /^\d{15,21}$/;

/**
 * An issue as a message for a whole channel: its digest, and a button that opens the ask modal for whoever presses it.
 * The button's id names the post: Discord shows nobody the nonce of an earlier message, but the components of one's own.
 */
export async function renderDiscordPost(
  { id, response, roleToPing, workspaceId }: ChannelPost,
  customIds: CustomIds,
  nowMs: number,
): Promise<DiscordPostMessage> {
  const customIdOf = await customIds.prepare(actionsOf(response, view), nowMs);
  const message = renderDiscordReply(response, { ...view, customIdOf });
  const ask: APIActionRowComponent<APIButtonComponentWithCustomId> = {
    type: ComponentType.ActionRow,
    components: [
      { type: ComponentType.Button, style: ButtonStyle.Primary, label: 'Ask about it', custom_id: postButtonId(id) },
    ],
  };
  const components = [...message.components.slice(0, limits.actionRows - 1), ask];
  // The role that bears the server's id is everybody.
  if (roleToPing === undefined || !ROLE_ID.test(roleToPing) || roleToPing === workspaceId) {
    return { ...message, components, allowed_mentions: { parse: [], roles: [] } };
  }
  const content = `<@&${roleToPing}>\n${message.content}`;
  return { ...message, content, components, allowed_mentions: { parse: [], roles: [roleToPing] } };
}

/** The id of the ask button below this very post. */
export function postButtonId(postId: string): string {
  return `${askButtonId}:${postId}`;
}
