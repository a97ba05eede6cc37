import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import type { StatusCode } from 'hono/utils/http-status';
import { composeProblemPage } from '#platforms/web/pages/ask-page.ts';
import { renderPage } from '#platforms/web/pages/page.ts';
import { createPageLinks } from '#platforms/web/pages/page-links.ts';
import { addApiRoutes } from './api-routes.ts';
import { secureHeaders } from './headers.ts';
import { addPageRoutes } from './page-routes.ts';
import type { AnswerMcp, WebParts } from './parts.ts';

/** What the server hands on of the connection, where there is one. */
interface Connection {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/** Everything that is served, from an address to its answer; knows no socket. */
export function createWebApp(parts: WebParts): Hono {
  const { limit, now, log, openMcp } = parts;
  const app = new Hono();
  let mcp: Promise<AnswerMcp> | undefined;

  app.use(secureHeaders);
  app.use(async (context, next) => {
    const { incoming } = (context.env ?? {}) as Connection;
    const caller = {
      remoteAddress: incoming?.socket?.remoteAddress,
      forwardedFor: context.req.header('x-forwarded-for'),
    };
    const waitMs = limit(caller, now());
    if (waitMs === 0) return next();
    const seconds = Math.ceil(waitMs / 1000);
    context.header('retry-after', String(seconds));
    return refuse(context, 429, 'Too much was asked from your address', `Wait ${seconds} s, then ask again.`);
  });
  app.all('/mcp', async (context) => {
    mcp ??= openMcp();
    const { body, status, headers } = await (await mcp)(context.req.raw);
    return context.newResponse(body, status as StatusCode, Object.fromEntries(headers));
  });
  app.use(async (context, next) => {
    const { method, path } = context.req;
    if (method !== 'GET' && method !== 'HEAD') {
      context.header('allow', 'GET, HEAD');
      return refuse(context, 405, 'Only reading is possible here', 'Ask with GET.');
    }
    // A page of static files has a slash at its end; its address holds here, too.
    const last = path.endsWith('/') ? path.split('/').findLast(Boolean) : undefined;
    if (last !== undefined) return context.redirect(`../${last}${new URL(context.req.url).search}`, 308);
    return next();
  });
  app.use('/table/*', compress());
  app.use('/subjects/*', compress());
  app.use('/issues/*', compress());
  addApiRoutes(app, parts);
  addPageRoutes(app, parts);
  app.notFound((context) =>
    refuse(context, 404, 'There is nothing here', 'Look at the address, or begin at the first page.'),
  );
  app.onError((error, context) => {
    log.error('A request to the page failed.', { path: context.req.path, error });
    return refuse(context, 500, 'That went wrong', 'Try it again in a minute; if it stays so, tell whoever runs this.');
  });
  return app;
}

function refuse(context: Context, status: 404 | 405 | 429 | 500, title: string, remedy: string): Response {
  context.header('cache-control', 'no-store');
  const { path } = context.req;
  if (/^\/(?:api|mcp)(?:\/|$)/.test(path)) return context.json({ error: `${title}. ${remedy}` }, status);
  const depth = Math.max(0, path.split('/').length - 2);
  const links = createPageLinks(depth);
  return context.html(renderPage(composeProblemPage(title, remedy, links), links), status);
}
