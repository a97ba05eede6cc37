import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { buildSnapshot } from '#search/snapshot.ts';
import { assertProperty } from '../../../fixtures/assert-property.ts';
import { servePage } from '../../../fixtures/serve-page.ts';
import { inventIssueOfFacts } from '../../../watching/invent-issue-of-facts.ts';
import { findLiveMarkup } from '../rendering/find-live-markup.ts';
import { hostileHtmlWords } from '../rendering/hostile-html.ts';

const page = await servePage();
const read = async (path: string) => (await page.get(path)).text();

test('a question in the address is answered on the page, with the box to ask the next', async () => {
  const response = await page.get('/?q=does+teapotd+run+on+arm64%3F');
  const text = await response.text();
  assert.equal(response.status, 200);
  assert.match(text, /✔<\/span> Yes: The Teapotd daemon now supports arm64\./);
  assert.match(text, /<a href="\.\/issues\/2031-W07">2031-W07<\/a>/);
  assert.match(text, /<a href="\.\/subjects\/teapotd">All about Teapotd<\/a>/);
  assert.match(text, /<input id="q" name="q"[^>]* value="does teapotd run on arm64\?"/);
  assert.equal(response.headers.get('cache-control'), 'no-store');
});

test('a command works in the box as in a chat, and one about channels says where it does', async () => {
  assert.match(await read('/?q=status+kettlectl'), /Status of Kettlectl/);
  assert.match(await read('/?q=subscribe'), /posted in channels/);
});

test('each page links to others of the same place, so that it may lie anywhere below a host', async () => {
  for (const path of [
    '/',
    '/table',
    '/subjects',
    '/subjects/kettlectl',
    '/issues',
    '/issues/2031-W07',
    '/table/any/no',
    '/x/y',
  ]) {
    const addresses = [...(await read(path)).matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address = '']) => address);
    assert.ok(addresses.length > 5, path);
    for (const address of addresses) assert.match(address, /^(?:\.\.?\/|#main|data:,|https:)/, `${path}: ${address}`);
  }
});

test('no address of ours on any page is dead, and what a cell leads to has its proof', async () => {
  const seen = new Map<string, string>();
  const waiting = [`${page.address}/`];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [bare = ''] = next.split('#');
    const text = seen.get(bare) ?? (await (await fetch(bare)).text());
    if (!seen.has(bare)) {
      seen.set(bare, text);
      for (const [, address = ''] of text.matchAll(/href="(\.[^"]*)"/g)) waiting.push(new URL(address, bare).href);
    }
    const anchor = next.split('#')[1];
    if (anchor !== undefined) assert.ok(text.includes(`id="${decodeURIComponent(anchor)}"`), next);
    assert.doesNotMatch(text, /<h1>There is no/, next);
  }
  assert.ok(seen.size > 10, `${seen.size} pages`);
});

test('an address in another form leads to the one that lasts', async () => {
  for (const [path, location] of [
    ['/subjects/Kettlectl', '../subjects/kettlectl'],
    ['/subjects/kettlectl/', '../kettlectl'],
    ['/issues/2031-w07', '../issues/2031-W07'],
    ['/table?kind=&status=no', './table/any/no'],
    ['/table?kind=daemon&status=', './table/daemon'],
    ['/table/', '../table'],
    ['/issues/?from=mail', '../issues?from=mail'],
  ] as const) {
    const response = await page.get(path);
    assert.ok([301, 302, 308].includes(response.status), path);
    assert.equal(response.headers.get('location'), location);
  }
});

test('what was renamed is found by its old name, at the address that it has now', async () => {
  const fact = { says: 'Quernd runs on arm64.', about: ['Quernd'], on: ['arm64'], status: 'yes' };
  const subjects = [{ name: 'Quernd', also: ['Old Mill', 'Q++'], kind: [], by: undefined }];
  const snapshot = buildSnapshot([inventIssueOfFacts('2031-W07', [fact])], subjects);
  const renamed = await servePage({ getSnapshot: () => snapshot });
  for (const path of ['/subjects/old-mill', '/subjects/Old%20Mill', '/subjects/q-plus-plus', '/subjects/QUERND']) {
    const { status, headers } = await renamed.get(path);
    assert.deepEqual([status, headers.get('location')], [301, '../subjects/quernd'], path);
  }
});

test('what is not there is said so, with a way on', async () => {
  for (const path of [
    '/nothing',
    '/subjects/nix',
    '/issues/1999-W01',
    '/table/nix',
    '/table/any/nix',
    '/subjects/%E0%A4%A',
    '/..%2f..%2fetc/passwd',
    '/apiary',
    '/mcp-old',
  ]) {
    const response = await page.get(path);
    assert.equal(response.status, 404, path);
    assert.match(await response.text(), /<a href="[./]+">To the first page<\/a>/);
  }
});

test('an archive without an issue has pages, too', async () => {
  const empty = await servePage({ getSnapshot: () => buildSnapshot([]) });
  for (const path of ['/', '/?q=does+it+run', '/table', '/subjects', '/issues', '/api/latest']) {
    assert.equal((await empty.get(path)).status, 200, path);
  }
});

test('a page that is only looked at for its head has one, and no body', async () => {
  const response = await page.get('/table', { method: 'HEAD' });
  assert.equal(response.status, 200);
  assert.equal(await response.text(), '');
});

test('nothing can be changed, and nothing runs or is loaded from elsewhere', async () => {
  const response = await page.get('/', { method: 'POST', body: 'q=1' });
  assert.equal(response.status, 405);
  assert.equal(response.headers.get('allow'), 'GET, HEAD');
  for (const path of ['/', '/nothing', '/table', '/api/ask', '/api/latest', '/style.css', '/mcp']) {
    const { headers } = await page.get(path);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/, path);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /script-src|unsafe|https?:|\*/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
  }
});

suite('whatever is asked', () => {
  test('hostile questions get a page in which nothing is alive', async () => {
    await assertProperty(
      fc.asyncProperty(hostileHtmlWords, async (question) => {
        const response = await page.get(`/?q=${encodeURIComponent(question.toWellFormed())}`);
        assert.equal(response.status, 200);
        assert.deepEqual(findLiveMarkup(await response.text()), []);
      }),
      { numRuns: 200 },
    );
  });

  test('a question that is far too long is refused in words, whatever its length', async () => {
    for (const characters of [1_001, 10_000, 30_000]) {
      const response = await page.get(`/?q=${'a'.repeat(characters)}`);
      assert.equal(response.status, 200);
      assert.match(await response.text(), /characters/);
    }
    const beyond = await page.get(`/?q=${'a'.repeat(100_000)}`);
    assert.equal(beyond.status, 431);
    assert.match(await beyond.text(), /too long/);
  });

  test('no question, several, and broken ones are answered', async () => {
    for (const query of ['q=', 'q', 'q=%', 'q=%ff', 'q=a&q=b', 'q[]=a', 'q=%00', 'q=%ED%A0%80']) {
      const response = await page.get(`/?${query}`);
      assert.equal(response.status, 200, query);
      assert.deepEqual(findLiveMarkup(await response.text()), [], query);
    }
  });
});
