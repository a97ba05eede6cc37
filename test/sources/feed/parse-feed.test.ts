import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FeedItem } from '#sources/feed/feed-item.ts';
import { parseFeed } from '#sources/feed/parse-feed.ts';

const address = 'https://news.example/feeds/all';
const published = { day: '2031-02-14', text: '2031-02-14' };

const rss = (items: string, home = '<link>https://news.example/</link>') =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>N</title>${home}${items}</channel></rss>`;
const rdf = (items: string) =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="x"><title>N</title><link>https://news.example/</link></channel>${items}</rdf:RDF>`;
const atom = (entries: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><title>N</title><link rel="self" href="https://other.example/feed"/>
    <link href="https://news.example/home/"/>${entries}</feed>`;
const json = (...items: readonly object[]) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'N',
    home_page_url: 'https://news.example/',
    items,
  });

function readOne(text: string): FeedItem {
  const { items, remarks } = parseFeed(text, address);
  assert.deepEqual([items.length, remarks], [1, []]);
  return items[0] as FeedItem;
}

const day = '<pubDate>2031-02-14</pubDate>';
const htmlBody = (value: string) => ({ kind: 'html', value }) as const;
const textBody = (value: string) => ({ kind: 'text', value }) as const;
const forms: readonly [promise: string, text: string, item: Partial<FeedItem>][] = [
  [
    'RSS: the id, the link, the whole text',
    rss(
      `<item><guid isPermaLink="false">12</guid><title>A &amp;amp; B</title><link>/12</link>${day}<description>Hello</description></item>`,
    ),
    { key: '12', title: 'A & B', link: 'https://news.example/12', published, body: htmlBody('Hello') },
  ],
  [
    'RSS: the whole text before the short one',
    rss(`<item><title>A</title>${day}<description>S</description><content:encoded>Long</content:encoded></item>`),
    { body: htmlBody('Long') },
  ],
  [
    'a blank id is none: the link tells items apart',
    json({ id: ' ', title: 'A', url: '/12', date_published: '2031-02-14' }),
    { key: 'https://news.example/12' },
  ],
  [
    'RSS without a link: the id, where it is an address',
    rss(`<item><guid>https://news.example/13</guid><title>A</title>${day}</item>`),
    { link: 'https://news.example/13', body: textBody('A') },
  ],
  [
    'RSS: an id that is no address is no link',
    rss(`<item><guid isPermaLink="false">13</guid><title>A</title>${day}</item>`),
    { link: undefined },
  ],
  [
    'RSS with a date of Dublin Core',
    rss('<item><title>A</title><dc:date>2031-02-14</dc:date></item>'),
    { key: '2031-02-14 A', published },
  ],
  [
    'RSS without a title is named by its day',
    rss(`<item><guid isPermaLink="false">9</guid>${day}</item>`),
    { title: '2031-02-14', body: textBody('') },
  ],
  [
    'RSS: the id before the link, the link before the title',
    rss(`<item><title>A</title><link>https://a.example/</link>${day}</item>`),
    { key: 'https://a.example/' },
  ],
  [
    'RSS: what is no web address is no link',
    rss(`<item><title>A</title><link>mailto:a@a.example</link>${day}</item>`),
    { link: undefined },
  ],
  [
    'RSS without a home: addresses go by the feed’s',
    rss(`<item><title>A</title><link>n/12</link>${day}</item>`, ''),
    { link: 'https://news.example/feeds/n/12' },
  ],
  [
    'RDF: its own address, the whole text before the short one',
    rdf(
      '<item rdf:about="urn:12"><title>A &amp;amp; B</title><link>/12</link><dc:date>2031-02-14</dc:date><description>S</description><content:encoded>Long</content:encoded></item>',
    ),
    { key: 'urn:12', title: 'A & B', link: 'https://news.example/12', published, body: htmlBody('Long') },
  ],
  [
    'RDF with the short text alone',
    rdf('<item><title>A</title><link>/12</link><dc:date>2031-02-14</dc:date><description>S</description></item>'),
    { body: htmlBody('S') },
  ],
  [
    'Atom: the page, not the enclosure; when it came out, not when it was changed',
    atom(
      '<entry><id>12</id><title>A &lt;b&gt;</title><link rel="enclosure" href="/z.zip"/><link rel="alternate" href="12"/><published>2031-02-14</published><updated>2031-02-20</updated><content type="html">&lt;p&gt;Hi</content></entry>',
    ),
    { key: '12', title: 'A <b>', link: 'https://news.example/home/12', published, body: htmlBody('<p>Hi') },
  ],
  [
    'Atom with the date of the change, a summary as text and a title as HTML',
    atom(
      '<entry><id>12</id><title type="html">A &amp;amp; &lt;i&gt;B&lt;/i&gt;</title><updated>2031-02-14</updated><summary>S &lt; T</summary></entry>',
    ),
    { title: 'A & B', link: undefined, published, body: textBody('S < T') },
  ],
  [
    'Atom with a content that lies elsewhere',
    atom(
      '<entry><id>12</id><title>A</title><updated>2031-02-14</updated><summary type="html">S</summary><content src="a.zip"/></entry>',
    ),
    { body: htmlBody('S') },
  ],
  [
    'JSON: the whole text before the short ones',
    json({
      id: '12',
      title: 'A',
      url: '/12',
      external_url: 'https://b.example/',
      date_published: '2031-02-14',
      date_modified: '2031-02-20',
      content_html: 'H',
      content_text: 'T',
      summary: 'S',
    }),
    { key: '12', title: 'A', link: 'https://news.example/12', published, body: htmlBody('H') },
  ],
  [
    'JSON with what is there instead',
    json({
      id: '12',
      title: 'A',
      external_url: 'https://b.example/',
      date_modified: '2031-02-14',
      content_text: 'T',
      summary: 'S',
    }),
    { link: 'https://b.example/', published, body: textBody('T') },
  ],
  [
    'JSON with a summary alone',
    json({ id: '12', title: 'A', date_published: '2031-02-14', summary: 'S' }),
    { body: textBody('S') },
  ],
  [
    'Atom with XHTML, in the title as in the text',
    atom(
      '<entry><id>12</id><title type="xhtml">A &lt;i&gt;B&lt;/i&gt;</title><updated>2031-02-14</updated><content type="xhtml">&lt;p&gt;Hi</content></entry>',
    ),
    { title: 'A B', body: htmlBody('<p>Hi') },
  ],
  ['an empty link is none', json({ id: '1', title: 'A', url: ' ', date_published: '2031-02-14' }), { link: undefined }],
  [
    'a home that is no address: links go by the feed’s',
    rss(`<item><title>A</title><link>n/12</link>${day}</item>`, '<link>http://[</link>'),
    { link: 'https://news.example/feeds/n/12' },
  ],
];

for (const [promise, text, expected] of forms) {
  test(promise, () => {
    const item: Partial<Record<string, unknown>> = { ...readOne(text) };
    assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, item[key]])), expected);
  });
}

test('what has no date or the id of another is left out and counted; the first of an id counts', () => {
  const items = [
    { id: '1', title: 'A', date_published: '2031-02-14' },
    { id: ' 1 ', title: 'B', date_published: '2031-02-15' },
    { id: '2', title: 'C' },
    { id: '3', title: 'D', date_published: 'soon' },
    { id: '4', title: 'E', date_published: '2031-02-16' },
  ];
  const read = parseFeed(`\ufeff${json(...items)}`, address);
  assert.deepEqual(
    read.items.map(({ title }) => title),
    ['A', 'E'],
  );
  assert.deepEqual(read.remarks, [
    'items without a date are left out: 2',
    'items with the id of another are left out: 1',
  ]);
});

test('a title is one line without control characters, of 200 characters at most', () => {
  const titled = (title: string) => readOne(json({ id: '1', title, date_published: '2031-02-14' })).title;
  assert.equal(titled('  A\n\tkettle\u0007 '), 'A kettle');
  assert.equal(titled(`${'a'.repeat(199)} ${'b'.repeat(9)}`), 'a'.repeat(199));
  assert.equal(titled('a'.repeat(300)).length, 200);
});

test('what is no feed is no empty one', () => {
  assert.throws(() => parseFeed('<html><body>Sign in</body></html>', address));
});
