import type { BlockProblem } from './block-problem.ts';
import type { JsonObject } from './slack-json.ts';
import type { SlackState } from './slack-state.ts';
import type { Channel, Token, Workspace } from './slack-world.ts';

/** One call of a Web API method whose token has been found good. */
export interface ApiCall {
  readonly state: SlackState;
  readonly method: string;
  readonly args: JsonObject;
  readonly token: Token | undefined;
}

/** A Web API method. */
export interface ApiMethod {
  /** Which kind of token it takes. */
  readonly token: 'bot' | 'app' | 'any' | 'none';
  /** Any one of these is enough; none when empty. Methods whose scope depends on the channel ask for it themselves. */
  readonly scopes: readonly string[];
  /** Names of the arguments that Slack knows. */
  readonly args: readonly string[];
  readonly tier?: number;
  /** Counts against the one-message-a-second limit of its channel. */
  readonly isPosting?: boolean;
  readonly run: (call: ApiCall) => JsonObject;
}

/** Thrown by a method to answer `ok: false`. */
export class ApiRefusal extends Error {
  readonly answer: JsonObject;

  constructor(error: string, more: JsonObject = {}) {
    super(error);
    this.answer = { ok: false, error, ...more };
  }
}

/** Answers that arguments are wrong, with the words that the SDK logs. */
export function refuseArguments(...messages: readonly string[]): never {
  throw new ApiRefusal('invalid_arguments', {
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
}

/** Refuses a message or view for the first of its problems, listing all that have the same error. */
export function refuseProblems(problems: readonly BlockProblem[]): void {
  const first = problems[0];
  if (first === undefined) return;
  const messages = problems
    .filter(({ code }) => code === first.code)
    .map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);
  throw new ApiRefusal(first.code, {
    ...(first.code === 'invalid_blocks' ? { errors: messages } : {}),
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
}

/** The workspace that the bot token belongs to. */
export function getWorkspace(call: ApiCall): Workspace {
  if (call.token?.workspace === undefined) throw new ApiRefusal('not_allowed_token_type');
  return call.token.workspace;
}

/** Refuses unless one of the scopes was granted. */
export function needScope(call: ApiCall, ...scopes: readonly string[]): void {
  const granted = getWorkspace(call).scopes;
  if (scopes.some((scope) => granted.has(scope))) return;
  throw new ApiRefusal('missing_scope', { needed: scopes.join(','), provided: [...granted].join(',') });
}

/** A string argument that must be there. */
export function getText(call: ApiCall, name: string): string {
  const value = call.args[name];
  if (typeof value !== 'string' || value === '') return refuseArguments(`missing required field: ${name}`);
  return value;
}

/** The channel of the call: by id, by `#name`, or the direct messages with the user whose id it is. Private ones exist only for members. */
export function getChannel(call: ApiCall, name = 'channel'): Channel {
  const workspace = getWorkspace(call);
  const wanted = getText(call, name);
  const { channels, people, botUserId } = workspace;
  const channel =
    channels.get(wanted) ??
    channels.get(people.get(wanted)?.dm ?? '') ??
    [...channels.values()].find((known) => known.kind === 'public' && `#${known.name}` === wanted);
  if (channel === undefined) throw new ApiRefusal('channel_not_found');
  if (channel.kind !== 'public' && !channel.members.has(botUserId)) throw new ApiRefusal('channel_not_found');
  return channel;
}

const kinds = { public: 'channels', private: 'groups', im: 'im' } as const;

/** `channels:history`, `groups:read`, … : the scope for this kind of channel. */
export const scopeFor = (channel: Channel, right: 'history' | 'read' | 'write'): string =>
  `${kinds[channel.kind]}:${right}`;
