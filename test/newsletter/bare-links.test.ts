import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { flattenMarkdown } from '#newsletter/markdown/flatten-markdown.ts';
import { parseMarkdown } from '#newsletter/markdown/parse-markdown.ts';

const cases: readonly (readonly [what: string, text: string, ...urls: readonly string[]])[] = [
  ['a stop behind it', 'See https://a.example/b.', 'https://a.example/b'],
  ['a colon behind it', 'https://a.example/b#c: the notes', 'https://a.example/b#c'],
  ['brackets', '(http://a.example/b, http://c.example/d(e))', 'http://a.example/b', 'http://c.example/d(e)'],
  ['emphasis around it', 'It is **http://a.example/b** now', 'http://a.example/b'],
  ['underscores in it and at its end', 'http://a.example/b_c_d_ and _so_ on', 'http://a.example/b_c_d_'],
  ['a host and a port alone', 'http://localhost:8080', 'http://localhost:8080'],
  ['capitals', 'HTTP://A.EXAMPLE/B', 'HTTP://A.EXAMPLE/B'],
  ['other scripts', 'www.münchen.example/ä', 'http://www.münchen.example/ä'],
  ['www. for a scheme', 'See www.a.example/b: it works', 'http://www.a.example/b'],
  ['www. inside an address', 'http://www.a.example/www.b.example', 'http://www.a.example/www.b.example'],
  ['www. alone', 'The www. is old'],
  ['www. inside a word', 'awww.a.example'],
  ['other schemes, mail and no scheme', 'mailto:a@b.example, a@b.example, //a.example/b, git://a.example'],
  ['a link of its own around it', '[www.a.example](http://b.example)', 'http://b.example'],
  ['an anchor around it', '<a href="http://b.example">www.a.example</a>', 'http://b.example'],
  ['code around it', '`http://a.example`'],
];

suite('finds an address that is no link, whatever stands around it', () => {
  for (const [what, text, ...urls] of cases) {
    test(what, () => {
      const passages = flattenMarkdown(parseMarkdown(text));
      assert.deepEqual(
        passages.flatMap(({ inline }) => inline.links.map(({ url }) => url)),
        urls,
      );
    });
  }
});

test('tells the line of every link, behind code, links and bare links of several lines', () => {
  const text = 'One `a\nb` http://a.example\n[two\nlines](http://b.example) www.c.example\nend www.d.example';
  const links = flattenMarkdown(parseMarkdown(text)).flatMap(({ inline }) => inline.links);
  assert.deepEqual(
    links.map(({ url, line }) => [url, line]),
    [
      ['http://a.example', 2],
      ['http://b.example', 3],
      ['http://www.c.example', 4],
      ['http://www.d.example', 5],
    ],
  );
});
