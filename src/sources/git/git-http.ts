import type { GitHttpRequest, GitHttpResponse, HttpClient } from 'isomorphic-git';
import type { GitSource } from '#sources/content-source.ts';
import type { FetchLimits } from '#sources/fetch-rules.ts';
import { fetchForSource } from '#sources/fetch-rules.ts';
import { checkPack } from './check-pack.ts';

/** A repository with its newest commit only; a newsletter's texts are a few megabytes. */
const limits: FetchLimits = { timeoutMs: 120_000, maxBytes: 64 * 2 ** 20 };

/** Git's requests, under the rules for every address that is fetched from. */
export function createGitHttp(source: GitSource): HttpClient {
  return {
    async request({ url, method, headers = {}, body }: GitHttpRequest): Promise<GitHttpResponse> {
      const isPost = method === 'POST';
      const answer = await fetchForSource(
        source,
        new URL(url),
        {
          method: isPost ? 'POST' : 'GET',
          headers: toSmallLetters({ ...headers, ...authorize(source) }),
          body: isPost ? Buffer.concat(await Array.fromAsync(body ?? [])) : undefined,
        },
        limits,
      );
      if (isPost) checkPack(answer.body);
      return {
        url: answer.url.href,
        method: method ?? 'GET',
        statusCode: answer.status,
        statusMessage: answer.statusText,
        headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
        body: iterate(answer.body),
      };
    },
  };
}

// GitHub, GitLab, Gitea and Bitbucket take a token as the password of any user.
function authorize({ token }: GitSource): Record<string, string> {
  if (token === undefined) return {};
  const pair = token.includes(':') ? token : `x-token-auth:${token}`;
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

function toSmallLetters(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

async function* iterate(body: Uint8Array): AsyncIterableIterator<Uint8Array> {
  yield body;
}
