import { createMcpHandler, validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';
import { createMcpServer, type McpParts } from './mcp-server.ts';

export interface McpHttpSettings {
  /** Names under which the page is reached, without ports; undefined: any, since it listens to the whole network. */
  readonly hostnames: readonly string[] | undefined;
  /** Told what clients do wrong, and what went wrong here. */
  readonly tell: (error: Error) => void;
}

const refusal = 'Asked by a name, or from a page, that is none of ours. Set WEB_URL to where the page is found.';
const MAX_BODY_BYTES = 65_536;

/**
 * Answers MCP over HTTP, each request by itself: nothing is kept between two. A page of somebody else's, open in a browser
 * on this machine, gets nothing: it is known by its origin, and by a host that is none of ours.
 */
export function createMcpAnswers(
  parts: McpParts,
  { hostnames, tell }: McpHttpSettings,
): (request: Request) => Promise<Response> {
  const handler = createMcpHandler(() => createMcpServer(parts), {
    onerror: tell,
    // What the tools are does not change while we run: there is nothing to subscribe to.
    maxSubscriptions: 0,
    maxRequestBodySize: MAX_BODY_BYTES,
  });
  return async (request) => {
    const host = request.headers.get('host');
    const own = hostnames ?? [URL.parse(`http://${host}`)?.hostname ?? ''];
    const { ok: isOurHost } = validateHostHeader(host, [...own]);
    const { ok: isOurOrigin } = validateOriginHeader(request.headers.get('origin'), [...own]);
    if (!isOurHost || !isOurOrigin) return Response.json({ error: refusal }, { status: 403 });
    return handler.fetch(request);
  };
}
