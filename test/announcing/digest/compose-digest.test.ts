import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeDigest } from '#announcing/digest/compose-digest.ts';
import { composePost } from '#announcing/digest/compose-post.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import type { Fact } from '#facts/fact.ts';
import { parseFacts } from '#facts/parse-facts.ts';
import type { Issue } from '#newsletter/issue.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';
import { renderDiscordPost } from '#platforms/discord/posting/post.ts';
import { createCustomIds } from '#platforms/discord/talking/custom-id.ts';
import { renderSlackPost } from '#platforms/slack/posting/post.ts';
import { validateMessage } from '../../../local/slack-server/validate-blocks.ts';
import { createMemoryLineKeeper } from '../../platforms/discord/talking/memory-line-keeper.ts';
import { inventIssue } from '../invent-issues.ts';

function read(markdown: string): Issue {
  const { issue } = parseIssue('2031-W08.md', markdown);
  assert.ok(issue);
  return issue;
}

const say = (issue: Issue, earlier: readonly Issue[] = [], facts: readonly Fact[] = []) =>
  replyToText(composeDigest(issue, earlier, facts), 10_000);

const kitchenFacts = `
- article: Spoonfs for small boards
  says: Spoonfs runs on armv7 and arm64.
  about: [Spoonfs]
  on: [armv7, arm64]
  status: yes
  asks: [does spoonfs run on arm64?]
- article: Teapotd leaves old boards behind
  says: There is no Teapotd for armv6.
  about: [Teapotd]
  on: [armv6]
  status: no
  asks: [does teapotd run on armv6?]
- article: Forkbase, soon
  says: Forkbase for arm64 will be released later this year.
  about: [Forkbase]
  on: [arm64]
  status: planned
  asks: [is forkbase out for arm64?]
- article: Ladle on servers
  says: Ladle runs on x86_64.
  about: [Ladle]
  on: [x86_64]
  status: yes
  asks: [does ladle run on x86?]
`;

test('a digest has the headlines with their signs, what is still open, the link, and a line for each earlier issue', () => {
  const issue = read(`---
title: Kitchen Weekly, week 8
link: https://kitchen.example/2031-8
---

## In this issue

- a list of the editor's own

## News

### Spoonfs for small boards

Spoonfs runs on armv7 and arm64.

### Teapotd leaves old boards behind

There is no Teapotd for armv6.

### Forkbase, soon

Forkbase for arm64 will be released later this year.

### Whisk has a new logo

It is round.

### Ladle on servers

Ladle runs on x86_64.

## Issues not yet resolved

### The lid of Spoonfs sticks

Nobody knows why.

## Subscribe

Write to us.
`);
  const { facts, problems } = parseFacts('2031-W08.facts.yaml', kitchenFacts, issue);
  assert.deepEqual(problems, []);
  assert.equal(
    say(issue, [inventIssue('2031-W07'), inventIssue('2031-W06')], facts),
    `Kitchen Weekly, week 8
Issue 2031-W08, 21 February 2031.
In this issue
• ✅ Spoonfs for small boards
• ❌ Teapotd leaves old boards behind
• 📅 Forkbase, soon
• Whisk has a new logo
• Ladle on servers
Known problems, still open
• The lid of Spoonfs sticks
→ Read the whole issue: https://kitchen.example/2031-8
Earlier, not posted here yet
• Kitchen Weekly 7 (2031-W07)
• Kitchen Weekly 6 (2031-W06)`,
  );
});

test('an article without facts gets no sign, whatever its sentences say', () => {
  assert.match(say(read('### Spoonfs\n\nSpoonfs runs on arm64.\n')), /\n• Spoonfs$/);
});

test('an issue without headings shows its first lines, and one with nothing its title', () => {
  assert.match(
    say(read('Spoonfs runs on arm64.\n\nTeapotd is slow.\n')),
    /\n• Spoonfs runs on arm64\.\n• Teapotd is slow\.$/,
  );
  assert.equal(say(inventIssue('2031-W08')), 'Kitchen Weekly 8\nIssue 2031-W08, 21 February 2031.');
});

test('a long issue is cut between lines, with the number of those that are left', () => {
  const many = Array.from({ length: 40 }, (_, number) => `### Short ${number}\n\nIt is here.\n`).join('\n');
  assert.match(say(read(many)), /• Short 11\n• and 28 more$/);
  const long = Array.from({ length: 9 }, (_, number) => `### ${number} ${'long words '.repeat(30)}\n\nHere.\n`).join(
    '\n',
  );
  const lines = say(read(long)).split('\n').slice(3);
  assert.equal(lines.at(-1), '• and 3 more');
  assert.ok(lines.every((line) => line.length <= 103));
});

test('a digest has the facts that it is made with, whichever it was made with before', () => {
  const issue = read('### Spoonfs for small boards\n\nSpoonfs runs on armv7 and arm64.\n');
  const facts = parseFacts('2031-W08.facts.yaml', kitchenFacts.split('- article: Teapotd')[0] ?? '', issue).facts;
  assert.equal(facts.length, 1);
  const [without, withFacts] = [say(issue), say(issue, [], facts)];
  assert.notEqual(withFacts, without);
  assert.equal(say(issue), without);
  assert.equal(say(issue, [], facts), withFacts);
});

test('whatever stands in an issue, its post is one message within the limits of both platforms', async () => {
  const fillers = [
    'word ',
    '*_~`|>#[]()',
    '漢字',
    '👩‍👩‍👧‍👦',
    '@everyone <!channel> ',
    '\\\\',
    '1. - + ',
    'https://a.example/_*_?x=(y) ',
  ];
  for (const filler of fillers) {
    const heading = filler.repeat(60).slice(0, 400);
    const articles = (count: number) => `### ${heading}\n\nIt runs on arm64.\n\n`.repeat(count);
    const issue = read(`---
title: ${JSON.stringify(heading)}
link: https://kitchen.example/${'_'.repeat(100)}
restates: true
---

${articles(40)}

## Issues not yet resolved

${articles(40)}`);
    const earlier = Array.from({ length: 40 }, (_, number) => inventIssue(`2030-W${number + 10}`, { title: heading }));
    const content = { issueId: issue.id, earlierIssueIds: earlier.map(({ id }) => id), dueMs: 0 };
    const composed = composePost(content, [issue, ...earlier]);
    assert.ok(composed.problem === undefined);
    const { response, title } = composed;
    assert.deepEqual(validateMessage(renderSlackPost(response)), [], filler);
    const post = { id: 'x'.repeat(22), channelId: '1', workspaceId: '2', response, title, roleToPing: '4'.repeat(20) };
    const message = await renderDiscordPost(post, createCustomIds(createMemoryLineKeeper()), 0);
    assert.ok(message.content.length <= 2000, `${filler}: ${message.content.length}`);
    assert.doesNotMatch(message.content, /Page 1 of/, filler);
    const labels = message.components.flatMap((row) => row.components.map((one) => JSON.stringify(one)));
    assert.ok(!labels.some((label) => label.includes('Next')), filler);
  }
});
