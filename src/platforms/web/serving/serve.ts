import { Server } from 'node:http';
import type { Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { listenOn } from '#traffic/listen-on.ts';
import type { WebParts } from './parts.ts';
import { createWebApp } from './web-app.ts';

/** Where the page listens. */
export interface WebAddress {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
}

/** The page, being served. */
export interface WebConnection {
  readonly port: number;
  readonly isConnected: () => boolean;
  /** Takes no more requests, and resolves when those it took are answered. */
  readonly stop: () => Promise<void>;
}

const limits = {
  // The question stands in the address; far longer ones than are answered still get an answer in words.
  maxHeaderSize: 32_768,
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
};
const MAX_CONNECTIONS = 1_024;
/** Who is still being answered when the page stops gets so long. */
const ANSWERED_WITHIN_MS = 3_000;

/**
 * Serves the page, the API and MCP.
 *
 * @throws AccessError when the port cannot be had; the message names the setting and the remedy.
 */
export async function serveWeb({ host, port }: WebAddress, parts: WebParts): Promise<WebConnection> {
  const app = createWebApp(parts);
  const server = createAdaptorServer({
    fetch: app.fetch,
    // The SDKs beside us go on with the Request and Response that Node gives them.
    overrideGlobalObjects: false,
    serverOptions: limits,
  });
  if (!(server instanceof Server)) throw new Error('Expected a server of HTTP/1.1.');
  server.maxConnections = MAX_CONNECTIONS;
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => answerBroken(error, socket));
  server.on('upgrade', (_request, socket) => socket.destroy());
  const heardOn = await listenOn(server, { host, port, hostSetting: 'WEB_HOST', portSetting: 'WEB_PORT' });
  return {
    port: heardOn,
    isConnected: () => server.listening,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), ANSWERED_WITHIN_MS);
      await closed;
      clearTimeout(timer);
    },
  };
}

/** What is no request never reaches the routes. */
function answerBroken({ code }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, words] =
    code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', 'The question is far too long. Ask it in a sentence.']
      : ['400 Bad Request', 'This is no request that a browser sends.'];
  const head = `HTTP/1.1 ${status}\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: ${words.length}`;
  socket.end(`${head}\r\nconnection: close\r\n\r\n${words}`);
}
