import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { messageStyle } from '../drawing/message-style.ts';
import { awaitAnswer } from './await-answer.ts';
import { composeChatPage, composeConversation, composeSuggestions } from './compose-chat-page.ts';
import { ActRefusal, type LocalChat, readForm } from './local-chat.ts';
import { pageStyle } from './page-style.ts';

/** The page, being served. */
export interface ServedChat {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const host = '127.0.0.1';
const maxBodyBytes = 100_000;
/** Many changes at once are one to look at. */
const tellAfterMs = 40;
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // The colours of embeds and pictures; what is drawn has no other style.
  "style-src-attr 'unsafe-inline'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  'img-src data:',
].join('; ');

/** Serves the page to this machine alone, on the port or, with 0, on any free one. Rejects with the error of a port that is taken. */
export async function serveChat(chat: LocalChat, port: number): Promise<ServedChat> {
  const script = readFileSync(join(import.meta.dirname, 'chat.js'), 'utf8');
  /** What the person could not do, by place, until they do something else there. */
  const notices = new Map<string, string>();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(`The page failed: ${error instanceof Error ? error.message : String(error)}`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: realPort } = server.address() as AddressInfo;
  const origins = [`http://localhost:${realPort}`, `http://${host}:${realPort}`];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (status: number, type: string, body: string) => {
      response.writeHead(status, {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
      response.end(body);
    };
    // Another page of the same browser may neither read this one nor press its buttons.
    const { host: asked = '', origin } = request.headers;
    const isForeign = origin !== undefined && origin !== 'null' && !origins.includes(origin);
    if (!origins.includes(`http://${asked}`) || isForeign)
      return send(403, 'text/plain', 'This page is for this machine alone.');
    const { pathname, searchParams: query } = new URL(request.url ?? '/', origins[0]);
    const place = findPlace(query.get('place'));
    if (request.method === 'POST' && pathname === '/do') return act(request, response, send);
    if (request.method !== 'GET') return send(405, 'text/plain', 'Not like that.');
    switch (pathname) {
      case '/': {
        await chat.visit(place);
        // The form of the box has names of its own.
        const draft = query.get('draft') ?? query.get('text') ?? '';
        const suggestions = draft === '' ? [] : await chat.suggest(place, draft).catch(() => []);
        const replyTo = query.get('reply') ?? query.get('target') ?? undefined;
        return send(
          200,
          'text/html',
          composeChatPage(chat, { place, draft, replyTo, suggestions, notice: notices.get(place) }),
        );
      }
      case '/conversation':
        return send(200, 'text/html', composeConversation(chat, { place, notice: notices.get(place) }));
      case '/suggestions': {
        const suggestions = await chat.suggest(place, query.get('draft') ?? '').catch(() => []);
        return send(200, 'text/html', composeSuggestions(place, suggestions));
      }
      case '/changes':
        return tellChanges(response);
      case '/style.css':
        return send(200, 'text/css', `${messageStyle}${pageStyle}${chat.style}`);
      case '/chat.js':
        return send(200, 'text/javascript', script);
      default:
        return send(404, 'text/plain', 'There is nothing here.');
    }
  }

  async function act(
    request: IncomingMessage,
    response: ServerResponse,
    send: (status: number, type: string, body: string) => void,
  ): Promise<void> {
    if (Number(request.headers['content-length'] ?? Number.NaN) > maxBodyBytes)
      return send(413, 'text/plain', 'Too much.');
    const fields = readForm(new URLSearchParams(await text(request)));
    const place = findPlace(fields.place);
    const before = chat.progress(place);
    notices.delete(place);
    const query: Record<string, string> = { place };
    try {
      const outcome = await chat.act(place, fields);
      query.place = outcome.place;
      if (outcome.isHeard) await awaitAnswer(chat, place, before);
    } catch (error) {
      if (!(error instanceof ActRefusal)) throw error;
      notices.set(place, error.message);
      if (fields.text) query.draft = fields.text;
    }
    response.writeHead(303, { location: `/?${new URLSearchParams(query)}#end`, 'content-security-policy': policy });
    response.end();
  }

  function tellChanges(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('data: hello\n\n');
    let timer: NodeJS.Timeout | undefined;
    const unwatch = chat.watch(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        response.write('data: changed\n\n');
      }, tellAfterMs);
    });
    response.on('close', () => {
      unwatch();
      clearTimeout(timer);
    });
  }

  function findPlace(wanted: string | null | undefined): string {
    const places = chat.places();
    return places.find(({ id }) => id === wanted)?.id ?? places[0]?.id ?? '';
  }

  return {
    url: `http://localhost:${realPort}/`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
