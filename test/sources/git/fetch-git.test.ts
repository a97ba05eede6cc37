import assert from 'node:assert/strict';
import { mkdtempDisposable, readdir, readFile, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { GitSource } from '#sources/content-source.ts';
import { fetchGit, type GitState } from '#sources/git/fetch-git.ts';
import { noGit, startGitServer } from './git-server.ts';

const options = { skip: noGit };

async function openWork(address: string) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'fetch-git-'));
  let count = 0;
  return {
    /** Fetches into a fresh folder; what lies there then, by its path. */
    async fetch(changes: Partial<GitSource> = {}, known?: GitState) {
      const into = join(folder.path, String(++count));
      const source: GitSource = {
        kind: 'git',
        address,
        folder: '',
        copiesFolder: folder.path,
        allowsPrivate: true,
        userAgent: 'test',
        ...changes,
      };
      const fetched = await fetchGit(source, known, into);
      const files = (await readdir(into, { recursive: true, withFileTypes: true }).catch(() => []))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(into.length + 1))
        .sort();
      return { fetched, files, read: (path: string) => readFile(join(into, path), 'utf8') };
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

test('the texts of the branch that a repository begins with come, and nothing else of it', options, async () => {
  await using server = await startGitServer();
  const commit = await server.push({
    '2026-W10.md': '# Fenwick\n\nFenwick runs on arm64.\n',
    '2026/2026-W11.md': '# Osprey\n',
    '2026-W10.facts.yaml': '[]\n',
    'subjects.yaml': '[]\n',
    'logo.png': 'picture',
    '.github/workflow.yml': 'on: push\n',
    'node_modules/some/readme.md': 'text\n',
  });
  await using work = await openWork(server.address);
  const { fetched, files, read } = await work.fetch();
  assert.deepEqual(files, [
    'content/2026-W10.facts.yaml',
    'content/2026-W10.md',
    'content/2026/2026-W11.md',
    'content/subjects.yaml',
  ]);
  assert.equal(await read('content/2026-W10.md'), '# Fenwick\n\nFenwick runs on arm64.\n');
  assert.equal(fetched.kind === 'fetched' && fetched.state.commit, commit);
});

test('a branch, a tag and a folder can be named, with the list of subjects above it', options, async () => {
  await using server = await startGitServer();
  await server.push({ 'news/2026/2026-W10.md': 'old\n', 'news/subjects.yaml': '[]\n', 'other.md': 'x\n' });
  await server.git('tag', '--annotate', 'v1', '--message', 'first');
  await server.git('push', 'origin', 'v1');
  await server.push({ 'news/2026/2026-W10.md': 'new\n' }, 'next');
  await using work = await openWork(server.address);
  for (const [branch, text] of [
    ['main', 'old\n'],
    ['v1', 'old\n'],
    ['next', 'new\n'],
  ]) {
    const { files, read } = await work.fetch({ branch, folder: 'news/2026' });
    assert.deepEqual(files, ['content/2026-W10.md', 'subjects.yaml'], branch);
    assert.equal(await read('content/2026-W10.md'), text, branch);
  }
});

test('what has not changed is not fetched again, and what has changed elsewhere is not written', options, async () => {
  await using server = await startGitServer();
  await server.push({ 'content/2026-W10.md': 'a\n', 'readme.txt': 'a\n' });
  await using work = await openWork(server.address);
  const { fetched: first } = await work.fetch({ folder: 'content' });
  server.requests.length = 0;
  const { fetched: second } = await work.fetch({ folder: 'content' }, first.state);
  assert.deepEqual(second, { kind: 'unchanged', state: first.state });
  assert.ok(server.requests.length <= 2, 'it asks only where the branch is');
  const commit = await server.push({ 'readme.txt': 'b\n' });
  const third = await work.fetch({ folder: 'content' }, first.state);
  assert.deepEqual(third.fetched, { kind: 'unchanged', state: { ...first.state, commit } });
  assert.deepEqual(third.files, []);
});

test('a commit that changes only the list of subjects above the issues is news', options, async () => {
  await using server = await startGitServer();
  await server.push({ 'content/2026/2026-W10.md': 'a\n' });
  await using work = await openWork(server.address);
  const folder = 'content/2026';
  let { state } = (await work.fetch({ folder })).fetched;
  for (const subjects of ['[]\n', '- name: Fenwick\n']) {
    await server.push({ 'content/subjects.yaml': subjects });
    const { fetched, files, read } = await work.fetch({ folder }, state);
    assert.deepEqual([fetched.kind, files], ['fetched', ['content/2026-W10.md', 'subjects.yaml']]);
    assert.equal(await read('subjects.yaml'), subjects);
    state = fetched.state;
  }
  await server.push({ 'content/subjects.yaml': undefined });
  const { fetched, files } = await work.fetch({ folder }, state);
  assert.deepEqual([fetched.kind, files], ['fetched', ['content/2026-W10.md']], 'it was taken out');
});

test('a history that was rewritten is fetched like any other', options, async () => {
  await using server = await startGitServer();
  await server.push({ '2026-W10.md': 'a\n' });
  await using work = await openWork(server.address);
  const { fetched } = await work.fetch();
  await server.git('checkout', '--orphan', 'fresh');
  await server.push({ '2026-W10.md': 'b\n' });
  const { read } = await work.fetch({}, fetched.state);
  assert.equal(await read('content/2026-W10.md'), 'b\n');
});

test('a private repository is fetched with a token, which no message shows', options, async () => {
  await using server = await startGitServer();
  await server.push({ '2026-W10.md': 'a\n' });
  server.password = 'tok-12345';
  await using work = await openWork(server.address);
  await assert.rejects(work.fetch(), { name: 'SourceError', message: /401/, remedy: /CONTENT_GIT_TOKEN/ });
  await assert.rejects(work.fetch({ token: 'tok-wrong' }), (error: Error & { remedy: string }) => {
    assert.match(error.remedy, /new CONTENT_GIT_TOKEN/);
    return !`${error.message} ${error.remedy}`.includes('tok-');
  });
  for (const token of ['tok-12345', 'editor:tok-12345']) {
    assert.deepEqual((await work.fetch({ token })).files, ['content/2026-W10.md'], token);
  }
});

test('links, and what Git LFS keeps elsewhere, are left out with a word', options, async () => {
  await using server = await startGitServer();
  await symlink('/etc/passwd', join(server.work, 'subjects.yaml'));
  await symlink('2026-W10.md', join(server.work, '2026-W11.md'));
  await server.push({ '2026-W10.md': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n' });
  await using work = await openWork(server.address);
  const { fetched, files } = await work.fetch();
  assert.deepEqual(files, ['content/2026-W10.md']);
  assert.deepEqual(fetched.kind === 'fetched' && fetched.remarks, [
    'a link is not followed: 2026-W11.md',
    'a link is not followed: subjects.yaml',
    'files that Git LFS keeps elsewhere cannot be read: 1',
  ]);
});

test('what is set wrongly or answers wrongly is said with a remedy', options, async () => {
  await using server = await startGitServer();
  await using work = await openWork(server.address);
  await assert.rejects(work.fetch(), { message: /the repository is empty/ });
  await server.push({ '2026-W10.md': 'a\n' });
  await assert.rejects(work.fetch({ branch: 'nix' }), { message: /no branch "nix"/, remedy: /#branch/ });
  await assert.rejects(work.fetch({ folder: 'nix' }), { message: /no folder "nix"/ });
  await assert.rejects(work.fetch({ allowsPrivate: false }), { remedy: /CONTENT_ALLOW_PRIVATE/ });
  await assert.rejects(work.fetch({ address: `${server.address}-no` }), { message: /404/ });
  server.intervene = (_, response) => Boolean(response.writeHead(200).end('<html>a page</html>'));
  await assert.rejects(work.fetch(), { message: /no Git repository answers there/ });
  server.intervene = (_, response) => Boolean(response.writeHead(503).end());
  await assert.rejects(work.fetch(), { message: /503/, remedy: /tries again/ });
  server.intervene = ({ method, socket }) => method === 'POST' && Boolean(socket.destroy());
  await assert.rejects(work.fetch(), { name: 'SourceError' });
});
