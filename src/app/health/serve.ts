import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { RunningPart } from '#app/process/running-part.ts';
import type { HealthSettings } from '#app/settings/health.ts';
import { listenOn } from '#traffic/listen-on.ts';
import { type ContentHook, contentHookPath, hearContentHook } from './content-hook.ts';
import type { PartCheck } from './readiness.ts';

/** What is told on the port. */
export interface HealthSources {
  readonly checkReadiness: () => Promise<readonly PartCheck[]>;
  /** In Prometheus' text format. */
  readonly renderMetrics: () => Promise<string>;
  /** Left out where no webhook is heard. */
  readonly hook?: ContentHook | undefined;
}

/** Whoever asks does so in a few bytes and at once; anything else is not answered for long. */
const limits = {
  maxHeaderSize: 4_096,
  headersTimeout: 3_000,
  requestTimeout: 3_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
};
const MAX_CONNECTIONS = 32;
const json = 'application/json; charset=utf-8';
const metricsType = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * Serves `/healthz`, `/readyz` and `/metrics`: GET and HEAD, no bodies, and nothing else but the webhook, where it has a secret.
 *
 * @throws AccessError when the port cannot be had.
 */
export async function serveHealth(
  { host, port }: HealthSettings,
  sources: HealthSources,
): Promise<RunningPart & { readonly port: number }> {
  const server = createServer(limits, (request, response) => {
    answer(request, response, sources).catch((error: unknown) => {
      // A scraper must not mistake half an answer for a whole one.
      if (response.headersSent) response.destroy();
      else
        send(response, 500, json, describe({ status: 'failed', reason: error instanceof Error ? error.message : '' }));
    });
  });
  server.maxConnections = MAX_CONNECTIONS;
  // Whoever asks first whether a body is welcome is told without reading it.
  server.on('checkContinue', (_request, response) => refuse(response, 413));
  server.on('upgrade', (_request, socket) => socket.destroy());
  const heardOn = await listenOn(server, { host, port, hostSetting: 'HOST', portSetting: 'PORT' });
  return {
    name: 'health',
    port: heardOn,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, sources: HealthSources): Promise<void> {
  const { method, url, headers } = request;
  const path = url?.split('?', 1)[0];
  if (path === contentHookPath && sources.hook !== undefined) {
    const status = await hearContentHook(request, sources.hook);
    return refuse(response, status, status === 405 ? { allow: 'POST' } : {});
  }
  if (method !== 'GET' && method !== 'HEAD') return refuse(response, 405, { allow: 'GET, HEAD' });
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0) {
    return refuse(response, 413);
  }
  switch (path) {
    case '/healthz':
      return send(response, 200, json, describe({ status: 'ok' }));
    case '/readyz': {
      const checks = await sources.checkReadiness();
      const isReady = checks.every(({ isOk }) => isOk);
      const status = isReady ? 'ready' : 'not-ready';
      return send(response, isReady ? 200 : 503, json, describe({ status, checks }));
    }
    case '/metrics':
      return send(response, 200, metricsType, await sources.renderMetrics());
    default:
      return refuse(response, 404);
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  // Node leaves the body of an answer to HEAD out.
  response.end(body);
}

/** A status without a body, and without another request on the same connection. */
function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { ...headers, 'content-length': 0, connection: 'close' });
  response.end();
}

function describe(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
