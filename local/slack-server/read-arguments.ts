import type { IncomingMessage } from 'node:http';
import { isJsonObject, type JsonObject } from './slack-json.ts';

/** The body of a request as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** What a Web API request says, or the error that Slack answers for its form. */
export interface ReadRequest {
  readonly args: JsonObject;
  readonly token: string | undefined;
  readonly error?: string;
}

// Arguments that a form carries as JSON, with the error for JSON that does not parse.
const jsonArguments: Readonly<Record<string, string>> = {
  blocks: 'invalid_blocks_format',
  attachments: 'invalid_attachments',
  metadata: 'invalid_metadata_format',
  view: 'invalid_arguments',
  prompts: 'invalid_arguments',
  loading_messages: 'invalid_arguments',
};
const flags = new Set(['unfurl_links', 'unfurl_media', 'mrkdwn', 'reply_broadcast', 'link_names', 'as_user']);

/** Reads a form or JSON body. A token in a JSON body does not count: only the header and forms carry one. */
export function readArguments(
  contentType: string | undefined,
  authorization: string | undefined,
  body: string,
): ReadRequest {
  const bearer = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
  const type = contentType?.split(';')[0]?.trim() ?? 'application/x-www-form-urlencoded';
  if (type === 'application/json') {
    try {
      const args: unknown = JSON.parse(body);
      return isJsonObject(args) ? { args, token: bearer } : { args: {}, token: bearer, error: 'json_not_object' };
    } catch {
      return { args: {}, token: bearer, error: 'invalid_json' };
    }
  }
  if (type !== 'application/x-www-form-urlencoded') return { args: {}, token: bearer, error: 'invalid_post_type' };
  const args: JsonObject = {};
  let error: string | undefined;
  const { token, ...fields } = Object.fromEntries(new URLSearchParams(body));
  for (const [name, value] of Object.entries(fields)) {
    const jsonError = jsonArguments[name];
    if (jsonError !== undefined) {
      try {
        args[name] = JSON.parse(value);
      } catch {
        error ??= jsonError;
        args[name] = value;
      }
    } else args[name] = flags.has(name) && /^(true|false|0|1)$/.test(value) ? value === 'true' || value === '1' : value;
  }
  return { args, token: bearer ?? token, ...(error === undefined ? {} : { error }) };
}
