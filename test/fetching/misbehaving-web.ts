import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FetchRules } from '#fetching/fetch-body.ts';

/** How a server answers one path. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Host names, and the addresses that each resolves to. */
const hosts: Readonly<Record<string, readonly string[]>> = {
  'news.example': ['127.0.0.1'],
  'other.example': ['127.0.0.1'],
  'inside.example': ['10.1.2.3'],
  'both.example': ['127.0.0.1', '10.1.2.3'],
};

/** A server on this machine that all its host names lead to, with an answer for each path; it records what it is asked. */
export async function startMisbehavingWeb(answers: Readonly<Record<string, Answer>>) {
  const asked: { method: string; host: string; path: string; headers: IncomingMessage['headers'] }[] = [];
  const server = createServer((request, response) => {
    const { method = '', url: path = '', headers } = request;
    asked.push({ method, host: headers.host?.replace(/:\d+$/, '') ?? '', path, headers });
    const answer = answers[path];
    if (answer === undefined) response.writeHead(404).end('nothing here');
    else answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const rules: FetchRules = {
    resolve: async (host) => {
      const found = hosts[host];
      if (found === undefined) throw Object.assign(new Error(`no ${host}`), { code: 'ENOTFOUND' });
      return found;
    },
    isAllowed: (address) => address === '127.0.0.1',
    timeoutMs: 60_000,
    maxBytes: 10_000,
    userAgent: 'test',
  };
  return {
    asked,
    port,
    rules,
    at: (host: string, path: string) => new URL(`http://${host}:${port}${path}`),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
