import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createResponder } from '#app/responder.ts';
import type { Reply } from '#conversation/reply.ts';
import type { Issue } from '#newsletter/issue.ts';
import { buildSnapshot } from '#search/snapshot.ts';

function inventIssue(sentences: readonly string[]): Issue {
  return {
    id: '2031-W09',
    year: 2031,
    week: 9,
    title: 'Kitchen Weekly 9',
    date: { day: '2031-02-28', isDerived: false },
    isDraft: false,
    isRestated: false,
    contents: [],
    articles: [
      {
        id: '2031-W09#1',
        issueId: '2031-W09',
        heading: 'Forkbase',
        section: '',
        kind: 'news',
        line: 1,
        sentences: sentences.map((text, index) => ({ text, line: index + 2, block: 0, kind: 'prose' })),
        links: [],
      },
    ],
  };
}

const nowMs = Date.UTC(2031, 2, 7);
const verdictOf = ({ blocks: [lead] }: Reply) => (lead?.kind === 'lead' ? lead.verdict : undefined);

test('each conversation keeps its own subject', () => {
  const snapshot = buildSnapshot([
    inventIssue(['Forkbase runs on armv7 and arm64.', 'There is no Forkbase for Windows.']),
  ]);
  const respond = createResponder(() => snapshot, '1.2.3');
  assert.equal(verdictOf(respond({ text: 'does forkbase run on arm64?', conversationId: 'kitchen', nowMs })), 'yes');
  assert.equal(verdictOf(respond({ text: 'what about windows?', conversationId: 'garden', nowMs })), undefined);
  assert.equal(verdictOf(respond({ text: 'what about windows?', conversationId: 'kitchen', nowMs })), 'no');
});

test('the next answer comes from the archive as it is then', () => {
  let snapshot = buildSnapshot([inventIssue(['Forkbase runs on arm64.'])]);
  const respond = createResponder(() => snapshot, '1.2.3');
  const ask = () => verdictOf(respond({ text: 'does forkbase run on arm64?', conversationId: 'kitchen', nowMs }));
  assert.equal(ask(), 'yes');
  snapshot = buildSnapshot([inventIssue(['Forkbase does not run on arm64.'])]);
  assert.equal(ask(), 'no');
});

test('ages are told as of the day of the request', () => {
  const respond = createResponder(() => buildSnapshot([inventIssue(['Forkbase runs on arm64.'])]), '1.2.3');
  const [, when] = respond({ text: 'latest', conversationId: 'kitchen', nowMs }).blocks;
  assert.equal(when?.kind === 'text' && when.text, 'Issue 2031-W09, 28 February 2031, 7 days ago.');
});
