import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LinkRules } from '#links/check-link.ts';

/** Host names of the local web, and the address that each resolves to. */
const hosts: Readonly<Record<string, string>> = {
  'news.example': '127.0.0.1',
  'other.example': '127.0.0.1',
  'inside.example': '10.1.2.3',
  'both.example': '127.0.0.1 10.1.2.3',
};

/** A web of one server that all its host names lead to; it records what it is asked. */
export async function startLocalWeb() {
  const asked: { method: string | undefined; host: string; path: string }[] = [];
  let open = 0;
  let mostAtOnce = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ method: request.method, host: request.headers.host?.replace(/:\d+$/, '') ?? '', path });
    mostAtOnce = Math.max(mostAtOnce, ++open);
    response.on('close', () => open--);
    const [, kind = '', value = ''] = /^\/(\w+)\/?(.*)$/.exec(path) ?? [];
    if (kind === 'status') response.writeHead(Number(value)).end();
    else if (kind === 'to') response.writeHead(302, { location: decodeURIComponent(value) }).end();
    else if (kind === 'endless') response.writeHead(200).write('a page without an end');
    else if (kind === 'cut') request.socket.destroy();
    else if (kind !== 'silent') response.writeHead(200).end('a page');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const resolve = async (host: string) => {
    const found = hosts[host]?.split(' ');
    if (found === undefined) throw Object.assign(new Error(`no ${host}`), { code: 'ENOTFOUND' });
    return found;
  };
  const rules: LinkRules = {
    resolve,
    isAllowed: (address) => address === '127.0.0.1',
    timeoutMs: 2_000,
    userAgent: 'test',
  };
  return {
    asked,
    rules,
    get mostAtOnce() {
      return mostAtOnce;
    },
    at: (host: string, path: string) => `http://${host}:${port}${path}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
