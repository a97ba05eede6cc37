import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';
import { composeAtom, composeJson, composeRss, fenwick, osprey } from './feed-texts.ts';
import { openFeed } from './open-feed.ts';

test('RSS, Atom and JSON Feed give the same issues', async () => {
  for (const compose of [composeRss, composeAtom, composeJson]) {
    await using feed = await openFeed();
    feed.text = compose([osprey, fenwick]);
    const { files, remarks } = await feed.fetch();
    assert.deepEqual([files, remarks], [['2031-02-14-number-12.md', '2031-02-21-number-13.md'], []]);
    const text = await feed.read('2031-02-14-number-12.md');
    assert.equal(
      text,
      `---
title: "Fenwick & friends"
date: 2031-02-14T09:00:00Z
link: "https://news.example/issues/number-12/"
---

## Fenwick 2

Fenwick 2 runs on **arm64**. See [its page](https://news.example/fenwick).
`,
    );
    const { issue, problems } = parseIssue('2031-02-14-number-12.md', text);
    assert.deepEqual(problems, []);
    assert.equal(issue?.id, '2031-02-14-number-12');
    assert.equal(issue.title, 'Fenwick & friends');
    assert.equal(issue.date.day, '2031-02-14');
    assert.equal(issue.articles[0]?.heading, 'Fenwick 2');
  }
});

test('a feed in another order, or without the items that were there, changes nothing', async () => {
  await using feed = await openFeed();
  feed.text = composeRss([osprey, fenwick]);
  await feed.fetch();
  for (const items of [[fenwick, osprey], [osprey], []]) {
    feed.text = composeRss(items);
    assert.equal((await feed.fetch()).files, 'unchanged', String(items.length));
  }
  const quernd = { ...osprey, id: 'q', title: 'Quernd', day: '2031-02-28', link: 'https://news.example/number-14' };
  feed.text = composeRss([quernd]);
  const { files } = await feed.fetch();
  assert.deepEqual(files, ['2031-02-14-number-12.md', '2031-02-21-number-13.md', '2031-02-28-number-14.md']);
});

test('an edited item is the same issue with the new text; under another date or title, too', async () => {
  await using feed = await openFeed();
  feed.text = composeRss([fenwick, osprey]);
  await feed.fetch();
  const edits = [
    { html: '<p>Fenwick 2 runs on riscv64, too.</p>' },
    { title: 'Fenwick 3' },
    { day: '2031-03-07' },
    { link: 'https://news.example/elsewhere' },
  ];
  let edited = fenwick;
  for (const edit of edits) {
    edited = { ...edited, ...edit };
    feed.text = composeRss([edited, osprey]);
    const { files } = await feed.fetch();
    assert.deepEqual(files, ['2031-02-14-number-12.md', '2031-02-21-number-13.md'], JSON.stringify(edit));
  }
  const text = await feed.read('2031-02-14-number-12.md');
  assert.match(text, /title: "Fenwick 3"\ndate: 2031-02-14\nlink: "https:\/\/news.example\/elsewhere"/);
  assert.match(text, /riscv64/);
  assert.equal((await feed.fetch()).files, 'unchanged');
});

test('items of one day and one name are issues of their own, the same ones in whatever order they come', async () => {
  const items = ['c', 'a', 'b'].map((id) => ({ ...fenwick, id, link: `https://${id}.example/news` }));
  for (const order of [items, [...items].reverse()]) {
    await using feed = await openFeed();
    feed.text = composeAtom(order);
    const { files } = await feed.fetch();
    assert.deepEqual(files, ['2031-02-14-news-2.md', '2031-02-14-news-3.md', '2031-02-14-news.md']);
    assert.match(await feed.read('2031-02-14-news.md'), /a\.example/);
  }
});

test('an item that can be no issue is left out with a word, and costs no other', async () => {
  await using feed = await openFeed();
  feed.text = composeAtom([
    fenwick,
    { ...osprey, html: '<b>'.repeat(200_000) },
    { ...osprey, id: 'long', html: 'word '.repeat(500_000) },
    fenwick,
  ]).replace('</feed>', '<entry><id>undated</id><title>x</title></entry></feed>');
  const { files, remarks } = await feed.fetch();
  assert.deepEqual(files, ['2031-02-14-number-12.md']);
  assert.deepEqual(remarks, [
    'items without a date are left out: 1',
    'items with the id of another are left out: 1',
    'items that are too long, or nested too deeply, are left out: 2',
  ]);
});

test('a title is the issue’s as it is, whatever signs are in it', async () => {
  const titles = ['The "big" release', '"Fenwick"', "It's out", 'C:\\temp\\new', 'Fenwick: # 2', '- {a: [b', '\\'];
  for (const title of titles) {
    await using feed = await openFeed();
    feed.text = composeJson([{ ...fenwick, title }]);
    await feed.fetch();
    const { issue, problems } = parseIssue('2031-02-14.md', await feed.read('2031-02-14-number-12.md'));
    assert.deepEqual([issue?.title, issue?.link, problems], [title, fenwick.link, []]);
  }
});

test('an item without an address of its own is named after its title, accents and all', async () => {
  for (const title of ['Café 2 – out now!', 'Cafe\u0301 2 – out now!']) {
    await using feed = await openFeed();
    feed.text = composeJson([{ ...fenwick, title, link: 'https://news.example/12' }]);
    assert.deepEqual((await feed.fetch()).files, ['2031-02-14-café-2-out-now.md']);
  }
});

test('a title cannot leave its line, and an item without text shows its title', async () => {
  await using feed = await openFeed();
  feed.text = composeJson([{ ...fenwick, title: 'a"\n---\nlink: "https://other.example/"', html: '' }]);
  await feed.fetch();
  const text = await feed.read('2031-02-14-number-12.md');
  const { issue } = parseIssue('2031-02-14-number-12.md', text);
  assert.equal(issue?.link, fenwick.link);
  assert.equal(issue?.title, 'a" --- link: "https://other.example/"');
});

test('a feed of 10,000 items is read, and the next look at it changes nothing', async () => {
  const many = Array.from({ length: 10_000 }, (_, at) => ({
    ...fenwick,
    title: 'Fenwick',
    id: String(at),
    link: `https://news.example/n${at}`,
  }));
  await using feed = await openFeed();
  feed.text = composeRss(many);
  assert.equal((await feed.fetch()).files.length, 10_000);
  assert.equal((await feed.fetch()).files, 'unchanged');
});

test('a server’s trouble is tried again by itself; what it refuses is for a person to mend', async () => {
  await using feed = await openFeed();
  for (const [statuses, remedy] of [
    [[408, 429, 500, 503], /^The next look tries again\.$/],
    [[401, 403, 404, 410, 418], /^Correct the address, if the server does not mend it\.$/],
  ] as const) {
    for (const status of statuses) {
      feed.answer = (_, response) => response.writeHead(status).end();
      await assert.rejects(feed.fetch(), { message: `CONTENT_FEED: the server answers ${status}.`, remedy });
    }
  }
});
