import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Block } from '#conversation/reply.ts';
import type { Response } from '#conversation/response.ts';
import { composeHome } from '#platforms/slack/rendering/home.ts';
import { composeAnswerModal } from '#platforms/slack/rendering/modal.ts';
import { renderSlackReply } from '#platforms/slack/rendering/renderer.ts';
import { findBrokenLinks, findLiveMentions } from '../../../../local/slack-server/find-live-mentions.ts';
import { validateMessage, validateView } from '../../../../local/slack-server/validate-blocks.ts';
import { assertProperty } from '../../../fixtures/assert-property.ts';
import { asResponse, hostileResponseOf } from '../../../fixtures/hostile-response.ts';
import { hostileSlackWords } from './hostile-words.ts';

const seed = 20171013;
const numRuns = 2000;
const wordsIn = (value: unknown) => JSON.stringify(value);
const show = (blocks: readonly Block[], more: Partial<Response> = {}) =>
  renderSlackReply({ ...asResponse(blocks), ...more }, { page: 0, isPrivate: false });

test('hostile responses: nothing mentions anybody, no link lies, and Slack refuses nothing', (t) => {
  t.diagnostic(`seed ${seed}`);
  assertProperty(
    fc.property(hostileResponseOf(hostileSlackWords), fc.nat(5), fc.boolean(), (response, page, isPrivate) => {
      const message = renderSlackReply(response, { page, isPrivate });
      assert.deepEqual(validateMessage(message), []);
      assert.deepEqual(findLiveMentions(message), []);
      assert.deepEqual(findBrokenLinks(message), []);
      const modal = composeAnswerModal(response, page);
      assert.deepEqual(validateView(modal), []);
      assert.deepEqual(findLiveMentions(modal), []);
      const home = composeHome({ newestIssue: response, recentChanges: response, examples: response });
      assert.deepEqual([validateView(home), findLiveMentions(home), findBrokenLinks(home)], [[], [], []]);
    }),
    { seed, numRuns },
  );
});

test('every item of a list and every row of a table is on exactly one page, and each page tells its place', () => {
  const items = Array.from({ length: 90 }, (_, i) => `Item number ${i + 1}. ${'It is long. '.repeat(8)}`);
  const rows = Array.from({ length: 80 }, (_, i) => [
    `target ${i + 1};`,
    'yes',
    'A sentence that proves it.'.repeat(3),
  ]);
  const response = asResponse([
    { kind: 'list', title: 'Things', items },
    { kind: 'table', title: 'Where it runs', columns: ['Target', 'Status', 'Evidence'], rows },
  ]);
  const pages: string[] = [];
  for (let page = 0; ; page++) {
    const text = wordsIn(renderSlackReply(response, { page, isPrivate: true }).blocks);
    if (pages.includes(text)) break;
    pages.push(text);
    assert.match(text, new RegExp(`Page ${page + 1} of `));
  }
  assert.ok(pages.length > 2);
  for (const words of [...items.map((_, i) => `Item number ${i + 1}.`), ...rows.map((_, i) => `target ${i + 1};`)]) {
    assert.equal(pages.filter((page) => page.includes(words)).length, 1, words);
  }
});

test('a verdict is told by a sign and in words, in bold; the quote stands as a quote, its source below it', () => {
  const source = {
    issueId: '2031-W09',
    issueTitle: 'Kitchen Weekly 9',
    day: '2031-02-28',
    isDateDerived: true,
    heading: 'Forkbase is out',
    issueLink: 'https://kitchen.example/9',
  };
  const { blocks, text } = show([
    { kind: 'lead', text: 'No, Forkbase does not run on armv6.', verdict: 'no' },
    { kind: 'quote', text: 'There is no <!channel> for armv6 & *less*.', isRestated: false },
    { kind: 'source', source },
  ]);
  const all = wordsIn(blocks);
  assert.match(all, /"text":"⛔ No, Forkbase does not run on armv6\.","style":\{"bold":true\}/);
  assert.match(all, /rich_text_quote.*“There is no <!channel> for armv6 & \*less\*\.”/);
  assert.match(all, /"url":"https:\/\/kitchen\.example\/9","text":"Kitchen Weekly 9 \(2031-W09\)"/);
  assert.match(all, /2031-02-28 \(the Friday of its week\)/);
  assert.match(text, /^No, Forkbase does not run on armv6\..*&lt;!channel&gt; for armv6 &amp; \*less\*/);
});

test('words that look like another address show the address itself', () => {
  const { blocks } = show([
    {
      kind: 'links',
      links: [
        { url: 'https://evil.example/login', words: 'https://slack.com' },
        { url: 'javascript:alert(1)', words: 'Click' },
        { url: 'https://kitchen.example/', words: 'The kitchen' },
      ],
    },
  ]);
  const all = wordsIn(blocks);
  assert.match(all, /"text":"https:\/\/slack\.com: "\},\{"type":"link","url":"https:\/\/evil\.example\/login"\}/);
  assert.doesNotMatch(all, /javascript/);
  assert.match(all, /"url":"https:\/\/kitchen\.example\/","text":"The kitchen"/);
});

test('help and notices cannot be rated; only what one person sees can be shared', () => {
  const buttons = (isPrivate: boolean, audience: 'anyone' | 'private') =>
    wordsIn(
      renderSlackReply(asResponse([{ kind: 'lead', text: 'Yes.', verdict: 'yes' }], audience), { page: 0, isPrivate })
        .blocks,
    );
  assert.match(buttons(true, 'anyone'), /Helpful.*Share/);
  assert.doesNotMatch(buttons(false, 'anyone'), /Share/);
  assert.doesNotMatch(buttons(true, 'private'), /Helpful|Share/);
});

test('a second table of one message, which Slack would refuse, is a list', () => {
  const table = { kind: 'table' as const, columns: ['Target', 'Status'], rows: [['arm64', 'yes']] };
  const { blocks } = show([
    { ...table, title: 'One' },
    { ...table, title: 'Two' },
  ]);
  assert.equal(blocks.filter(({ type }) => type === 'table').length, 1);
  assert.match(wordsIn(blocks), /arm64 · yes/);
});

test('of very many suggestions the first dozen have buttons, over all titles', () => {
  const mills = Array.from({ length: 16 }, (_, i) => `status mill${i + 1}`);
  const { blocks } = show([
    { kind: 'suggestions', title: 'Ask next', questions: mills.slice(0, 8) },
    { kind: 'suggestions', title: 'See also', questions: mills.slice(8) },
  ]);
  assert.deepEqual(wordsIn(blocks).match(/(?<="text":")status mill\d+/g), mills.slice(0, 12));
});

test('two pages are enough to be told which of them it is', () => {
  const items = Array.from({ length: 31 }, (_, i) => `Mill ${i + 1}`);
  const pageOf = (count: number) => wordsIn(show([{ kind: 'list', title: '', items: items.slice(0, count) }]).blocks);
  assert.match(pageOf(31), /Page 1 of 2/);
  assert.doesNotMatch(pageOf(30), /Page 1/);
});

test('what is offered twice has one button, where it stands first; a heading without a button is left out', () => {
  const { blocks } = show([
    { kind: 'lead', text: 'Yes.', verdict: 'yes' },
    { kind: 'suggestions', title: 'Ask next', questions: ['status kettlectl', 'latest'] },
    { kind: 'suggestions', title: 'See also', questions: ['latest'] },
  ]);
  const all = wordsIn(blocks);
  assert.equal(all.match(/"text":"latest"/g)?.length, 1);
  assert.match(all, /Ask next/);
  assert.doesNotMatch(all, /See also/);
});
