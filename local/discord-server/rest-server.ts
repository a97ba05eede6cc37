import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, apiError, refuseProblems, statusError } from './api-error.ts';
import type { DiscordBackend } from './discord-backend.ts';
import type { Fault } from './fault-plan.ts';
import { createRouteFinder, type FoundRoute } from './find-route.ts';
import { tooMany } from './rate-limiter.ts';
import { readBody } from './read-body.ts';
import type { RequestRecord } from './request-log.ts';
import type { RestReply, RestRoute } from './rest-route.ts';
import type { JsonObject } from './world-model.ts';

const prefix = /^\/api\/v10(?=\/)/;
const invalidWindowMs = 10 * 60_000;
const snowflake = /^\d{17,20}$/;
const idParam = /Id$/;

/** Answers REST requests as Discord does: who may ask, how often, and everything that happens on the way. */
export function createRestServer(backend: DiscordBackend, routes: readonly RestRoute[]) {
  const findRoute = createRouteFinder(routes);
  let invalidSinceMs = backend.clock.now();

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = url.pathname.replace(prefix, '');
    const record: RequestRecord = { method: request.method ?? '', path, atMs: performance.now() };
    backend.requests.push(record);
    if (isBanned()) return answerBanned(record, response);
    let fault: Fault | undefined;
    let headers: Record<string, string> = {};
    try {
      const found = prefix.test(url.pathname) ? findRoute(record.method, path) : undefined;
      record.route = found?.route.route ?? 'unknown';
      const body = await readBody(request);
      record.body = body.json;
      fault = backend.faults.take(record);
      if (fault !== undefined && fault.when !== 'after') await carryOutFault(fault, record, request, backend);
      const { route, params } = admit(backend, request, found);
      headers = countRequest(backend, { route, params });
      const isList = Array.isArray(body.json);
      const reply = route.handle(backend, {
        params,
        query: url.searchParams,
        body: isList ? {} : ((body.json ?? {}) as JsonObject),
        list: isList ? (body.json as JsonObject[]) : [],
        files: body.files,
      });
      if (fault?.when === 'after') await carryOutFault(fault, record, request, backend);
      send(record, response, reply, headers);
    } catch (error) {
      if (error instanceof DroppedRequest) return;
      if (error instanceof ForeignPage) return sendPage(record, response, error.status);
      refuse(record, response, toApiError(error), headers);
    } finally {
      backend.changed();
    }
  };

  function isBanned(): boolean {
    if (backend.clock.now() - invalidSinceMs > invalidWindowMs) {
      invalidSinceMs = backend.clock.now();
      backend.refusals.invalidRequests = 0;
    }
    return backend.refusals.invalidRequests >= backend.settings.limits.invalidRequests;
  }

  function refuse(
    record: RequestRecord,
    response: ServerResponse,
    error: ApiError,
    headers: Record<string, string>,
  ): void {
    const isShared = error.headers['X-RateLimit-Scope'] === 'shared';
    if ([401, 403, 429].includes(error.status) && !isShared) backend.refusals.invalidRequests++;
    if (typeof error.body.code === 'number') record.code = error.body.code;
    send(record, response, { status: error.status, body: error.body }, { ...headers, ...error.headers });
  }
}

class DroppedRequest extends Error {}

class ForeignPage extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`a page with ${status}`);
    this.status = status;
  }
}

function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  // A fault of this server, not of the bot: seen in the answer, so that the test that meets it says why.
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new ApiError(500, { message: `the local Discord failed: ${text}`, code: 0 });
}

function admit(backend: DiscordBackend, request: IncomingMessage, found: FoundRoute | undefined): FoundRoute {
  // Discord asks every client to name itself so, and turns others away.
  if (!/^DiscordBot \(\S+, \S+?\)/.test(request.headers['user-agent'] ?? '')) throw apiError(40333);
  if (found === undefined) throw statusError(404, 'Not Found');
  const isKnown = request.headers.authorization === `Bot ${backend.world.token}`;
  if (!found.route.isOpen && !isKnown) throw statusError(401, 'Unauthorized');
  refuseProblems(
    Object.entries(found.params)
      .filter(([name, value]) => idParam.test(name) && !snowflake.test(value) && !value.startsWith('@'))
      .map(([name, value]) => ({
        path: [name],
        code: 'NUMBER_TYPE_COERCE',
        message: `Value "${value}" is not snowflake.`,
      })),
  );
  return found;
}

function countRequest(backend: DiscordBackend, { route, params }: FoundRoute): Record<string, string> {
  if (route.isOpen && route.route.includes('/callback')) return {};
  if (!route.isOpen) backend.limiter.takeGlobal();
  const place = params.channelId ?? params.guildId ?? params.token ?? '';
  return backend.limiter.take(route.route, place);
}

async function carryOutFault(
  fault: Fault,
  record: RequestRecord,
  request: IncomingMessage,
  backend: DiscordBackend,
): Promise<void> {
  record.fault = fault.how;
  switch (fault.how) {
    case 'drop':
      request.socket.destroy();
      throw new DroppedRequest();
    case 'hang':
      // Left open: it ends when the client gives up or the server is closed.
      throw new DroppedRequest();
    case 'status':
      throw new ApiError(fault.status, { message: `${fault.status}: ordered by the test`, code: fault.code ?? 0 });
    case 'page':
      throw new ForeignPage(fault.status);
    case 'rate-limit':
      backend.refusals.injected++;
      throw tooMany(fault.retryAfterMs, fault.scope, fault.scope === 'global' ? { 'X-RateLimit-Global': 'true' } : {});
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  }
}

function send(
  record: RequestRecord,
  response: ServerResponse,
  reply: RestReply,
  headers: Record<string, string>,
): void {
  record.status = reply.status;
  if (response.destroyed) return;
  const hasBody = reply.body !== undefined;
  response.writeHead(reply.status, hasBody ? { 'Content-Type': 'application/json', ...headers } : headers);
  response.end(hasBody ? JSON.stringify(reply.body) : undefined);
}

function sendPage(record: RequestRecord, response: ServerResponse, status: number): void {
  record.status = status;
  response.writeHead(status, { 'Content-Type': 'text/html' });
  response.end('<h1>Something in between</h1>');
}

// What stands before Discord's servers answers for a banned address, and not in JSON.
function answerBanned(record: RequestRecord, response: ServerResponse): void {
  record.status = 429;
  response.writeHead(429, { 'Content-Type': 'text/plain', 'Retry-After': '600' });
  response.end('error code: 1015');
}
