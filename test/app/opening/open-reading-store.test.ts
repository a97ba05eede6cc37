import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { promisify } from 'node:util';
import { makeTemporaryFolder, type TemporaryFolder, writeFacts, writeIssue } from '../../archive/temporary-folder.ts';

const run = promisify(execFile);
const projectFolder = join(import.meta.dirname, '..', '..', '..');
const isWindows = process.platform === 'win32';
/** Far above what a slow machine takes; a start that hangs is ended. */
const patienceMs = 200_000;
const answer = /^✔ Yes: The program runs on arm64\./;

/** Some content, a folder for what Node compiles, and the real program, which asks one question at each start. */
async function prepare(project = projectFolder) {
  const folder = await makeTemporaryFolder({
    'content/2031-W07.md': writeIssue('Quernd'),
    'content/2031-W07.facts.yaml': writeFacts('Quernd'),
  });
  const cache = join(folder.path, 'compiled');
  return {
    folder,
    /** All that a person reads. */
    async ask(environment: Readonly<Record<string, string>> = { NODE_COMPILE_CACHE: cache }, content = 'content') {
      const words = [join(project, 'src', 'main.ts'), 'ask', 'does quernd run on arm64?'];
      const env = { PATH: process.env.PATH, CONTENT_DIR: content, ...environment };
      const { stdout, stderr } = await run(process.execPath, words, { cwd: folder.path, env, timeout: patienceMs });
      return stdout + stderr;
    },
    /** The files that readings are kept in, each with what tells whether it was written anew. */
    listKept: () => listKept(cache),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

async function listKept(cache: string): Promise<ReadonlyMap<string, number>> {
  const files = (await readdir(cache, { recursive: true })).filter((name) => /[/\\]archives[/\\]/.test(name));
  const found = await Promise.all(
    files.map(async (name) => [join(cache, name), (await stat(join(cache, name))).ino] as const),
  );
  return new Map(found);
}

test('a second start says the same from what the first has kept, and keeps nothing anew', async () => {
  await using bot = await prepare();
  const first = await bot.ask();
  assert.match(first, answer);
  const kept = await bot.listKept();
  assert.equal(kept.size, 1);
  assert.equal(await bot.ask(), first);
  assert.deepEqual(await bot.listKept(), kept);
});

test('a change of the content is answered from, and kept', async () => {
  await using bot = await prepare();
  await bot.ask();
  const kept = await bot.listKept();
  await bot.folder.write('content/2031-W07.facts.yaml', writeFacts('Quernd').replace('status: yes', 'status: no'));
  assert.match(await bot.ask(), /^✘ No: The program runs on arm64\./);
  const again = await bot.listKept();
  assert.deepEqual([...again.keys()], [...kept.keys()]);
  assert.notDeepEqual(again, kept);
});

test('a kept file that was spoilt costs nothing but time, and is made anew', async () => {
  await using bot = await prepare();
  const first = await bot.ask();
  const [[file] = []] = [...(await bot.listKept())];
  assert.ok(file);
  const whole = (await readFile(file)).length;
  await writeFile(file, 'spoilt');
  assert.equal(await bot.ask(), first);
  assert.ok((await readFile(file)).length >= whole - 100);
});

test('a folder that is named in another way is kept apart: messages name files as the folder was given', async () => {
  await using bot = await prepare();
  const first = await bot.ask();
  assert.equal(await bot.ask(undefined, join(bot.folder.path, 'content')), first);
  assert.equal((await bot.listKept()).size, 2);
});

suite('a start where nothing can be kept says the same', () => {
  type Environment = (folder: TemporaryFolder) => Promise<Readonly<Record<string, string>>>;
  const cases: readonly (readonly [name: string, environment: Environment])[] = [
    [
      'Node keeps no compiled code',
      async ({ path }) => ({ NODE_COMPILE_CACHE: join(path, 'compiled'), NODE_DISABLE_COMPILE_CACHE: '1' }),
    ],
    ['a file is in the way', async (folder) => ({ NODE_COMPILE_CACHE: await folder.write('compiled', 'in the way') })],
  ];
  for (const [name, environment] of cases)
    test(name, async () => {
      await using bot = await prepare();
      const said = await bot.ask(await environment(bot.folder));
      assert.match(said, answer);
      assert.deepEqual(
        said.split('\n').filter((line) => /error|warn/i.test(line)),
        [],
      );
      assert.ok(!(await readdir(bot.folder.path, { recursive: true })).some((file) => file.endsWith('.reading')));
    });
});

test('another version of the program reads anew; an editor that has a file of it open is in nobody’s way', {
  skip: isWindows && 'links need rights on Windows',
}, async () => {
  await using project = await makeTemporaryFolder();
  await cp(join(projectFolder, 'src'), join(project.path, 'src'), { recursive: true });
  await cp(join(projectFolder, 'package.json'), join(project.path, 'package.json'));
  await symlink(join(projectFolder, 'node_modules'), join(project.path, 'node_modules'));
  await using bot = await prepare(project.path);
  const first = await bot.ask();
  const kept = await bot.listKept();
  await utimes(join(project.path, 'src', 'facts', 'parse-facts.ts'), 1, 1);
  assert.equal(await bot.ask(), first);
  const again = await bot.listKept();
  assert.notDeepEqual(again, kept);
  await symlink('somebody@elsewhere.4711', join(project.path, 'src', 'facts', '.#parse-facts.ts'));
  assert.equal(await bot.ask(), first);
});
