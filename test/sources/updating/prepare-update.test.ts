import assert from 'node:assert/strict';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { startMisbehavingWeb } from '../../fetching/misbehaving-web.ts';
import { composeRss, fenwick, osprey, type TestItem } from '../feed/feed-texts.ts';
import { noGit, startGitServer } from '../git/git-server.ts';
import { openSource } from './open-source.ts';

const issue = (name: string) => `# ${name}\n\n${name} runs on arm64.\n`;
const options = { skip: noGit };

async function openFeedSource(items: readonly TestItem[]) {
  let text = composeRss(items);
  const web = await startMisbehavingWeb({ '/feed': (_, response) => response.end(text) });
  const opened = await openSource({ kind: 'feed', address: web.at('127.0.0.1', '/feed').href });
  return {
    ...opened,
    serve(value: string) {
      text = value;
    },
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]();
      await web[Symbol.asyncDispose]();
    },
  };
}

test('a copy is in use as a whole, and the one before stays until nobody can be reading it', options, async () => {
  await using server = await startGitServer();
  await server.push({ '2031-W07.md': issue('Fenwick') });
  await using opened = await openSource({ kind: 'git', address: server.address });
  assert.deepEqual((await opened.look()).files, ['2031-W07.md']);
  assert.deepEqual((await opened.look()).update, { kind: 'unchanged' });
  await server.push({ '2031-W08.md': issue('Osprey') });
  const { update, files } = await opened.look();
  assert.equal(update.kind === 'ready' && update.issues, 2);
  assert.deepEqual(files, ['2031-W07.md', '2031-W08.md']);
  assert.equal((await readdir(join(opened.copyFolder, 'versions'))).length, 2);
});

test('a commit beside the issues is downloaded once', options, async () => {
  await using server = await startGitServer();
  await server.push({ 'news/2031-W07.md': issue('Fenwick'), 'readme.txt': 'a\n' });
  await using opened = await openSource({ kind: 'git', address: server.address, folder: 'news' });
  await opened.look();
  await server.push({ 'readme.txt': 'b\n' });
  const counts: number[] = [];
  for (let looks = 0; looks < 2; looks++) {
    server.requests.length = 0;
    assert.deepEqual((await opened.look()).update, { kind: 'unchanged' });
    counts.push(server.requests.length);
  }
  const [first = 0, second = 0] = counts;
  assert.ok(second < first && second <= 2, `requests of the two looks: ${counts}`);
});

test(
  'a repository without an issue, or with less than half of them, changes nothing and says why',
  options,
  async () => {
    await using server = await startGitServer();
    await server.push({ 'README.md': 'Nothing yet.\n' });
    await using opened = await openSource({ kind: 'git', address: server.address });
    const empty = await opened.look();
    assert.match(empty.update.kind === 'failed' ? empty.update.message : '', /CONTENT_GIT: there is no issue in it/);
    const names = ['2031-W04', '2031-W05', '2031-W06', '2031-W07', '2031-W08', '2031-W09'];
    await server.push({
      'README.md': undefined,
      ...Object.fromEntries(names.map((name) => [`${name}.md`, issue(name)])),
    });
    await opened.look();
    const remove = (gone: readonly string[]) =>
      server.push(Object.fromEntries(gone.map((name) => [`${name}.md`, undefined])));
    await remove(names.slice(3));
    assert.equal((await opened.look()).files.length, 3, 'half of them is no less');
    await remove(names.slice(1, 3));
    const fewer = await opened.look();
    assert.ok(fewer.update.kind === 'failed');
    assert.match(fewer.update.message, /it has 1 issues now, and 3 in the copy before/);
    assert.equal(fewer.files.length, 3);
    // As the remedy says.
    assert.ok(fewer.update.remedy.includes(opened.copyFolder));
    await rm(opened.copyFolder, { recursive: true });
    assert.deepEqual((await opened.look()).files, ['2031-W04.md']);
  },
);

test('a fault of any kind leaves what is in use, and nothing lying about', async () => {
  await using opened = await openFeedSource([fenwick]);
  await opened.look();
  opened.serve(composeRss([fenwick, osprey]).slice(0, 700));
  const { update, files } = await opened.look();
  assert.match(update.kind === 'failed' ? update.message : '', /no feed, or only a part/);
  assert.deepEqual(files, ['2031-02-14-number-12.md']);
  assert.equal((await readdir(join(opened.copyFolder, 'versions'))).length, 1);
});

test('facts of a folder stand beside their issue, and change when the folder does', async () => {
  await using opened = await openFeedSource([fenwick]);
  await opened.addFacts('2031-02-14-number-12.facts.yaml', '- says: one\n');
  await opened.addFacts('subjects.yaml', '[]\n');
  const read = () => readFile(join(opened.copyFolder, 'current/content/2031-02-14-number-12.facts.yaml'), 'utf8');
  const first = await opened.look();
  assert.deepEqual(first.files, ['2031-02-14-number-12.facts.yaml', '2031-02-14-number-12.md', 'subjects.yaml']);
  assert.deepEqual((await opened.look()).update, { kind: 'unchanged' });
  await opened.addFacts('2031-02-14-number-12.facts.yaml', '- says: two\n');
  assert.equal((await opened.look()).update.kind, 'ready');
  assert.equal(await read(), '- says: two\n');
  const { factsFolder = '' } = opened.source;
  await rename(join(factsFolder, '2031-02-14-number-12.facts.yaml'), join(factsFolder, '2031-02-21-other.facts.yaml'));
  assert.ok((await opened.look()).files.includes('2031-02-21-other.facts.yaml'), 'renamed');
  await opened.addFacts('2031-02-14-number-12.facts.yaml', '- says: two\n');
  await rm(join(factsFolder, '2031-02-21-other.facts.yaml'));
  opened.serve(composeRss([osprey]));
  await opened.addFacts('2031-02-21-number-13.facts.yaml', '- says: three\n');
  const { files } = await opened.look();
  assert.equal(files.length, 5);
  assert.equal(await read(), '- says: two\n');
});

test(
  'facts of a folder take the place of those that were fetched, whatever folder the issue is in',
  options,
  async () => {
    await using server = await startGitServer();
    await server.push({ '2031/2031-W07.md': issue('Fenwick'), '2031/2031-W07.facts.yml': '- says: theirs\n' });
    await using opened = await openSource({ kind: 'git', address: server.address });
    await opened.addFacts('2031-W07.facts.yaml', '- says: ours\n');
    const { files } = await opened.look();
    assert.deepEqual(files, ['2031', '2031/2031-W07.facts.yaml', '2031/2031-W07.md']);
  },
);

test('facts that are taken out of the folder are gone, though the source has not changed', async () => {
  await using opened = await openFeedSource([fenwick]);
  await opened.addFacts('2031-02-14-number-12.facts.yaml', '- says: one\n');
  await opened.addFacts('subjects.yaml', '[]\n');
  await opened.look();
  await rm(join(opened.source.factsFolder ?? '', '2031-02-14-number-12.facts.yaml'));
  assert.deepEqual((await opened.look()).files, ['2031-02-14-number-12.md', 'subjects.yaml']);
});

test('what is left out of a source is told of each copy of it, also of one with other facts', async () => {
  await using opened = await openFeedSource([fenwick, { ...osprey, day: 'some day' }]);
  const readRemarks = async () => {
    const { update } = await opened.look();
    return update.kind === 'ready' ? update.remarks : [];
  };
  const remarks = await readRemarks();
  assert.equal(remarks.length, 1);
  await opened.addFacts('2031-02-14-number-12.facts.yaml', '- says: one\n');
  assert.deepEqual(await readRemarks(), remarks);
});

test('when the facts alone change, the list of subjects above the folder stays', options, async () => {
  await using server = await startGitServer();
  const subjects = '- name: Fenwick\n';
  await server.push({ 'news/2031/2031-W07.md': issue('Fenwick'), 'news/subjects.yaml': subjects });
  await using opened = await openSource({ kind: 'git', address: server.address, folder: 'news/2031' } as never);
  const read = () => readFile(join(opened.copyFolder, 'current/subjects.yaml'), 'utf8');
  for (const says of ['one', 'two']) {
    await opened.addFacts('2031-W07.facts.yaml', `- says: ${says}\n`);
    assert.equal((await opened.look()).update.kind, 'ready');
    assert.equal(await read(), subjects, says);
  }
});

test('a folder of facts that is away is a fault: no answer loses its facts by it', async () => {
  await using opened = await openFeedSource([fenwick]);
  await opened.addFacts('2031-02-14-number-12.facts.yaml', '- says: one\n');
  await opened.look();
  await rm(opened.source.factsFolder ?? '', { recursive: true });
  const { update, files } = await opened.look();
  assert.match(update.kind === 'failed' ? update.message : '', /^CONTENT_FACTS: /);
  assert.equal(files.length, 2);
});

test('a folder that cannot be written to is a fault that names the setting', async () => {
  await using opened = await openFeedSource([fenwick]);
  Object.assign(opened.source, { copiesFolder: '/dev/null/copies' });
  const { update } = await opened.look();
  assert.match(update.kind === 'failed' ? `${update.message} ${update.remedy}` : '', /CONTENT_COPIES/);
});
