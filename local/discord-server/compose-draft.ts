import { findLiveMentions, type SentAs } from './find-live-mentions.ts';
import type { NewMessage } from './message-board.ts';
import { type DiscordMessage, type JsonObject, messageFlags, messageTypes } from './world-model.ts';

const keptFlags =
  messageFlags.suppressEmbeds | messageFlags.suppressNotifications | messageFlags.componentsV2 | messageFlags.ephemeral;

/** What a bot sends, ready for the board: trimmed, numbered, with only those mentions that its rules let through. */
export function composeDraft(
  body: JsonObject,
  place: Pick<NewMessage, 'id' | 'channelId' | 'authorId'>,
  sentAs: SentAs,
  replied?: DiscordMessage,
): NewMessage {
  const live = findLiveMentions(body, sentAs);
  const pick = (pattern: RegExp) => live.flatMap((mark) => pattern.exec(mark)?.[1] ?? []);
  const repliedTo = replied !== undefined && live.includes('@replied') ? [replied.authorId] : [];
  return {
    ...place,
    ...composeParts(body),
    type: replied === undefined ? messageTypes.ordinary : messageTypes.reply,
    tts: body.tts === true,
    flags: Number(body.flags ?? 0) & keptFlags,
    mentionIds: [...new Set([...pick(/^<@!?(\d+)>$/), ...repliedTo])],
    mentionRoleIds: pick(/^<@&(\d+)>$/),
    mentionsEveryone: live.some((mark) => mark === '@everyone' || mark === '@here'),
    sentBody: body,
    ...(typeof body.nonce === 'string' || typeof body.nonce === 'number' ? { nonce: body.nonce } : {}),
    ...(replied === undefined ? {} : { reference: { messageId: replied.id, channelId: replied.channelId } }),
  };
}

/** What a message shows, as Discord keeps it. */
export function composeParts(body: JsonObject): Pick<NewMessage, 'content' | 'embeds' | 'components' | 'attachments'> {
  return {
    content: composeContent(body.content),
    embeds: composeEmbeds(body.embeds),
    components: numberComponents(body.components),
    attachments: (body.attachments ?? []) as JsonObject[],
  };
}

/** Text without the white space around it, which Discord cuts off. */
export function composeContent(content: unknown): string {
  return typeof content === 'string' ? content.trim() : '';
}

export function composeEmbeds(embeds: unknown): JsonObject[] {
  return ((embeds ?? []) as JsonObject[]).map((embed) => ({ type: 'rich', ...embed }));
}

/** The components with the numbers that Discord gives those that have none. */
export function numberComponents(components: unknown): JsonObject[] {
  let next = 1;
  const number = (component: JsonObject): JsonObject => ({
    id: next++,
    ...component,
    ...(Array.isArray(component.components) ? { components: (component.components as JsonObject[]).map(number) } : {}),
  });
  return ((components ?? []) as JsonObject[]).map(number);
}
