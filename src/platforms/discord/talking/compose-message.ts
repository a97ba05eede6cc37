import type { Response } from '#conversation/response.ts';
import {
  actionsOf,
  type DiscordMessage,
  type DiscordView,
  renderDiscordReply,
} from '#platforms/discord/rendering/renderer.ts';
import type { DiscordDesk } from './desk.ts';

/** One page of a response as a message whose buttons work after a restart. */
export async function composeDiscordMessage(
  response: Response,
  view: DiscordView,
  { customIds, now }: Pick<DiscordDesk, 'customIds' | 'now'>,
): Promise<DiscordMessage> {
  const customIdOf = await customIds.prepare(actionsOf(response, view), now());
  return renderDiscordReply(response, { ...view, customIdOf });
}
