import { test } from 'node:test';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { buildEndContent, composeNotice } from '#watching/compose-notice.ts';
import type { NoticeContent } from '#watching/notice.ts';
import { matchFixture } from '../fixtures/match-fixture.ts';

const statuses = ['yes', 'partly', 'in-progress', 'planned', 'no'] as const;
const content: NoticeContent = {
  issueTitle: 'Kitchen Weekly 8',
  day: '2031-02-21',
  issueLink: 'https://kitchen.example/8',
  topics: ['Kettlectl', 'Teapotd on arm64', 'Spoonfs'],
  items: statuses.map((status, i) => ({
    says: `Pot ${i} says ${status}.`,
    status,
    before: { status: statuses[4 - i] ?? 'no', issueId: `2031-W0${i}` },
    links: [{ url: `https://pot.example/${i % 4}`, words: `pot ${i}` }],
  })),
  more: 2,
  ended: ['Kettlectl', 'Spoonfs'],
};
const plain: NoticeContent = {
  ...content,
  items: [{ says: 'It boils.', links: [] }],
  topics: ['Kettlectl'],
  more: 0,
  ended: [],
};

test('what a watcher is told, whole: of news, of the last news, and that a watch has ended', (t) => {
  const { issueLink: _, ...withoutLink } = plain;
  const topics = Array.from({ length: 8 }, (_, i) => ({
    subject: `Pot ${i}`,
    targetId: i === 0 ? 'arm64' : undefined,
  }));
  const told = [content, withoutLink, buildEndContent(topics), buildEndContent(topics.slice(0, 1))].map((one) => {
    const { reply, ...rest } = composeNotice('2031-W08', one);
    return `${replyToText(reply, 5_000)}\n[${reply.audience}] ${JSON.stringify(rest)}\n`;
  });
  const many = { ...content, topics: topics.map(({ subject }) => subject) };
  told.push(replyToText(composeNotice('2031-W08', many).reply, 200));
  matchFixture(t, told.join('\n'), 'notices.txt');
});
