import type { IncomingMessage, ServerResponse } from 'node:http';
import { accountMethods } from './account-methods.ts';
import { type ApiCall, type ApiMethod, ApiRefusal } from './api-call.ts';
import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import { answerWithFaults } from './faulty-answer.ts';
import { oauthMethods } from './oauth-methods.ts';
import { paneMethods } from './pane-methods.ts';
import { readArguments, readBody } from './read-arguments.ts';
import type { RecordedCall } from './server-log.ts';
import type { JsonObject } from './slack-json.ts';
import type { SlackState } from './slack-state.ts';
import type { Token } from './slack-world.ts';
import { viewMethods } from './view-methods.ts';

/** All methods of the Web API that are here. */
export const apiMethods: Readonly<Record<string, ApiMethod>> = {
  ...accountMethods,
  ...chatMethods,
  ...conversationMethods,
  ...oauthMethods,
  ...paneMethods,
  ...viewMethods,
};
// The SDK adds them to every call.
const argsOfAll = new Set(['token', 'team_id']);

/** Answers one request to `/api/<method>`. */
export async function answerApiCall(
  state: SlackState,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  const read = readArguments(request.headers['content-type'], request.headers.authorization, body);
  const token = read.token === undefined ? undefined : state.world.tokens.get(read.token);
  const record: RecordedCall = {
    method: name,
    args: read.args,
    team: token?.workspace?.id,
    at: state.clock.now(),
    status: 200,
  };
  state.log.calls.push(record);
  const method = apiMethods[name];
  await answerWithFaults(state, record, response, () => {
    if (method === undefined) return { ok: false, error: 'unknown_method', req_method: name };
    noteUnknownArgs(state, name, method, read.args);
    const answer = run(state, name, method, { ...read, known: token });
    const scopes = listScopes(state, token);
    if (scopes !== undefined && token?.state === 'live') {
      response.setHeader('x-oauth-scopes', scopes.join(','));
      response.setHeader('x-accepted-oauth-scopes', method.scopes.join(','));
    }
    return answer;
  });
}

function run(
  state: SlackState,
  name: string,
  method: ApiMethod,
  read: { args: JsonObject; token: string | undefined; error?: string; known: Token | undefined },
): JsonObject {
  const call: ApiCall = { state, method: name, args: read.args, token: read.known };
  try {
    checkToken(call, method, read.token);
    if (read.error !== undefined) throw new ApiRefusal(read.error);
    const wait = state.limits.count({
      team: read.known?.workspace?.id ?? 'app',
      method: name,
      tier: method.tier,
      channel: method.isPosting && typeof read.args.channel === 'string' ? read.args.channel : undefined,
    });
    if (wait !== undefined) return { ok: false, error: 'ratelimited', retryAfterSeconds: wait };
    return method.run(call);
  } catch (error) {
    if (error instanceof ApiRefusal) return error.answer;
    throw error;
  }
}

function checkToken(call: ApiCall, method: ApiMethod, given: string | undefined): void {
  if (method.token === 'none') return;
  if (given === undefined) throw new ApiRefusal('not_authed');
  const { token } = call;
  if (token === undefined) throw new ApiRefusal('invalid_auth');
  if (token.state !== 'live') throw new ApiRefusal(token.state);
  if (method.token !== 'any' && method.token !== token.kind) throw new ApiRefusal('not_allowed_token_type');
  const granted = listScopes(call.state, token) ?? [];
  if (method.scopes.length > 0 && !method.scopes.some((scope) => granted.includes(scope))) {
    throw new ApiRefusal('missing_scope', { needed: method.scopes.join(','), provided: granted.join(',') });
  }
}

function listScopes(state: SlackState, token: Token | undefined): readonly string[] | undefined {
  if (token === undefined) return undefined;
  return token.workspace === undefined ? state.world.app.appTokenScopes : [...token.workspace.scopes];
}

function noteUnknownArgs(state: SlackState, name: string, method: ApiMethod, args: JsonObject): void {
  const unknown = Object.keys(args).filter((arg) => !method.args.includes(arg) && !argsOfAll.has(arg));
  if (unknown.length > 0) state.log.addProblem(`${name} knows no argument ${unknown.join(', ')}`);
}
