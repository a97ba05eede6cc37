import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { buildEndContent, buildNoticeContent, composeNotice, describeTopic } from '#watching/compose-notice.ts';
import type { NoticeContent } from '#watching/notice.ts';
import { readStatements, type Statement } from '#watching/read-statements.ts';
import { makeWatch } from '../contracts/make-watch.ts';
import { inventIssueOfFacts } from './invent-issue-of-facts.ts';

const { issue } = inventIssueOfFacts('2031-W08', []);
const say = (content: NoticeContent) => replyToText(composeNotice('2031-W08', content).reply, 9_000);
const item = { says: 'Kettlectl runs on arm64.', links: [] };
const news: NoticeContent = {
  issueTitle: 'Kitchen Weekly 8',
  day: '2031-02-21',
  topics: ['Kettlectl'],
  items: [item],
  more: 0,
  ended: [],
};
const statement = (number: number): Statement =>
  ({ says: `Kettle ${number} boils.`, status: undefined, facts: [] }) as never;
const watch = (subject: string, more = {}) => ({ ...makeWatch({ subject, ...more }), id: subject });

test('a topic is written as people write it, be its target still known or not', () => {
  assert.equal(describeTopic({ subject: 'Kettlectl', targetId: undefined }), 'Kettlectl');
  assert.equal(describeTopic({ subject: 'Kettlectl', targetId: 'raspberry-pi-4' }), 'Kettlectl on Raspberry Pi 4');
  assert.equal(describeTopic({ subject: 'Kettlectl', targetId: 'long-gone' }), 'Kettlectl on long-gone');
});

test('what bears on two watches stands there once; of very much, six things and how many more there are', () => {
  const statements = Array.from({ length: 8 }, (_, i) => statement(i));
  const matches = [
    { watch: watch('Kettles'), statements: statements.slice(0, 5) },
    { watch: watch('Boilers', { onceUntilMs: 7 }), statements: statements.slice(3) },
  ];
  const content = buildNoticeContent(issue, matches);
  assert.deepEqual(
    content.items.map(({ says }) => says),
    statements.slice(0, 6).map(({ says }) => says),
  );
  assert.deepEqual([content.more, content.topics, content.ended], [2, ['Kettles', 'Boilers'], ['Boilers']]);
  assert.match(say(content), /• Kettle 5 boils\.\n• and 2 more\n/);
  assert.doesNotMatch(
    say(buildNoticeContent(issue, [{ watch: watch('Kettles'), statements: statements.slice(0, 6) }])),
    /more/,
  );
});

test('one thing more than there is room for is told as well, of items and of topics', () => {
  assert.match(say({ ...news, more: 1 }), /\n• and 1 more\n/);
  const topics = Array.from({ length: 7 }, (_, i) => `Kettle ${i}`);
  assert.match(say({ ...news, topics }), /Kettle 5 and 1 more\./);
});

test('long words are cut, so that the whole stays within one page of every platform', () => {
  const long = 'kettles and pots '.repeat(30);
  const [told] = buildNoticeContent(issue, [
    { watch: watch('Kettles'), statements: [{ ...statement(1), says: long }] },
  ]).items;
  assert.match(told?.says ?? '', /^kettles .*…$/);
  assert.ok((told?.says.length ?? 0) <= 171, told?.says);
  const [lead = '', title = ''] = say({ ...news, issueTitle: long, topics: [long] }).split('\n');
  assert.match(lead, /^News on what you watch: kettles .*…\.$/);
  assert.match(title, /^kettles .*…, 21 February 2031\.$/);
  for (const line of [lead, title]) assert.ok(line.length <= 130, line);
});

test('of what an article links to, each thing has the one address that says most of it', () => {
  const kettle = { says: 'Kettlectl runs on arm64.', about: ['Kettlectl'], on: ['arm64'], status: 'yes' };
  const { issue: written, facts } = inventIssueOfFacts('2031-W08', [kettle]);
  const links = ['shop', 'kettlectl', 'stove'].map((name) => ({
    url: `https://${name}.example/`,
    words: name,
    line: 1,
  }));
  const [article] = written.articles;
  assert.ok(article);
  const linked = { ...written, articles: [{ ...article, links }] };
  const statements = readStatements(linked, buildSnapshot([{ issue: linked, facts }]));
  const [told] = buildNoticeContent(linked, [{ watch: watch('Kettlectl'), statements }]).items;
  assert.deepEqual(
    told?.links.map(({ words }) => words),
    ['kettlectl'],
  );
});

test('the verdict and what it was before are told, and each address once, three at most beside the issue’s own', () => {
  const links = ['a', 'b', 'a', 'c', 'd'].map((name) => ({ url: `https://${name}.example/`, words: name }));
  const before = { status: 'in-progress', issueId: '2031-W02' } as const;
  const items = links.map((link) => ({ ...item, status: 'no' as const, before, links: [link] }));
  const text = say({ ...news, items, issueLink: 'https://kitchen.example/8' });
  assert.match(text, /Kettlectl runs on arm64\. \(before: in progress, 2031-W02\)/);
  assert.deepEqual(
    text.match(/https:\/\/\w+\.example/g),
    ['a', 'b', 'c', 'kitchen'].map((name) => `https://${name}.example`),
  );
});

test('of a watch for the first news only it is said that it is over, and how to go on', () => {
  assert.doesNotMatch(say(news), /no longer/);
  const text = say({ ...news, topics: ['Kettlectl', 'Teapotd'], ended: ['Teapotd'] });
  assert.match(text, /^News on what you watch: Kettlectl and Teapotd\./);
  assert.match(text, /You asked for the first news: I no longer watch Teapotd\./);
  assert.match(text, /watch Teapotd$/m);
});

test('a watch that ended in silence is told as that, and is no news of an issue', () => {
  const topics = Array.from({ length: 9 }, (_, i) => ({ subject: `Kettle ${i}`, targetId: undefined }));
  const content = buildEndContent(topics);
  const { line, issueId, reply } = composeNotice('', content);
  assert.deepEqual([line, issueId], ['watching', undefined]);
  const text = replyToText(reply, 9_000);
  assert.match(
    text,
    /^For a year no issue has said anything about Kettle 0, .*, Kettle 5 and 3 more: I no longer watch it/,
  );
  assert.equal(text.match(/watch Kettle \d$/gm)?.length, 6);
});
