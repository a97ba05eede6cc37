import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ChannelForecast } from '#announcing/planning/forecast-channel.ts';
import { type HeldBack, listHeldBack } from '#announcing/planning/list-held-back.ts';
import type { Issue } from '#newsletter/issue.ts';
import { inventIssue } from '../invent-issues.ts';

const schedule = { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'Asia/Kolkata' };
// Friday of week 8, noon in Kolkata.
const atMs = Date.UTC(2031, 1, 21, 6, 30);
const nothingNew: ChannelForecast = { kind: 'nothing-new', atMs };

function listFor(
  issues: readonly Issue[],
  { seenIssueId = '2031-W06', forecast = nothingNew, limit = 5 }: Partial<Case> = {},
): string[] {
  return listHeldBack({ seenIssueId, schedule }, issues, forecast, limit).map(
    ({ issueId, why }) => `${issueId} ${why}`,
  );
}

interface Case {
  readonly name: string;
  readonly issues: readonly Issue[];
  readonly seenIssueId: string;
  readonly forecast: ChannelForecast;
  readonly limit: number;
  readonly left: readonly `${string} ${HeldBack['why']}`[];
}

const weeks = (...numbers: number[]) => numbers.map((week) => inventIssue(`2031-W${String(week).padStart(2, '0')}`));
const posting = (issueId: string, ...earlierIssueIds: string[]): ChannelForecast => ({
  kind: 'post',
  atMs,
  issueId,
  earlierIssueIds,
});

describe('what an editor may be waiting for, and why it does not come', () => {
  const cases: readonly (Partial<Case> & Pick<Case, 'name' | 'issues' | 'left'>)[] = [
    { name: 'a draft', issues: [inventIssue('2031-W08', { isDraft: true })], left: ['2031-W08 draft'] },
    { name: 'an issue of tomorrow', issues: [dated('2031-W08', '2031-02-22')], left: ['2031-W08 later'] },
    { name: 'an issue of today has come', issues: [dated('2031-W08', '2031-02-21')], left: ['2031-W08 seen'] },
    {
      name: 'of what the channel has seen, the newest alone',
      issues: weeks(4, 5, 6, 9, 10),
      left: ['2031-W10 later', '2031-W09 later', '2031-W06 seen'],
    },
    {
      name: 'what was seen counts as seen, be its day still to come',
      issues: weeks(9, 10),
      seenIssueId: '2031-W09',
      left: ['2031-W10 later', '2031-W09 seen'],
    },
    {
      name: 'nothing of what is posted, nor of what came before it',
      issues: weeks(5, 6, 7, 8, 9),
      forecast: posting('2031-W08', '2031-W07'),
      left: ['2031-W09 later'],
    },
    { name: 'no more than asked for', issues: weeks(9, 10, 11), limit: 2, left: ['2031-W11 later', '2031-W10 later'] },
    {
      name: 'nothing of a channel that is paused',
      issues: weeks(9),
      forecast: { kind: 'paused', reason: 'The bot was sent away.' },
      left: [],
    },
    {
      // By its letters a week comes after every day of its year.
      name: 'a week named as such comes before the later days of its year',
      issues: [...weeks(6), named('2031-03-11'), named('2031-02-28')],
      left: ['2031-03-11 later', '2031-02-28 later', '2031-W06 seen'],
    },
    {
      name: 'a day after the week that is posted is still to come',
      issues: [...weeks(8), named('2031-03-11')],
      forecast: posting('2031-W08'),
      left: ['2031-03-11 later'],
    },
  ];
  for (const { name, issues, left, ...more } of cases) test(name, () => assert.deepEqual(listFor(issues, more), left));
});

test('in a zone where the next day has begun, its issue has come', () => {
  const lateMs = Date.UTC(2031, 1, 21, 20);
  const [first] = listHeldBack(
    { seenIssueId: '', schedule },
    [dated('2031-W08', '2031-02-22')],
    { ...nothingNew, atMs: lateMs },
    1,
  );
  assert.equal(first?.why, 'seen');
});

function dated(id: string, day: string): Issue {
  return inventIssue(id, { date: { day, isDerived: false } });
}

function named(day: string): Issue {
  return inventIssue(day, { year: 2031, week: 9, date: { day, isDerived: false } });
}
