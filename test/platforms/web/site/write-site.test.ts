import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { after, test } from 'node:test';
import { buildCatalogue } from '#catalogue/catalogue.ts';
import { SiteError, writeSite } from '#platforms/web/site/write-site.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { kitchenArchive } from '../../../commands/invented-archive.ts';
import { inventIssueOfFacts } from '../../../watching/invent-issue-of-facts.ts';
import { findLiveMarkup } from '../rendering/find-live-markup.ts';

const temporary = mkdtempSync(join(tmpdir(), 'site-'));
after(() => rmSync(temporary, { recursive: true }));
const catalogue = buildCatalogue(kitchenArchive);
const nowhere = { answersAt: undefined };
const listFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.\w+$/.test(path))
    .sort();

test('each page is the index of a folder, at the address that the served page has', async () => {
  const folder = join(temporary, 'pages');
  const { files } = await writeSite(folder, catalogue, nowhere);
  const written = listFiles(folder);
  assert.equal(written.length, files + 1);
  for (const path of [
    'index.html',
    '404.html',
    'style.css',
    'table/index.html',
    'table/any/no/index.html',
    'subjects/index.html',
    'subjects/kettlectl/index.html',
    'issues/2031-W07/index.html',
  ]) {
    assert.ok(written.includes(path), path);
  }
});

test('every link of every page leads to a file that is there, and to a place within it', async () => {
  const folder = join(temporary, 'links');
  await writeSite(folder, catalogue, nowhere);
  const pages = new Map(listFiles(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  let links = 0;
  for (const [path, text] of pages) {
    for (const [, address = ''] of text.matchAll(/href="(\.[^"]*)"/g)) {
      const [file = '', anchor] = decodeURIComponent(address).split('#');
      const target = normalize(join(dirname(path), file)).replace(/\/$/, '');
      const found = pages.get(target) ?? pages.get(target === '.' ? 'index.html' : `${target}/index.html`);
      assert.ok(found !== undefined, `${path}: ${address}`);
      if (anchor !== undefined) assert.ok(found.includes(`id="${anchor}"`), `${path}: ${address}`);
      links++;
    }
  }
  assert.ok(links > 50);
});

test('nothing in it runs or is loaded from elsewhere', async () => {
  const folder = join(temporary, 'harmless');
  await writeSite(folder, catalogue, nowhere);
  for (const path of listFiles(folder).filter((name) => name.endsWith('index.html'))) {
    const text = readFileSync(join(folder, path), 'utf8');
    assert.deepEqual(findLiveMarkup(text), [], path);
    assert.match(text, /default-src &#39;none&#39;/);
  }
});

test('the box leads to where questions are answered, and is left out where that is nowhere', async () => {
  const without = join(temporary, 'without');
  const withBox = join(temporary, 'with');
  await writeSite(without, catalogue, nowhere);
  await writeSite(withBox, catalogue, { answersAt: 'https://arm.example/news' });
  assert.doesNotMatch(readFileSync(join(without, 'index.html'), 'utf8'), /<form/);
  const page = readFileSync(join(withBox, 'subjects', 'kettlectl', 'index.html'), 'utf8');
  assert.match(page, /<form role="search" action="https:\/\/arm\.example\/news\/" method="get">/);
  assert.match(page, /form-action https:\/\/arm\.example;/);
});

test('written anew, what is gone from the archive is gone, and what others put there stays', async () => {
  const folder = join(temporary, 'anew');
  await writeSite(folder, catalogue, nowhere);
  writeFileSync(join(folder, 'CNAME'), 'arm.example');
  const { removed } = await writeSite(folder, buildCatalogue(buildSnapshot([])), nowhere);
  assert.ok(removed > 5);
  const left = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  assert.ok(left.includes('CNAME'));
  assert.ok(!left.includes('subjects/kettlectl/index.html'));
});

test('a folder with other things in it is left alone, and so is what is no folder', async () => {
  const folder = join(temporary, 'home');
  await writeSite(join(folder, 'below'), catalogue, nowhere);
  await assert.rejects(writeSite(folder, catalogue, nowhere), (error: Error) => {
    assert.ok(error instanceof SiteError);
    assert.match(error.message, /holds other files, and no site\. Give a new or an empty folder\.$/);
    return true;
  });
  const file = join(temporary, 'file');
  writeFileSync(file, '');
  await assert.rejects(writeSite(file, catalogue, nowhere), {
    name: 'SiteError',
    message: `${file} is no folder that can be read. Give another one.`,
  });
});

test('an old name is a page that leads on, and what a name has of markup is text there', async () => {
  const folder = join(temporary, 'renamed');
  const name = '<b>Quernd</b>';
  const fact = { says: `${name} runs on arm64.`, about: [name], on: ['arm64'], status: 'yes' };
  const subjects = [{ name, also: ['Old Mill'], kind: [], by: undefined }];
  const renamed = buildCatalogue(buildSnapshot([inventIssueOfFacts('2031-W07', [fact])], subjects));
  await writeSite(folder, renamed, nowhere);
  const moved = readFileSync(join(folder, 'subjects', 'old-mill', 'index.html'), 'utf8');
  const [slug = ''] = renamed.subjects.flatMap((subject) => (subject.name === name ? [subject.slug] : []));
  assert.match(moved, /<title>&lt;b&gt;Quernd&lt;\/b&gt;<\/title>/);
  assert.ok(moved.includes(`content="0; url=../${slug}/"`) && moved.includes(`<a href="../${slug}/">`), moved);
  assert.ok(listFiles(folder).includes(`subjects/${slug}/index.html`));
});

test('a list of files that was tampered with removes nothing elsewhere', async () => {
  const folder = join(temporary, 'tampered');
  await writeSite(folder, catalogue, nowhere);
  const precious = join(temporary, 'precious.txt');
  writeFileSync(precious, 'kept');
  writeFileSync(join(folder, 'site-files.txt'), `../precious.txt\n${precious}\n`);
  await writeSite(folder, catalogue, nowhere);
  assert.equal(readFileSync(precious, 'utf8'), 'kept');
});

test('folders above it are made, and where none can be made, that is said', async () => {
  const { files } = await writeSite(join(temporary, 'above', 'it', 'site'), catalogue, nowhere);
  assert.ok(files > 0);
  writeFileSync(join(temporary, 'no-folder'), '');
  await assert.rejects(writeSite(join(temporary, 'no-folder', 'site'), catalogue, nowhere), SiteError);
});

test('below a folder of the system that takes no new ones it ends, with what to do', {
  skip: process.platform !== 'linux' && 'there is no /proc',
}, async () => {
  await assert.rejects(writeSite('/proc/site', catalogue, nowhere), /could not be written into \/proc\/site/);
});
