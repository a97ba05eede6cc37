import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { composeDigest } from '#announcing/digest/compose-digest.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';

const folder = join(import.meta.dirname, '../fixtures/newsletter-forms');

function read(name: string) {
  const { issue, problems } = parseIssue(`${name}.md`, readFileSync(join(folder, `${name}.md`), 'utf8'));
  assert.ok(issue !== undefined, JSON.stringify(problems));
  const sentences = issue.articles.flatMap((article) => article.sentences.map(({ text }) => text));
  const list = composeDigest(issue, []).blocks.find((block) => block.kind === 'list');
  return { issue, sentences, posted: list?.kind === 'list' ? list.items : [] };
}

suite('newsletters of other makes are read as their readers read them', () => {
  for (const file of readdirSync(folder)) {
    test(`${file}: no mark of a template, a table or a struck-out text is a sentence, and no greeting is posted`, () => {
      const { sentences, posted } = read(file.replace(/\.md$/, ''));
      assert.ok(posted.length > 0);
      const prose = sentences.filter((text) => !text.startsWith('millctl') && !text.includes('kind: Hopper'));
      assert.deepEqual(
        prose.filter((text) => /\{[{%]|[%}]\}|:::|<\/?\w+>|\|\s*-{2,}|\[\^|~~|\]\[/.test(text)),
        [],
      );
      assert.deepEqual(
        posted.filter((line) => /^(?:hi|hello|welcome|enjoy|subscribe|read on)\b|^#\d/i.test(line)),
        [],
      );
    });
  }

  test('rows of tables are said with the heads of their columns', () => {
    const swallow = read('2026-03-14').sentences;
    assert.ok(swallow.includes('Swallow 6 – arm64: yes; armv7: no'));
    assert.ok(swallow.includes('Swallow 5 – arm64: yes; armv7: yes'), 'without what is struck out');
    const quern = read('2026-03-11-links-by-section').sentences;
    assert.ok(quern.includes('Regressions – mean: 0.4%; range: [0.2%, 0.9%]; count: 12'));
  });

  test('a list below an item is said with what the item names', () => {
    const { sentences } = read('2026-03-15-last-week');
    assert.ok(sentences.includes('KEP 4222: Grist encoding: beta in 1.36, on arm64 only'));
    assert.ok(sentences.includes('millctl no longer panics on {{ .Values }}'), 'code is left alone');
  });

  test('tables and headings of HTML are taken for what they are', () => {
    assert.deepEqual(read('2026-03-14').posted, ['Starter tasks', 'News and community', 'Finally']);
    const { issue, posted } = read('2026-03-17-node-style');
    assert.equal(issue.title, 'Hopper.js Weekly');
    assert.ok(posted.includes('Hopper.js 26 is out — The new line runs on arm64 and drops armv7.'));
  });

  test('a title on a line of its own goes before what it is about', () => {
    assert.ok(read('2026-03-18-python-style').posted.includes('Why Sieve left armv6: Sieve no longer supports armv6.'));
  });

  test('a footnote is not taken for the last article’s', () => {
    const { issue } = read('2026-03-13-newsletter');
    const note = issue.articles.find(({ sentences }) => sentences.some(({ text }) => text.startsWith('Builds for')));
    assert.equal(note?.heading, '');
  });

  test('keys in code further down hold nothing back', () => {
    assert.equal(read('2026-03-15-last-week').issue.isDraft, false);
  });
});

test('work for newcomers and what is fixed are no known problems', () => {
  const text = ['Open issues for newcomers', 'Quernd fixes known bugs', 'Known problems'].map(
    (one) => `## ${one}\n\nSee it.`,
  );
  const { issue } = parseIssue('2026-W10.md', text.join('\n\n'));
  assert.ok(issue !== undefined);
  const lists = composeDigest(issue, []).blocks.flatMap((block) => (block.kind === 'list' ? [block.items] : []));
  assert.deepEqual(lists, [['Open issues for newcomers', 'Quernd fixes known bugs'], ['Known problems']]);
});
