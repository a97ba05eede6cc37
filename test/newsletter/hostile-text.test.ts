import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { MAX_ISSUE_CHARACTERS, parseIssue } from '#newsletter/issues/parse-issue.ts';
import { assertProperty } from '../fixtures/assert-property.ts';
import { busyMs } from '../security/busy-time.ts';

const FILE = '2017-W41.md';
const seed = 20_171_013;

const fragments = fc.constantFrom(
  ...[
    '---',
    '--',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '# ',
    '## ',
    '### ',
    '#### In this issue\n',
    'In this issue:\n',
    '* ',
    '- ',
  ],
  ...[
    '1. ',
    '> ',
    '>',
    '    ',
    '\t',
    '`',
    '```\n',
    '~~~',
    '[',
    '](',
    '](http://a.example)',
    ']',
    ']: http://x',
    '[a]',
    '![',
    '\\',
  ],
  ...[
    '[a]:http://c',
    '<a href="http://q">',
    '</a>',
    '<',
    '<!--',
    '-->',
    '&amp;',
    '&#0;',
    '**',
    '_',
    'http://a.example/b',
    'www.x.y',
  ],
  ...[
    'title: x',
    'date: 2017-10-13',
    'draft: true',
    ': ',
    '{',
    '&a *a',
    '\u0000',
    '\ufeff',
    '\u202e',
    '\ud800',
    '😀',
    '.',
    '. ',
  ],
  ...[
    '? ',
    'Inc. ',
    'e.g. ',
    'The ',
    'word ',
    'v1.9',
    'week 41',
    '"',
    '(',
    ')',
    '===',
    '| ',
    '<div>\n',
    '\ufdd0',
    'Colophon',
  ],
);
const texts = fc.oneof(
  { weight: 4, arbitrary: fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

test(`reads hostile texts without an exception, and keeps its promises (seed ${seed})`, () => {
  assertProperty(fc.property(texts, checkPromises), { numRuns: 10_000, seed });
});

function checkPromises(text: string): void {
  const { issue, problems } = parseIssue(FILE, text);
  assert.ok(issue !== undefined || problems.some(({ severity }) => severity === 'error'));
  const lineCount = text.split(/\r\n|\n|\r/).length;
  const lines = problems.flatMap(({ line }) => line ?? []);
  for (const [index, article] of (issue?.articles ?? []).entries()) {
    assert.equal(article.id, `2017-W41#${index + 1}`);
    lines.push(article.line, ...article.links.map(({ line }) => line));
    assert.equal(new Set(article.links.map(({ url }) => url)).size, article.links.length);
    let block = -1;
    for (const sentence of article.sentences) {
      lines.push(sentence.line);
      assert.ok(sentence.text !== '');
      assert.equal(sentence.text, sentence.text.replaceAll(/\s+/g, ' ').trim());
      assert.ok(sentence.block === block || sentence.block === block + 1);
      block = sentence.block;
    }
  }
  for (const line of lines) assert.ok(line >= 1 && line <= lineCount, `line ${line} of ${lineCount}`);
}

// Each of these took some Markdown parser minutes, or its whole stack, at this length.
suite('reads the longest text in seconds, however it is built', () => {
  const repeated: Record<string, string> = {
    'quotes in quotes': '>',
    'open brackets': '[',
    'links that never close': '[a](',
    'pictures that never close': '![a](',
    definitions: '[a]: b\n',
    'lists in lists': '* ',
    'underlined lines': 'a\n===\n',
    'one-letter words': 'h ',
    stops: 'a. ',
    'brackets around sentences': '(a. ',
    'mail addresses without an end': 'a.b-c_',
    'comments that never end': '<!-- ',
    'tags that never end': '<a href="',
    items: '* a\n',
    'quoted lines': '> a\n',
    'underlines between quotes': '> =\n=\n',
    'definitions between quotes': '[a]: b\n> - \n',
    'hosts with many labels': `http://${'xn--a.'.repeat(9)}xn--a_\n`,
    'hosts that run into each other': 'www.xn--',
  };
  const special: Record<string, string> = {
    'one word': 'a'.repeat(MAX_ISSUE_CHARACTERS),
    'one quote that runs on': `> a\n${'b\n'.repeat(MAX_ISSUE_CHARACTERS / 2 - 2)}`,
    'one item that runs on': `* a\n${'b\n'.repeat(MAX_ISSUE_CHARACTERS / 2 - 2)}`,
    'brackets in brackets': '['.repeat(MAX_ISSUE_CHARACTERS / 2) + ']'.repeat(MAX_ISSUE_CHARACTERS / 2),
    'front matter that never ends': `---\n${'title: a\n'.repeat(MAX_ISSUE_CHARACTERS / 10)}`,
    'front matter full of brackets': `---\ntitle: ${'['.repeat(10_000)}\n---\n`,
  };
  for (const [name, unit] of Object.entries(repeated)) {
    special[name] = unit.repeat(Math.floor(MAX_ISSUE_CHARACTERS / unit.length));
  }
  // Generous, for slow machines; without its guards each text takes far longer than that.
  const patienceMs = 20_000;
  for (const [name, text] of Object.entries(special)) {
    test(name, () => {
      const startedMs = busyMs();
      checkPromises(text);
      assert.ok(busyMs() - startedMs < patienceMs);
    });
  }
});

test('loses no word to its guards', () => {
  const words = (text: string) => text.match(/[a-z]{3,}/g) ?? [];
  for (const text of [
    `${'['.repeat(3000)} the end of it`,
    `> quoted\n${'lazy line\n'.repeat(400)}and the end`,
    `${'>'.repeat(50)} deep words`,
    `${'title\n===\n\n'.repeat(400)}closing words`,
    `${'> quoted\n=\n'.repeat(600)}and the end`,
    `\`\`\`\n${'line of code\n'.repeat(1200)}\`\`\`\nclosing words`,
  ]) {
    const { issue } = parseIssue(FILE, `### First\n\nIntro here.\n\n${text}`);
    const read = issue?.articles
      .flatMap(({ heading, sentences }) => [heading, ...sentences.map((each) => each.text)])
      .join(' ');
    assert.deepEqual(words(read ?? ''), words(`irst ntro here. ${text}`));
  }
});

test('refuses a text that is too large for one issue', () => {
  const { issue, problems } = parseIssue(FILE, 'a'.repeat(MAX_ISSUE_CHARACTERS + 1));
  assert.equal(issue, undefined);
  assert.match(problems[0]?.message ?? '', /^too large for one issue/);
});

test('refuses a text without any text', () => {
  for (const text of [
    '',
    ' \n\t\n',
    '---\ntitle: Board Weekly\n---\n',
    '<!-- nothing -->',
    '![](a.png)',
    '[a]: http://a.example',
  ]) {
    const { issue, problems } = parseIssue(FILE, text);
    assert.equal(issue, undefined, text);
    assert.equal(problems.at(-1)?.severity, 'error');
  }
});
