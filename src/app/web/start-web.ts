import type { PlatformConnection } from '#platforms/chat-platform.ts';
import type { WebSettings } from '#platforms/web/serving/settings.ts';
import type { WebSurroundings } from './web-parts.ts';

/** Serves the page. All that it takes is loaded here and nowhere else: without it, the bot does not carry it. */
export async function startWeb(
  settings: WebSettings,
  surroundings: WebSurroundings,
): Promise<PlatformConnection & { readonly port: number }> {
  const [{ createWebParts }, { serveWeb }] = await Promise.all([
    import('./web-parts.ts'),
    import('#platforms/web/serving/serve.ts'),
  ]);
  const { host, port } = settings;
  const connection = await serveWeb({ host, port }, createWebParts(settings, surroundings));
  surroundings.log.info('The page is served.', { address: `http://${nameHost(host)}:${connection.port}/` });
  return connection;
}

function nameHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
