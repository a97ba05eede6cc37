import { apiError, refuseProblems } from './api-error.ts';
import { composeContent, composeEmbeds, numberComponents } from './compose-draft.ts';
import type { MessageBoard, MessageChange } from './message-board.ts';
import { findComponentProblems } from './validate-components.ts';
import { isEmptyMessage, type MessageKind, validateMessage } from './validate-message.ts';
import { type DiscordMessage, type JsonObject, messageFlags } from './world-model.ts';

const editableFlags = messageFlags.suppressEmbeds | messageFlags.componentsV2;

/** Changes what a body names of a message and leaves the rest, or refuses all of it. */
export function editMessage(
  board: MessageBoard,
  message: DiscordMessage,
  body: JsonObject,
  kind: Extract<MessageKind, 'edit' | 'webhook-edit'>,
): void {
  refuseProblems(validateMessage(body, kind));
  const flags = composeFlags(message, body);
  const usesV2 = (flags & messageFlags.componentsV2) !== 0;
  if (body.components) refuseProblems(findComponentProblems(body.components as JsonObject[], usesV2));
  const has = (key: string) => key in body && body[key] !== undefined;
  const change: MessageChange = {
    flags,
    sentBody: body,
    ...(has('content') ? { content: composeContent(body.content) } : {}),
    ...(has('embeds') ? { embeds: composeEmbeds(body.embeds) } : {}),
    ...(has('components') ? { components: numberComponents(body.components) } : {}),
    ...(has('attachments') ? { attachments: (body.attachments ?? []) as JsonObject[] } : {}),
  };
  const { content, embeds, components, attachments } = { ...message, ...change };
  if (usesV2 && (content !== '' || embeds.length > 0)) {
    const text = 'cannot be used when using MessageFlags.IS_COMPONENTS_V2';
    refuseProblems([
      {
        path: ['content'],
        code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        message: `The 'content' field ${text}`,
      },
    ]);
  }
  if (isEmptyMessage({ content, embeds, components, attachments })) throw apiError(50006);
  const wasLoading = (message.flags & messageFlags.loading) !== 0;
  board.edit(message, change, !wasLoading);
}

// A message that was made with components of version 2 stays one; "thinking" ends with the first edit.
function composeFlags(message: DiscordMessage, body: JsonObject): number {
  const kept = message.flags & ~messageFlags.loading;
  if (body.flags === undefined || body.flags === null) return kept;
  return (kept & ~messageFlags.suppressEmbeds) | (Number(body.flags) & editableFlags);
}
