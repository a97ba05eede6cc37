import type { IncomingMessage, ServerResponse } from 'node:http';
import { deleteMessage, editBotMessage, postBotMessage } from './bot-messages.ts';
import { answerWithFaults } from './faulty-answer.ts';
import { readBody } from './read-arguments.ts';
import type { ResponseUrl } from './response-urls.ts';
import type { RecordedCall } from './server-log.ts';
import { isJsonObject, type JsonObject } from './slack-json.ts';
import type { SlackState } from './slack-state.ts';
import { validateMessage } from './validate-blocks.ts';

const knownMembers = new Set([
  ...['text', 'blocks', 'attachments', 'metadata', 'mrkdwn', 'parse', 'link_names', 'unfurl_links', 'unfurl_media'],
  ...['response_type', 'replace_original', 'delete_original', 'thread_ts'],
]);

/** Answers a POST to a response_url. */
export async function answerResponseUrl(
  state: SlackState,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = await readBody(request);
  const body = parse(text);
  const record: RecordedCall = {
    method: 'response_url',
    args: body ?? {},
    team: path.split('/')[2],
    at: state.clock.now(),
    status: 200,
  };
  state.log.calls.push(record);
  await answerWithFaults(state, record, response, () => {
    if (request.method !== 'POST' || body === undefined) {
      record.status = 400;
      return { ok: false, error: 'invalid_payload' };
    }
    const url = state.responseUrls.use(path);
    if (typeof url === 'string') {
      record.status = 404;
      return { ok: false, error: url };
    }
    const refusal = respond(state, url, body, 'response_url');
    if (refusal !== undefined) record.status = 400;
    return refusal ?? { ok: true };
  });
}

/** Posts, replaces or deletes as the body says; an answer when Slack would refuse it. */
export function respond(state: SlackState, url: ResponseUrl, body: JsonObject, via: string): JsonObject | undefined {
  const workspace = state.world.workspaces.get(url.team);
  const channel = workspace?.channels.get(url.channel);
  if (workspace === undefined || channel === undefined) return { ok: false, error: 'channel_not_found' };
  const unknown = Object.keys(body).filter((name) => !knownMembers.has(name));
  if (unknown.length > 0) state.log.addProblem(`response_url knows no ${unknown.join(', ')}`);
  const original = url.originalTs === undefined ? undefined : state.messages.find(channel.id, url.originalTs);
  if (body.delete_original === true) {
    if (original === undefined) return { ok: false, error: 'message_not_found' };
    deleteMessage(state, workspace, original);
    if (body.text === undefined && body.blocks === undefined) return undefined;
  }
  const { response_type: type = 'ephemeral' } = body;
  if (type !== 'ephemeral' && type !== 'in_channel') return { ok: false, error: 'invalid_arguments' };
  const problems = validateMessage(body);
  const first = problems[0];
  if (first !== undefined) {
    const messages = problems.map(({ message, pointer }) => `[ERROR] ${message} [json-pointer:${pointer}]`);
    return { ok: false, error: first.code, response_metadata: { messages } };
  }
  if (body.replace_original === true && original !== undefined) {
    // Unlike chat.update, a replacement without blocks has none.
    editBotMessage(state, workspace, original, { blocks: [], ...body });
    return undefined;
  }
  const threadTs =
    typeof body.thread_ts === 'string' ? body.thread_ts : type === 'ephemeral' ? url.threadTs : undefined;
  if (threadTs !== undefined && state.messages.find(channel.id, threadTs) === undefined)
    return { ok: false, error: 'invalid_thread_ts' };
  const place = { channel, via, threadTs, ...(type === 'ephemeral' ? { ephemeralTo: url.user } : {}) };
  const { ts } = postBotMessage(state, workspace, body, place);
  if (!url.isOriginalFixed) url.originalTs = ts;
  return undefined;
}

function parse(text: string): JsonObject | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isJsonObject(body) ? body : undefined;
  } catch {
    return undefined;
  }
}
