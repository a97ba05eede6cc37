import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createResponder } from '#app/responding/responder.ts';
import { type Metrics, noMetrics } from '#conversation/ports/metrics.ts';
import type { Feedback, ReaderNotes, UnansweredQuestion } from '#conversation/ports/reader-notes.ts';
import type { Asker } from '#conversation/request.ts';
import type { Response } from '#conversation/response.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { createQuestionBudget } from '#traffic/question-budget.ts';
import { inventIssue } from '../../commands/invented-archive.ts';

function inventArchive(...sentences: readonly string[]) {
  const issue = inventIssue('2031-W09', '2031-02-28', [{ heading: 'Forkbase', sentences }]);
  return buildSnapshot([{ issue, facts: [] }]);
}

const nowMs = Date.UTC(2031, 2, 7);
const verdictOf = ({
  reply: {
    blocks: [lead],
  },
}: Response) => (lead?.kind === 'lead' ? lead.verdict : undefined);

test('each conversation keeps its own subject', async () => {
  const snapshot = inventArchive('Forkbase runs on armv7 and arm64.', 'There is no Forkbase for Windows.');
  const { respond } = createResponder({ getSnapshot: () => snapshot, version: '1.2.3' });
  assert.equal(
    verdictOf(await respond({ text: 'does forkbase run on arm64?', conversationId: 'kitchen', nowMs })),
    'yes',
  );
  assert.equal(verdictOf(await respond({ text: 'what about windows?', conversationId: 'garden', nowMs })), undefined);
  assert.equal(verdictOf(await respond({ text: 'what about windows?', conversationId: 'kitchen', nowMs })), 'no');
});

test('the next answer comes from the archive as it is then', async () => {
  let snapshot = inventArchive('Forkbase runs on arm64.');
  const { respond } = createResponder({ getSnapshot: () => snapshot, version: '1.2.3' });
  const ask = async () =>
    verdictOf(await respond({ text: 'does forkbase run on arm64?', conversationId: 'kitchen', nowMs }));
  assert.equal(await ask(), 'yes');
  snapshot = inventArchive('Forkbase does not run on arm64.');
  assert.equal(await ask(), 'no');
});

test('ages are told as of the day of the request', async () => {
  const snapshot = inventArchive('Forkbase runs on arm64.');
  const { respond } = createResponder({ getSnapshot: () => snapshot, version: '1.2.3' });
  const { reply } = await respond({ text: 'latest', conversationId: 'kitchen', nowMs });
  const [, when] = reply.blocks;
  assert.equal(when?.kind === 'text' && when.text, 'Issue 2031-W09, 28 February 2031, 7 days ago.');
});

const asker = { platform: 'kitchen-chat', userId: 'U1', channelId: 'C1' };

test('a reply to an answer goes on from that answer, whatever was said since', async () => {
  const snapshot = inventArchive('Forkbase runs on armv7 and arm64.', 'There is no Forkbase for Windows.');
  const { respond } = createResponder({ getSnapshot: () => snapshot, version: '1.2.3' });
  const request = { text: 'what about windows?', conversationId: 'kitchen', nowMs };
  assert.equal(verdictOf(await respond({ ...request, previousLine: 'does forkbase run on arm64?' })), 'no');
});

test('who asks far too much is asked to wait, in private, and others are still answered', async () => {
  const snapshot = inventArchive('Forkbase runs on arm64.');
  const budget = createQuestionBudget({ perUser: 2, perChannel: 100, windowMs: 60_000 });
  const { respond } = createResponder({ getSnapshot: () => snapshot, version: '1.2.3', budget });
  const ask = (userId: string) =>
    respond({
      text: 'does forkbase run on arm64?',
      conversationId: 'kitchen',
      nowMs,
      asker: { ...asker, userId },
    });
  assert.equal(verdictOf(await ask('U1')), 'yes');
  assert.equal(verdictOf(await ask('U1')), 'yes');
  const refusal = await ask('U1');
  assert.deepEqual(refusal.outcome, { kind: 'refused' });
  assert.equal(refusal.reply.audience, 'private');
  assert.match(replyToText(refusal.reply, 500), /Ask again in 30 seconds, please\.$/);
  assert.equal(verdictOf(await ask('U2')), 'yes');
});

test('a question in vain and a rating are kept under the reader’s key; a question answered is not', async () => {
  const snapshot = inventArchive('Forkbase runs on arm64.');
  const unanswered: UnansweredQuestion[] = [];
  const feedback: Feedback[] = [];
  const notes = {
    readerKeyOf: ({ userId }: Asker) => `key of ${userId}`,
    kept: keepNotes(unanswered, feedback),
  };
  const { respond, rate } = createResponder({ getSnapshot: () => snapshot, version: '1.2.3', notes });
  const ask = (text: string) => respond({ text, conversationId: 'kitchen', nowMs, asker });
  const { line, issueId } = await ask('does forkbase run on arm64?');
  await ask('does gravyd run on arm64?');
  await rate({ asker, line, isHelpful: false, issueId, nowMs });
  const note = { platform: 'kitchen-chat', readerKey: 'key of U1', atMs: nowMs };
  assert.deepEqual(unanswered, [{ ...note, question: 'does gravyd run on arm64?' }]);
  assert.deepEqual(feedback, [{ ...note, line, isHelpful: false, issueId: '2031-W09' }]);
});

test('who wants to be forgotten is, under the keys of before as well, and is told; nobody else is', async () => {
  const kept = new Map([
    ['new U1', 2],
    ['old U1', 1],
    ['new U2', 5],
  ]);
  const forget = async (key: string) => {
    const removed = kept.get(key) ?? 0;
    kept.delete(key);
    return removed;
  };
  const notes = {
    kept: { ...keepNotes([], []), forget },
    readerKeyOf: ({ userId }: Asker) => `new ${userId}`,
    earlierKeysOf: [({ userId }: Asker) => `old ${userId}`],
  };
  const { respond } = createResponder({ getSnapshot: () => buildSnapshot([]), version: '1.2.3', notes });
  const say = async (text: string, who?: Asker) => {
    const { reply } = await respond({ text, conversationId: 'kitchen', nowMs, ...(who ? { asker: who } : {}) });
    assert.equal(reply.audience, 'private');
    return replyToText(reply, 500);
  };
  assert.match(await say('Forget me!', asker), /^3 notes were kept of you, and are removed now/);
  assert.deepEqual([...kept.keys()], ['new U2']);
  assert.match(await say('forget me', asker), /^Nothing that you wrote is kept\./);
  assert.match(await say('forget me'), /^Nothing that you wrote is kept\./);
});

test('a reader is not told that all is removed when the store failed', async () => {
  const forget = () => Promise.reject(new Error('the disk is gone'));
  const notes = { kept: { ...keepNotes([], []), forget }, readerKeyOf: () => 'key' };
  const { respond } = createResponder({ getSnapshot: () => buildSnapshot([]), version: '1.2.3', notes });
  const { reply } = await respond({ text: 'forget me', conversationId: 'kitchen', nowMs, asker });
  assert.match(replyToText(reply, 500), /^What you wrote could not be removed just now/);
});

test('a store that fails costs the follow-up and the note, never the answer, and is told in the log', async () => {
  const snapshot = inventArchive('Forkbase runs on arm64.');
  const fail = () => Promise.reject(new Error('the disk is gone'));
  const warnings: unknown[] = [];
  const log = { debug() {}, info() {}, error() {}, warn: (_message: string, fields = {}) => warnings.push(fields) };
  const notes = { readerKeyOf: () => 'key', kept: { ...keepNotes([], []), recordUnanswered: fail } };
  const { respond } = createResponder({
    getSnapshot: () => snapshot,
    version: '1.2.3',
    memory: { recall: fail, remember: fail },
    notes,
    log,
  });
  const ask = (text: string) => respond({ text, conversationId: 'kitchen', nowMs, asker });
  assert.equal(verdictOf(await ask('does forkbase run on arm64?')), 'yes');
  assert.equal(verdictOf(await ask('does gravyd run on arm64?')), 'unknown');
  // Each question is looked up and kept, also one that nobody has written about; that one is noted, too.
  assert.equal(warnings.length, 5);
});

test('whoever rates an answer hears whether that is kept', async () => {
  const snapshot = inventArchive('Forkbase runs on arm64.');
  const rateWith = (recordFeedback: ReaderNotes['recordFeedback']) => {
    const notes = { readerKeyOf: () => 'key', kept: { ...keepNotes([], []), recordFeedback } };
    const { rate } = createResponder({ getSnapshot: () => snapshot, version: '1.2.3', notes });
    return rate({ asker, line: 'status forkbase', isHelpful: true, issueId: undefined, nowMs });
  };
  assert.equal(await rateWith(async () => {}), true);
  assert.equal(await rateWith(() => Promise.reject(new Error('the disk is gone'))), false);
});

test('every question is counted with its platform and how it ended', async () => {
  const snapshot = inventArchive('Forkbase runs on arm64.');
  const counted: unknown[] = [];
  const metrics: Metrics = {
    ...noMetrics,
    countQuestion: ({ platform, outcome, elapsedMs }) => counted.push([platform, outcome.kind, elapsedMs >= 0]),
  };
  const { respond } = createResponder({ getSnapshot: () => snapshot, version: '1.2.3', metrics });
  await respond({ text: 'does forkbase run on arm64?', conversationId: 'kitchen', nowMs, asker });
  await respond({ text: 'help', conversationId: 'kitchen', nowMs });
  assert.deepEqual(counted, [
    ['kitchen-chat', 'answered', true],
    ['terminal', 'command', true],
  ]);
});

function keepNotes(unanswered: UnansweredQuestion[], feedback: Feedback[]): ReaderNotes {
  return {
    recordFeedback: async (one) => void feedback.push(one),
    recordUnanswered: async (one) => void unanswered.push(one),
    listUnanswered: async () => unanswered,
    listFeedback: async () => feedback,
    forget: async () => 0,
  };
}
