import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Block, Reply } from '#conversation/reply.ts';
import { createPageLinks } from '#platforms/web/pages/page-links.ts';
import { renderHtmlReply } from '#platforms/web/rendering/renderer.ts';
import { assertProperty } from '../../../fixtures/assert-property.ts';
import { hostileResponseOf } from '../../../fixtures/hostile-response.ts';
import { findLiveMarkup } from './find-live-markup.ts';
import { hostileHtmlWords } from './hostile-html.ts';
import { readMarkup } from './read-markup.ts';

const links = createPageLinks(0);
const render = (...blocks: Block[]) => renderHtmlReply({ blocks, audience: 'anyone' }, links).markup;

test('an answer has its verdict as a sign for the eye, its proof, and links to the issue and to the web', () => {
  const markup = render(
    { kind: 'lead', text: 'Yes: Teapotd runs on armv6.', verdict: 'yes' },
    { kind: 'quote', text: 'Teapotd runs on armv6 & more.', isRestated: false },
    {
      kind: 'source',
      source: {
        issueId: '2031-W07',
        issueTitle: 'Kitchen Weekly',
        day: '2031-02-14',
        isDateDerived: true,
        heading: 'Teapotd 2.0 is out',
        issueLink: 'https://kitchen.example/7',
      },
    },
    { kind: 'links', links: [{ url: 'https://teapotd.example/', words: 'the download' }] },
    { kind: 'suggestions', title: 'Ask next', questions: ['does teapotd run on windows?'] },
  );
  assert.equal(
    markup,
    `<p class="lead"><span class="sign yes" aria-hidden="true">✔</span> Yes: Teapotd runs on armv6.</p>
<blockquote>“Teapotd runs on armv6 &amp; more.”</blockquote>
<p class="source">— “Teapotd 2.0 is out”, <a href="./issues/2031-W07">Kitchen Weekly (2031-W07)</a>, 2031-02-14 (the Friday of its week), <a href="https://kitchen.example/7" rel="noopener noreferrer nofollow">as published</a></p>
<ul class="links"><li><a href="https://teapotd.example/" rel="noopener noreferrer nofollow">the download</a></li></ul>
<p class="title">Ask next:</p><ul class="suggestions"><li><a href="./?q=does%20teapotd%20run%20on%20windows%3F">does teapotd run on windows?</a></li></ul>
`,
  );
});

test('where nobody answers, a suggested question is text', () => {
  const nowhere = createPageLinks(0, { staticFor: { answersAt: undefined } });
  const reply: Reply = { blocks: [{ kind: 'suggestions', title: '', questions: ['latest'] }], audience: 'anyone' };
  assert.equal(renderHtmlReply(reply, nowhere).markup, '<ul class="suggestions"><li>latest</li></ul>\n');
});

for (const url of [
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'mailto:a@b.example',
  '//evil.example',
  'https://bank.example@evil.example/',
  '/local',
  '',
]) {
  test(`${JSON.stringify(url)} is shown, and leads nowhere`, () => {
    assert.doesNotMatch(render({ kind: 'links', links: [{ url, words: 'Click here' }] }), /href/);
  });
}

test('words that show another host stand beside the address that they would hide', () => {
  const block: Block = { kind: 'links', links: [{ url: 'https://evil.example/', words: 'bank.example' }] };
  assert.match(
    render(block),
    /<li>bank\.example: <a href="https:\/\/evil\.example\/"[^>]*>https:\/\/evil\.example\/<\/a>/,
  );
});

test('words that look like an address give way to the true one', () => {
  for (const words of ['https://bank.example', 'https：／／bank', 'ｗｗｗ．bank']) {
    const shown = render({ kind: 'links', links: [{ url: 'https://evil.example/', words }] });
    assert.match(shown, /<li><a href="https:\/\/evil\.example\/"[^>]*>https:\/\/evil\.example\/<\/a>/, words);
  }
});

test('hostile replies never become live markup', () => {
  assertProperty(
    fc.property(hostileResponseOf(hostileHtmlWords, { blocks: 3, items: 5, questions: 5 }), ({ reply }) => {
      assert.deepEqual(findLiveMarkup(renderHtmlReply(reply, links).markup), []);
    }),
    { numRuns: 10_000 },
  );
});

test('text is shown as it is, whatever signs it has', () => {
  assertProperty(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      const shown = readMarkup(render({ kind: 'text', text })).flatMap((part) =>
        part.kind === 'text' ? part.text : [],
      );
      assert.equal(shown.join('').trim(), text.replace(/\s+/g, ' ').trim());
    }),
    { numRuns: 1_000 },
  );
});
