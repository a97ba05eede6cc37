import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OutboxPost, OutboxState } from '#announcing/outbox.ts';
import {
  composeForecast,
  composeHeldBack,
  composeNewsReport,
  composeOutboxReport,
} from '#app/announce/compose-report.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';

const atMs = Date.UTC(2031, 1, 21, 12);
const schedule = { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'Asia/Kolkata' };
const head = 'slack:C1, every Friday at 12:00 (Asia/Kolkata): ';
const forecast = (one: Parameters<typeof composeForecast>[1]) => {
  const line = composeForecast(makeSubscription({ schedule }), one);
  assert.ok(line.startsWith(head), line);
  return line.slice(head.length);
};
const post = (state: OutboxState, given: Partial<OutboxPost> = {}): OutboxPost =>
  ({
    platform: 'slack',
    channelId: 'C1',
    issueId: '2031-W08',
    state,
    attempts: 1,
    plannedMs: atMs,
    ...given,
  }) as OutboxPost;

describe('what is to come in a channel', () => {
  for (const [line, one] of [
    ['2031-W08 on Friday 21 February 2031, 17:30', { kind: 'post', atMs, issueId: '2031-W08', earlierIssueIds: [] }],
    [
      '2031-W08 on Friday 21 February 2031, 17:30, with a line for 2031-W07, 2031-W06',
      { kind: 'post', atMs, issueId: '2031-W08', earlierIssueIds: ['2031-W07', '2031-W06'] },
    ],
    ['nothing new by Friday 21 February 2031, 17:30', { kind: 'nothing-new', atMs }],
    ['nothing while it is paused. Sent away.', { kind: 'paused', reason: 'Sent away.' }],
    ['not while it is a draft', { kind: 'draft' }],
    ['not there: the channel has seen 2031-W09, or was subscribed after it', { kind: 'seen', seenIssueId: '2031-W09' }],
    ['not any more: its front matter ends it on 2031-02-01', { kind: 'ended', day: '2031-02-01' }],
    ['not for a year: it is dated 2035-01-01', { kind: 'far-off', day: '2035-01-01' }],
    ['posted on Friday 21 February 2031, 17:30', { kind: 'planned-before', post: post('sent', { sentMs: atMs }) }],
    ['on its way', { kind: 'planned-before', post: post('claimed') }],
    [
      'waits, to be tried from Friday 21 February 2031, 17:30 on. No network.',
      { kind: 'planned-before', post: post('waiting', { nextTryMs: atMs, reason: 'No network.' }) },
    ],
    ['held. Nobody knows.', { kind: 'planned-before', post: post('held', { reason: 'Nobody knows.' }) }],
  ] as const satisfies readonly (readonly [string, Parameters<typeof composeForecast>[1]])[])
    test(line, () => assert.equal(forecast(one), line));

  test('nothing of it drives the terminal', () =>
    assert.doesNotMatch(forecast({ kind: 'paused', reason: 'a\u001b[2Jb' }), /\p{Cc}/u));
});

test('what does not go out, and why', () =>
  assert.deepEqual(
    composeHeldBack([
      { issueId: '2031-W10', why: 'draft', day: '2031-03-07' },
      { issueId: '2031-W09', why: 'later', day: '2031-02-28' },
      { issueId: '2031-W08', why: 'seen', day: '2031-02-21' },
    ]),
    [
      '  not 2031-W10: it is a draft',
      '  not 2031-W09: it is dated 2031-02-28',
      '  not 2031-W08: the channel has seen it, or began after it: a new channel starts with the next issue',
    ],
  ));

describe('how the posts stand', () => {
  const counts = { waiting: 0, claimed: 0, held: 3, skipped: 0, sent: 1 };
  test('what needs a person comes first, then what was sent, then what is paused', () => {
    const lines = composeOutboxReport(
      counts,
      new Map([
        ['sent', [post('sent', { sentMs: atMs + 60_000 })]],
        ['held', [post('held', { attempts: 2, reason: 'Nobody knows.' }), post('held')]],
      ] as const),
      [makeSubscription({ pausedReason: 'Sent away.' })],
    );
    assert.match(lines[0] ?? '', /^Posts: .*3 held/);
    assert.deepEqual(
      lines.filter((line) => line.startsWith('  ')),
      [
        '  slack:C1 2031-W08: planned Friday 21 February 2031, 12:00 UTC, tried 2 times. Nobody knows.',
        '  slack:C1 2031-W08: planned Friday 21 February 2031, 12:00 UTC',
        '  and 1 more',
        '  slack:C1 2031-W08: sent Friday 21 February 2031, 12:01 UTC',
        '  slack:C1: Sent away.',
      ],
    );
    assert.ok(lines.findIndex((line) => line.startsWith('Held:')) < lines.indexOf('Sent last:'));
  });
  test('without any, the counts alone', () => assert.equal(composeOutboxReport(counts, new Map(), []).length, 1));
});

test('news that is stuck stands under what to do about it, and names no person', () => {
  const counts = { waiting: 1, claimed: 0, held: 3, skipped: 1, sent: 9 };
  const stuck = { platform: 'slack', channelId: undefined, issueId: '2031-W08', reason: 'Nobody knows.', messages: 3 };
  const lines = composeNewsReport(counts, [
    { ...stuck, state: 'held' },
    { ...stuck, state: 'waiting', channelId: 'C1', reason: 'Too busy.', messages: 1 },
    { ...stuck, state: 'skipped', issueId: '', reason: 'The person is gone.', messages: 1 },
  ]);
  assert.equal(lines[0], 'News to watchers: 1 waiting, 0 claimed, 9 sent, 3 held, 1 skipped.');
  assert.deepEqual(
    lines.filter((line) => line.startsWith('  ')),
    [
      '  slack, 3 persons, 2031-W08: Nobody knows.',
      '  slack:C1, 2031-W08: Too busy.',
      '  slack, 1 person, the end of a watch: The person is gone.',
    ],
  );
  assert.match(lines[2] ?? '', /^Held: each may have arrived/);
  assert.equal(composeNewsReport(counts, []).length, 1);
});
