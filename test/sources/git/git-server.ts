import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtempDisposable, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Why there can be no server here; undefined when there can. */
export const noGit: string | false = findFault();

function findFault(): string | false {
  const { status, stdout } = spawnSync('git', ['--exec-path'], { encoding: 'utf8' });
  if (status !== 0) return 'git is not installed on this machine';
  const backend = spawnSync(join(stdout.trim(), 'git-http-backend'), { env: {} });
  return backend.error === undefined ? false : 'this git has no http-backend';
}

const environment = {
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Editor',
  GIT_AUTHOR_EMAIL: 'editor@news.example',
  GIT_COMMITTER_NAME: 'Editor',
  GIT_COMMITTER_EMAIL: 'editor@news.example',
};

/** Git's own server (`git http-backend`) over a repository on this machine, and a working folder that is pushed to it. */
export async function startGitServer() {
  const folder = await mkdtempDisposable(join(tmpdir(), 'git-server-'));
  const work = join(folder.path, 'work');
  const bare = join(folder.path, 'newsletter.git');
  const git = async (...words: string[]) => (await run('git', words, { cwd: work, env: environment })).stdout.trim();
  await mkdir(work);
  await run('git', ['init', '--bare', '--initial-branch=main', bare], { env: environment });
  await git('init', '--initial-branch=main');
  await git('remote', 'add', 'origin', bare);
  const requests: { method: string; url: string }[] = [];
  let password: string | undefined;
  let intervene: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  const server = createServer((request, response) => {
    requests.push({ method: request.method ?? '', url: request.url ?? '' });
    if (intervene?.(request, response)) return;
    const given = Buffer.from(request.headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString();
    if (password !== undefined && !given.endsWith(`:${password}`)) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
      return;
    }
    serveByBackend(folder.path, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/newsletter.git`,
    requests,
    git,
    work,
    set password(value: string | undefined) {
      password = value;
    },
    /** Answers in the server's place, where it returns true. */
    set intervene(value: typeof intervene) {
      intervene = value;
    },
    /** Commits these files, undefined for one that goes, and pushes them; resolves to the commit. */
    async push(files: Readonly<Record<string, string | undefined>>, branch = 'main'): Promise<string> {
      for (const [path, text] of Object.entries(files)) {
        if (text === undefined) await rm(join(work, path));
        else {
          await mkdir(dirname(join(work, path)), { recursive: true });
          await writeFile(join(work, path), text);
        }
      }
      await git('add', '--all');
      await git('commit', '--allow-empty', '--message', 'An issue');
      await git('push', '--force', 'origin', `HEAD:refs/heads/${branch}`);
      return git('rev-parse', 'HEAD');
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await folder[Symbol.asyncDispose]();
    },
  };
}

export type GitServer = Awaited<ReturnType<typeof startGitServer>>;

// The interface that web servers run programs by (CGI): headers and body of the answer on standard output.
function serveByBackend(root: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const backend = spawn('git', ['http-backend'], {
    env: {
      ...environment,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      REQUEST_METHOD: request.method,
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      CONTENT_LENGTH: request.headers['content-length'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  backend.stdin.on('error', () => {});
  request.pipe(backend.stdin);
  const chunks: Buffer[] = [];
  backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  backend.on('close', () => {
    const output = Buffer.concat(chunks);
    const end = output.indexOf('\r\n\r\n');
    const lines = output.subarray(0, end).toString().split('\r\n');
    const headers = Object.fromEntries(lines.map((line) => line.split(': ', 2) as [string, string]));
    const { Status: status = '200', ...others } = headers;
    response.writeHead(Number.parseInt(status, 10), others).end(output.subarray(end + 4));
  });
}
