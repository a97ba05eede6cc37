import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOutBlocks } from '#platforms/discord/rendering/pieces.ts';
import { planDiscordPages } from '#platforms/discord/rendering/plan-pages.ts';
import { discordLink } from '#platforms/discord/text/link.ts';

test('a list that just fills a page still has room for its name on the next one', () => {
  const [max, title] = [300, 'In this issue'];
  for (let length = 200; length < max; length++) {
    const items = ['Kettles', `${'k'.repeat(length)}.`];
    const pieces = layOutBlocks([{ kind: 'list', title, items }], max);
    for (const page of planDiscordPages(pieces, max)) assert.ok(page.length <= max, `${length}: ${page.length}`);
  }
});

test('a link of the longest address, host and words fits on a page', () => {
  const host = `${'_'.repeat(60)}.`.repeat(4);
  const link = discordLink(`https://${host}example/${'('.repeat(112)}`, `evil.example ${'_'.repeat(187)}`);
  assert.ok(link.length > 1400 && link.length <= 1600, `${link.length}`);
});

test('a row too long for a page is cut between words, and nothing of it is lost', () => {
  const evidence = 'It boils and sings and '.repeat(30).trim();
  const rows = [['armv6', 'yes', evidence]];
  const pieces = layOutBlocks([{ kind: 'table', title: '', columns: ['Target', 'Status', 'Evidence'], rows }], 300);
  assert.ok(pieces.length > 1);
  const words = pieces.map(({ text }) => text.replace(/^- (?:… )?| …$/g, '')).join(' ');
  assert.equal(words, `armv6: yes · Evidence: ${evidence}`);
});

test('a title of several lines is a paragraph, not a heading', () => {
  const title = 'Kettles that sing. '.repeat(20);
  const pieces = layOutBlocks([{ kind: 'list', title, items: ['one'] }], 1000);
  assert.deepEqual(
    pieces.map(({ heading }) => heading),
    [undefined, undefined],
  );
  assert.match(planDiscordPages(pieces, 1000)[0] ?? '', /sing\.\*\*\n- one$/);
});

test('a row without a name, or with nothing but its name, has no mark that stands for what is missing', () => {
  const evidence = 'It boils and sings and '.repeat(30).trim();
  const columns = ['Target', 'Status', 'Evidence'];
  const show = (row: string[], max: number) =>
    layOutBlocks([{ kind: 'table', title: '', columns, rows: [row] }], max).map(({ text }) => text);
  assert.deepEqual(show(['', 'yes', ''], 300), ['- yes']);
  assert.deepEqual(show(['armv6', '', ''], 300), ['- **armv6**']);
  assert.deepEqual(show(['', '', ''], 300), []);
  assert.match(show(['', 'yes', evidence], 300)[0] ?? '', /^- yes · Evidence: It boils/);
  assert.match(show([evidence, '', ''], 300)[0] ?? '', /^- It boils/);
  assert.doesNotMatch(show([evidence, '', ''], 300).join(' '), /: *$/);
});
