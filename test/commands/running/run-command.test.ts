import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandList } from '#commands/command-list.ts';
import { answerLine } from '#commands/running/run-command.ts';
import type { Reply } from '#conversation/reply.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { inventIssue, kitchenArchive, withFacts } from '../invented-archive.ts';

const context = { snapshot: kitchenArchive, version: '9.8.7', today: '2033-02-14' };

function reply(line: string): Reply {
  return answerLine(line, context).reply;
}

function say(line: string): string {
  return replyToText(reply(line), 5000);
}

test('latest shows the newest issue, and the lines of one without headings', () => {
  const text = say('latest');
  assert.match(
    text,
    /^Kitchen Weekly, 2031-W08\nIssue 2031-W08, 21 February 2031 \(the Friday of its week\), 1 year ago/,
  );
  assert.match(text, /• A bare list of one line about forks\./);
});

test('issue shows headings by section and the link; a heading that is only a section is not an article', () => {
  assert.equal(
    say('issue 2031-W07'),
    `Kitchen Weekly, 2031-W07
Issue 2031-W07, 14 February 2031, 2 years ago.
News
• Teapotd 2.0 is out
Storage
• Spoonfs for small boards
→ Kitchen Weekly, 2031-W07: https://kitchen.example/2031-7`,
  );
});

test('a week of several years shows the newest and names the others', () => {
  const text = say('issue week 7');
  assert.match(text, /^Kitchen Weekly, 2031-W07/);
  assert.match(text, /Other issues that fit\n› issue 2030-W07$/);
});

test('an issue that is not there leads on', () => {
  assert.match(say('issue #52'), /A number is a week here/);
  assert.match(say('issue 52'), /^I have no issue that fits “52”\. A number is a week here\.\nTry\n› latest/);
});

test('status is a table with target, status, issue and evidence', () => {
  const table = reply('status kettlectl').blocks.find((block) => block.kind === 'table');
  assert.deepEqual(table?.columns, ['Target', 'Status', 'Since', 'Evidence']);
  const rows = new Map(table?.rows.map(([target, ...rest]) => [target, rest]));
  assert.deepEqual(rows.get('Windows'), ['no', '2030-W07 (2030-02-15)', 'There is no Kettlectl for Windows.']);
  assert.equal(rows.get('arm64')?.[0], 'yes');
});

test('status of an unknown subject says that the archive is silent, never "no"', () => {
  const [lead] = reply('status zzyzxd').blocks;
  assert.deepEqual(lead, { kind: 'lead', text: 'The archive does not say where “zzyzxd” runs.', verdict: 'unknown' });
});

test('search lists articles with issue and date', () => {
  assert.match(say('search teapotd'), /• Teapotd 2\.0 is out \(2031-W07, 2031-02-14\)/);
  assert.equal(say('search qqqqqq'), 'No article mentions “qqqqqq”.');
});

test('help lists every command, and every example of it is understood', () => {
  for (const { name, description } of commandList) {
    assert.ok(say('help').includes(description), name);
    assert.ok(say(`help ${name}`).includes(description), name);
  }
  assert.equal(reply('help').audience, 'private');
});

test('a command without what it needs explains itself', () => {
  assert.match(say('status'), /^status <subject>: .*\nTakes\n• subject: /);
});

test('about tells version, size and age', () => {
  assert.match(say('about'), /Version 9\.8\.7/);
  assert.match(say('about'), /3 issues, 5 articles, 4 reviewed facts/);
  assert.match(say('about'), /Newest issue: 2031-W08, 21 February 2031/);
  assert.doesNotMatch(say('about'), /our own words/);
});

test('about says whose words the issues are, where they are not the newsletter’s', () => {
  const issue = inventIssue('2031-W08', '2031-02-21', [{ heading: 'Forks', sentences: ['Forks are out.'] }], {
    isRestated: true,
  });
  const { reply: about } = answerLine('about', { ...context, snapshot: buildSnapshot([withFacts(issue)]) });
  assert.match(replyToText(about, 5000), /restated in our own words/);
});

test('about counts news alone, and says that issues are restated where one of them is', () => {
  const sentences = ['Forks are out.'];
  const issue = inventIssue('2031-W08', '2031-02-21', [
    { heading: 'Subscribe', sentences },
    { heading: 'Forks', sentences },
  ]);
  const articles = issue.articles.map((article, at) =>
    at === 0 ? { ...article, kind: 'housekeeping' as const } : article,
  );
  const restated = inventIssue('2031-W09', '2031-02-28', [{ heading: 'Forks', sentences }], { isRestated: true });
  const both = buildSnapshot([withFacts({ ...issue, articles }), withFacts(restated)]);
  const text = replyToText(answerLine('about', { ...context, snapshot: both }).reply, 5000);
  assert.match(text, /2 issues, 2 articles, 0 reviewed facts/);
  assert.match(text, /restated in our own words/);
});

test('an answer shows the fact, its issue and its date; one older than a year says of when it is', () => {
  const text = say('does kettlectl run on arm64?');
  assert.match(text, /^Yes, as of February 2030: Kettlectl 1\.0 runs on armv7 and arm64\.\n/);
  assert.match(text, /\n— Kettlectl 1\.0 is out, .*2030-W07/);
  const early = answerLine('does kettlectl run on arm64?', { ...context, today: '2030-03-01' });
  assert.match(replyToText(early.reply, 5000), /^Yes: Kettlectl 1\.0 runs/);
});

test('free text is answered from the archive, and a follow-up keeps its subject', () => {
  const first = answerLine('does kettlectl run on arm64?', context);
  assert.equal(first.reply.blocks[0]?.kind === 'lead' && first.reply.blocks[0].verdict, 'yes');
  assert.ok(first.followUp);
  const second = answerLine('what about windows?', { ...context, followUp: first.followUp });
  assert.equal(second.reply.blocks[0]?.kind === 'lead' && second.reply.blocks[0].verdict, 'no');
});

test('a table of a subject changes what the conversation is about, as its name would; no other command does', () => {
  const { followUp } = answerLine('does kettlectl run on arm64?', context);
  assert.ok(followUp);
  const lines = commandList.filter(({ name }) => name !== 'ask').flatMap(({ name, examples }) => [name, ...examples]);
  for (const line of [...lines, 'status nothing', 'issue 52', '', 'x'.repeat(2000)])
    if (!/^status (?!nothing)/.test(line))
      assert.equal(answerLine(line, { ...context, followUp }).followUp, followUp, line.slice(0, 40));
  const { followUp: table } = answerLine('status spoonfs', { ...context, followUp });
  assert.equal(table?.subject, 'Spoonfs');
  const { subject } = answerLine('and on arm64?', { ...context, ...(table === undefined ? {} : { followUp: table }) });
  assert.equal(subject, 'Spoonfs');
});

test('a typing error in a command is answered as a question and offers the command', () => {
  assert.match(say('serach teapotd'), /Did you mean the command\n› search teapotd$/);
});

test('nothing, noise and novels get a short friendly reply', () => {
  for (const line of ['', '   ', '???', '🤖🦾', 'x'.repeat(10_000), 'läuft das auf meinem Toaster?', '은하수']) {
    const text = say(line);
    assert.ok(text.length > 0 && text.length < 900, line.slice(0, 20));
  }
  assert.match(say('x'.repeat(10_000)), /10000 characters; I read questions of up to 1000/);
});

test('an archive without issues is no reason to fall over', () => {
  const empty = { ...context, snapshot: buildSnapshot([]) };
  for (const line of [
    'latest',
    'issue 41',
    'status teapotd',
    'search teapotd',
    'about',
    'does teapotd run on arm64?',
  ]) {
    assert.ok(answerLine(line, empty).reply.blocks.length > 0, line);
  }
});
