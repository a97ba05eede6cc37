/** An item of a feed for tests, in no feed's words. */
export interface TestItem {
  readonly id: string;
  readonly title: string;
  readonly day: string;
  readonly html: string;
  readonly link?: string;
}

export const fenwick: TestItem = {
  id: 'tag:news.example,2031:12',
  title: 'Fenwick & friends',
  day: '2031-02-14',
  html: '<h2>Fenwick 2</h2><p>Fenwick 2 runs on <b>arm64</b>. See <a href="/fenwick">its page</a>.</p>',
  link: 'https://news.example/issues/number-12/',
};
export const osprey: TestItem = {
  id: 'tag:news.example,2031:13',
  title: 'Osprey',
  day: '2031-02-21',
  html: '<h2>Osprey</h2><p>Osprey does not run on armv6.</p>',
  link: 'https://news.example/issues/number-13/',
};

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function composeRss(items: readonly TestItem[]): string {
  const entries = items.map(
    ({ id, title, day, html, link }) => `<item>
      <title>${escapeXml(escapeXml(title))}</title>
      <guid isPermaLink="false">${escapeXml(id)}</guid>
      ${link === undefined ? '' : `<link>${escapeXml(link)}</link>`}
      <pubDate>${new Date(`${day}T09:00:00Z`).toUTCString()}</pubDate>
      <description>A short word.</description>
      <content:encoded><![CDATA[${html}]]></content:encoded>
    </item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
  <title>Fenwick News</title><link>https://news.example/</link>
  ${entries.join('\n')}
</channel></rss>`;
}

export function composeAtom(items: readonly TestItem[]): string {
  const entries = items.map(
    ({ id, title, day, html, link }) => `<entry>
      <id>${escapeXml(id)}</id><title>${escapeXml(title)}</title>
      ${link === undefined ? '' : `<link rel="enclosure" href="/a.zip"/><link href="${escapeXml(link)}"/>`}
      <published>${day}T09:00:00Z</published><updated>2031-12-31T09:00:00Z</updated>
      <content type="html">${escapeXml(html)}</content>
    </entry>`,
  );
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><title>Fenwick News</title>
  <link href="https://news.example/"/>${entries.join('\n')}</feed>`;
}

export function composeJson(items: readonly TestItem[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Fenwick News',
    items: items.map(({ id, title, day, html, link }) => ({
      id,
      title,
      url: link,
      date_published: `${day}T09:00:00Z`,
      content_html: html,
    })),
  });
}
