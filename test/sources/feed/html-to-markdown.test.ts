import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import createParser, { type Token } from 'markdown-it';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';
import { convertHtml, convertText, readHtmlText } from '#sources/feed/html-to-markdown.ts';
import { assertProperty } from '../../fixtures/assert-property.ts';

const base = 'https://news.example/issues/12';
// Everything that a page could show of it, HTML included.
const parser = createParser('commonmark', { html: true });
parser.inline.ruler.enable('strikethrough');
parser.inline.ruler2.enable('strikethrough');
parser.block.ruler.enable('table');

function listTokens(markdown: string): Token[] {
  return parser.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
}

test('headings, links, lists, code and tables of data keep their meaning', () => {
  const cases: [string, string][] = [
    ['<h2>Fenwick &amp; Osprey</h2><p>Runs on <b>arm64</b> now.</p>', '## Fenwick & Osprey\n\nRuns on **arm64** now.'],
    [
      '<p>See <a href="/fenwick?a=1&amp;copy=2">the page</a>.</p>',
      'See [the page](https://news.example/fenwick?a=1&amp;copy=2).',
    ],
    ['<a href="/find?q=a\\_b">found</a>', '[found](https://news.example/find?q=a%5C_b)'],
    ['<ul><li>one</li><li>two</li></ul>', '-   one\n-   two'],
    ['<pre><code>a ``` b\n  c</code></pre>', '````\na ``` b\n  c\n````'],
    [
      '<table><tr><th>Name</th><th>arm64</th></tr><tr><td>Quernd</td><td>yes | no</td></tr></table>',
      '| Name | arm64 |\n| --- | --- |\n| Quernd | yes \\| no |',
    ],
    ['<table><tr><td>a page</td><td>laid out</td></tr></table>', 'a page\n\nlaid out'],
    [
      '<a href="https://e.example/"><h3>Osprey</h3><p>News</p></a>',
      '### Osprey\n\nNews\n\n[e.example](https://e.example/)',
    ],
  ];
  for (const [html, markdown] of cases) assert.equal(convertHtml(html, base), markdown);
});

test('what is no text or leads nowhere safe is left out', () => {
  const cases: [string, string][] = [
    ['<script>alert(1)</script><style>p{}</style><iframe src="x"></iframe><svg><a>x</a></svg><p>left</p>', 'left'],
    ['<img src=x onerror=alert(1) alt="<b>">text', 'text'],
    [
      '<a href="javascript:alert(1)">word</a> <a href=" JaVaScRiPt&#58;x">two</a> <a href="data:text/html,x">three</a>',
      'word two three',
    ],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '\\<script>alert(1)\\</script>'],
    ['&amp;lt;b&amp;gt;', '\\&lt;b\\&gt;'],
  ];
  for (const [html, markdown] of cases) assert.equal(convertHtml(html, base), markdown);
});

const piece = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<a href="',
    '<a href="javascript:alert(1)">',
    '<a href="https://e.example/',
    '">',
    '</a>',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?x',
    '?>',
    '<svg>',
    '<math>',
  ],
  ...[
    '<pre class="language-a`b">',
    '<pre>',
    '</pre>',
    '<code>',
    '</code>',
    '<h1>',
    '</h1>',
    '<br>',
    '<hr>',
    '<li>',
    '<ul>',
    '<ol start="9">',
  ],
  ...[
    '<blockquote>',
    '</blockquote>',
    '<table>',
    '<tr>',
    '<td>',
    '<th>',
    '</table>',
    '<textarea>',
    '<noscript>',
    '<plaintext>',
    '<xmp>',
  ],
  ...[
    '&lt;script&gt;',
    '&lt;img src=x onerror=y&gt;',
    '&amp;lt;',
    '&#60;b&#62;',
    '&lt;!--',
    '&#x5d;(javascript:x)',
    '&NewLine;',
    '&Tab;',
    '&#0;',
  ],
  ...[
    '`',
    '``',
    '```',
    '~~~',
    '~~',
    '*',
    '**',
    '_',
    '[',
    ']',
    '(',
    ')',
    '](javascript:alert(1))',
    '![x](y)',
    '<',
    '>',
    '\\',
    '!',
    '#',
    '# ',
  ],
  ...[
    '\n',
    '\n\n',
    '    ',
    '\t',
    ' ',
    '---',
    '+++',
    '===',
    '1. ',
    '- ',
    '|',
    '| --- |',
    '{{< x >}}',
    '<%',
    '%>',
    'javascript:',
    'https://e.example/<b>',
  ],
  ...[
    'word',
    'arm64',
    '\u0000',
    '\u2028',
    '\ufeff',
    '𝕏',
    '[x]: javascript:alert(1)',
    '<https://e.example/>',
    '<javascript:alert(1)>',
    'draft: true',
  ],
);
const hostile = fc
  .array(fc.oneof({ weight: 6, arbitrary: piece }, fc.string({ maxLength: 6 })), { maxLength: 14 })
  .map((pieces) => pieces.join(''));

test('no HTML, however hostile, becomes live markup: no tag, no picture, no address but of the web or of mail', () => {
  assertProperty(
    fc.property(hostile, (html) => {
      for (const token of listTokens(convertHtml(html, base))) {
        assert.ok(!['html_inline', 'html_block', 'image'].includes(token.type), `${token.type}: ${token.content}`);
        if (token.type === 'link_open') assert.match(String(token.attrGet('href')), /^(?:https?:\/\/|mailto:)/);
      }
    }),
    { numRuns: 7_000 },
  );
});

test('an issue of such HTML is read without a link that leads nowhere safe', () => {
  assertProperty(
    fc.property(hostile, (html) => {
      const { issue } = parseIssue('2031-02-14.md', `---\ntitle: "x"\n---\n\n${convertHtml(html, base)}\n`);
      const urls = issue?.articles.flatMap(({ links }) => links).map(({ url }) => url) ?? [];
      for (const url of urls) assert.match(url, /^(?:https?|ftp|mailto):/i);
    }),
    { numRuns: 300 },
  );
});

test('a plain text is shown as it is, whatever signs are in it', () => {
  assertProperty(
    fc.property(hostile, (text) => {
      const shown = listTokens(convertText(text, base)).map(({ type, content }) => {
        if (type === 'text' || type === 'text_special' || type === 'code_inline') return content;
        return type.endsWith('break') || type === 'paragraph_close' ? ' ' : '';
      });
      const oneLine = (words: string) => words.replaceAll(/[\s\p{Cc}\ufeff]+/gu, ' ').trim();
      assert.equal(oneLine(shown.join('')), oneLine(text));
    }),
    { numRuns: 1_000 },
  );
});

test('a title of HTML is read as its text', () => {
  assert.equal(readHtmlText('Fenwick &amp; <i>Osprey</i> 2'), 'Fenwick & Osprey 2');
  assert.equal(readHtmlText('2 < 3'), '2 < 3');
  assert.equal(readHtmlText('*Quernd* [x]'), '*Quernd* [x]');
});
