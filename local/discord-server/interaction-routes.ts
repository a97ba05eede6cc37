import { isEphemeral } from './describe-message.ts';
import type { DiscordBackend } from './discord-backend.ts';
import { editMessage } from './edit-message.ts';
import type { InteractionRecord } from './interaction-record.ts';
import { nothing, ok, pathPart, type RestReply, type RestRequest, type RestRoute } from './rest-route.ts';
import { type DiscordMessage, type JsonObject, messageFlags } from './world-model.ts';

const webhook = '/webhooks/:applicationId/:token';

/** The endpoints with which an interaction is answered; its token opens them, not the bot's. */
export const interactionRoutes: readonly RestRoute[] = [
  { route: 'POST /interactions/:interactionId/:token/callback', isOpen: true, handle: respond },
  {
    route: `POST ${webhook}`,
    isOpen: true,
    handle: (backend, request) => {
      const record = getRecord(backend, request);
      return ok(backend.board.describe(backend.interactions.followUp(record, request.body, request.files.length > 0)));
    },
  },
  {
    route: `GET ${webhook}/messages/:messageId`,
    isOpen: true,
    handle: (backend, request) => ok(backend.board.describe(getMessage(backend, request))),
  },
  {
    route: `PATCH ${webhook}/messages/:messageId`,
    isOpen: true,
    handle: (backend, request) => {
      const message = getMessage(backend, request);
      editMessage(backend.board, message, request.body, 'webhook-edit');
      return ok(backend.board.describe(message));
    },
  },
  {
    route: `DELETE ${webhook}/messages/:messageId`,
    isOpen: true,
    handle: (backend, request) => {
      backend.board.remove(getMessage(backend, request));
      return nothing;
    },
  },
];

function getRecord({ interactions }: DiscordBackend, request: RestRequest): InteractionRecord {
  return interactions.getAnswered(pathPart(request, 'applicationId'), pathPart(request, 'token'));
}

function getMessage(backend: DiscordBackend, request: RestRequest): DiscordMessage {
  return backend.interactions.getMessage(getRecord(backend, request), pathPart(request, 'messageId'));
}

function respond(backend: DiscordBackend, request: RestRequest): RestReply {
  const { record, message } = backend.interactions.respond(
    pathPart(request, 'interactionId'),
    pathPart(request, 'token'),
    request.body,
    request.files.length > 0,
  );
  if (request.query.get('with_response') !== 'true') return nothing;
  return ok({ interaction: describeCallback(record, message), resource: describeResource(backend, record, message) });
}

function describeCallback({ id, type }: InteractionRecord, message: DiscordMessage | undefined): JsonObject {
  if (message === undefined) return { id, type };
  return {
    id,
    type,
    response_message_id: message.id,
    response_message_loading: (message.flags & messageFlags.loading) !== 0,
    response_message_ephemeral: isEphemeral(message),
  };
}

function describeResource(
  { board }: DiscordBackend,
  { callbackType }: InteractionRecord,
  message?: DiscordMessage,
): JsonObject {
  return { type: callbackType, ...(message === undefined ? {} : { message: board.describe(message) }) };
}
