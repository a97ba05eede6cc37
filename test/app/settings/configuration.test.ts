import assert from 'node:assert/strict';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkConfiguration, readEnvironment, readSetting } from '#app/settings/configuration.ts';

const temporaryFolder = () => mkdtempDisposable(join(tmpdir(), 'configuration-'));

test('the command line wins over the setting, the setting over the default', async () => {
  await using folder = await temporaryFolder();
  const other = tmpdir();
  assert.equal(checkConfiguration({ CONTENT_DIR: folder.path }).configuration?.contentFolder, folder.path);
  assert.equal(checkConfiguration({ CONTENT_DIR: folder.path }, other).configuration?.contentFolder, other);
  assert.match(checkConfiguration({ CONTENT_DIR: ' ' }).configuration?.contentFolder ?? '', /content$/);
});

test('a source goes before CONTENT_DIR, and the command line before a source; its copies lie beside the store', () => {
  const settings = {
    CONTENT_DIR: tmpdir(),
    CONTENT_FEED: 'https://news.example/feed',
    DATABASE_URL: 'sqlite:kept/bot.sqlite',
  };
  const { configuration } = checkConfiguration(settings, undefined, '/srv');
  assert.equal(configuration?.fetching?.source.copiesFolder, '/srv/kept/content');
  assert.match(configuration.contentFolder, /^\/srv\/kept\/content\/feed-[\da-f]{12}\/current\/content$/);
  const given = checkConfiguration(settings, tmpdir(), '/srv').configuration;
  assert.deepEqual(given, { contentFolder: tmpdir() });
  const shared = checkConfiguration(
    { ...settings, DATABASE_URL: 'postgres://db/bot' },
    undefined,
    '/srv',
  ).configuration;
  assert.equal(shared?.fetching?.source.copiesFolder, '/srv/data/content');
  assert.match(checkConfiguration({ CONTENT_GIT: 'news.git' }).problems?.join() ?? '', /^CONTENT_GIT: /);
});

test('a folder that is not there, or is a file, is a problem that names its setting', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'a-file');
  await writeFile(file, '');
  const problemOf = (path: string) => checkConfiguration({ CONTENT_DIR: path }).problems?.join() ?? '';
  for (const path of [join(folder.path, 'absent'), join(file, 'below')])
    assert.match(problemOf(path), /^CONTENT_DIR: there is no folder/);
  assert.match(problemOf(file), /^CONTENT_DIR: ".*a-file" is no folder\. Give the folder that it is in\.$/);
});

test('quotes of any kind around a value are no part of it, and one alone is', () => {
  for (const [value, read] of [
    ['"tea"', 'tea'],
    ["'tea'", 'tea'],
    ['“tea”', 'tea'],
    ['‘tea’', 'tea'],
    [' " tea " ', 'tea'],
    ['"tea', '"tea'],
    ['"tea" and "milk"', '"tea" and "milk"'],
    ['""', undefined],
    [' ', undefined],
  ] as const)
    assert.equal(readSetting({ KETTLE: value }, 'KETTLE'), read, value);
});

test('.env adds to the environment and never replaces it', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, '.env'), '# ours\nSOME_NEW_SETTING="from file"\nPATH=/nowhere\n');
  const { environment } = await readEnvironment(folder.path);
  assert.equal(environment.SOME_NEW_SETTING, 'from file');
  assert.equal(environment.PATH, process.env.PATH);
});
