import { test } from 'node:test';
import { convertHtml, convertText, readHtmlText } from '#sources/feed/html-to-markdown.ts';
import { matchFixture } from '../../fixtures/match-fixture.ts';

const base = 'https://news.example/feeds/all';
const dropped =
  'script style template noscript iframe object embed applet audio video canvas map form button select textarea dialog svg math noframes xmp s strike del'.split(
    ' ',
  );
const pieces = [
  ...[
    '<h1>One</h1><h6>Six</h6>',
    '<p>Words <b>bold</b> <em>leaning</em> <code>a_b*c</code> <s>gone</s></p>',
    'a<br>b',
    '<hr>',
  ],
  ...[
    '<ul><li>One<ul><li>In it</li></ul></li><li>Two</li></ul>',
    '<ol start="3"><li>Three</li></ol>',
    '<blockquote>Said</blockquote>',
  ],
  ...[
    '<a href="/x">in</a>',
    '<a href="b c(d)[e]`f">odd</a>',
    '<a href="?a=1&amp;copy=2">sign</a>',
    '<a href="javascript:x">no</a>',
    '<a>no</a>',
  ],
  ...[
    '<a href=" ">no</a>',
    '<a href="mailto:a@b.example">mail</a>',
    'a<a href="/y"> spaced </a>b',
    '<a href="/z"><h2>Head</h2><p>Text</p></a>',
  ],
  ...[
    '<a href="ftp://a.example/">ftp</a>',
    '<a href="/empty"> </a>',
    '<pre>one\n  two ```\n\n</pre>',
    '<pre>\n\n</pre>',
    '<li><pre>in a list</pre></li>',
  ],
  ...[
    '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2 | 3</td></tr></table>',
    '<table><tr><td>Layout</td></tr></table>',
  ],
  ...[
    '1. no list',
    '12) nor this',
    '# no heading',
    '+ no',
    '- no',
    '= no',
    '&gt; no quote',
    'a * b _c_ [d] ~e~ !',
    '![x]',
    '&amp;copy; &lt;b&gt; \\',
    'a | b',
  ],
  ...[
    'a\u0007b\u2028c\ue000d',
    '<img src="x.png" alt="a picture">',
    '<p>a</p>\n\n\n<p>b</p>',
    '<p>&nbsp;a &hellip;</p>',
    '<title>T</title>',
  ],
  ...dropped.map((name) => `a <${name}>hidden</${name}> b`),
];

test('every element of HTML, as Markdown that means the same and no more', (t) => {
  const shown = pieces.map((html) => `${JSON.stringify(html)}\n  → ${JSON.stringify(convertHtml(html, base))}`);
  matchFixture(t, shown.join('\n'), 'html.txt');
});

const texts = [
  'plain',
  'a &amp; b',
  'a & b',
  'a <i>b</i>  c',
  'x &lt; y',
  '1. *a* _b_',
  'a<script>x</script>b',
  'a\r\nb',
  '<p>a</p><p>b</p>',
  'a < b',
  '&#65;',
];

test('a title of HTML as its text, and a plain text as Markdown', (t) => {
  const shown = texts.map(
    (text) =>
      `${JSON.stringify(text)} → ${JSON.stringify(readHtmlText(text))}, ${JSON.stringify(convertText(text, base))}`,
  );
  shown.push(JSON.stringify(convertText('one\ntwo\n \t\nthree <b> & # four\n\n\n# five', base)));
  matchFixture(t, shown.join('\n'), 'html-texts.txt');
});
