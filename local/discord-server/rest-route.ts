import type { DiscordBackend } from './discord-backend.ts';
import type { JsonObject } from './world-model.ts';

/** A request whose route, token and form are known to be right. */
export type RestRequest = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: JsonObject;
  /** For bodies that are lists. */
  readonly list: readonly JsonObject[];
  readonly files: readonly UploadedFile[];
};

export type UploadedFile = { readonly name: string; readonly size: number; readonly type: string };

/** 204 when there is nothing to say. */
export type RestReply = { readonly status: number; readonly body?: unknown };

/** One endpoint: its method and path, and what it does. */
export type RestRoute = {
  readonly route: string;
  /** Interactions bring their own token, and do not count against the bot's limit over all routes. */
  readonly isOpen?: boolean;
  readonly handle: (backend: DiscordBackend, request: RestRequest) => RestReply;
};

export function ok(body: unknown): RestReply {
  return { status: 200, body };
}

export const nothing: RestReply = { status: 204 };

/** A part of the path; its route names it, so it is there. */
export function pathPart({ params }: RestRequest, name: string): string {
  const value = params[name];
  if (value === undefined) throw new Error(`the route has no :${name}`);
  return value;
}
