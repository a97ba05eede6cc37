import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chooseRetryDelay, type FailedTry } from '#announcing/delivering/choose-retry-delay.ts';

const second = 1_000;
const minute = 60 * second;
const busy: FailedTry = { attempts: 1, reason: 'try-later', retryAfterMs: undefined, mayHaveArrived: false, random: 1 };
const delayOf = (more: Partial<FailedTry>) => chooseRetryDelay({ ...busy, ...more });

describe('how long a post waits for its next try', () => {
  const cases: [name: string, failed: Partial<FailedTry>, delayMs: number][] = [
    ['five seconds after the first', {}, 5 * second],
    ['twice as long after the second', { attempts: 2 }, 10 * second],
    ['and so on', { attempts: 5 }, 80 * second],
    ['half an hour at most', { attempts: 1000 }, 30 * minute],
    ['half of it for the luckiest of those that failed at once', { attempts: 2, random: 0 }, 5 * second],
    ['never less than the platform asks for', { retryAfterMs: 90 * second, random: 0 }, 92.5 * second],
    ['an hour where a person has to mend something first', { reason: 'rejected' }, 60 * minute],
    ['half an hour at least, then', { reason: 'rejected', random: 0 }, 30 * minute],
    ['half a minute at least where it may have arrived', { mayHaveArrived: true }, 30 * second],
    ['as long as ever where that is longer', { mayHaveArrived: true, attempts: 5 }, 80 * second],
  ];
  for (const [name, failed, delayMs] of cases) test(name, () => assert.equal(delayOf(failed), delayMs));
});

test('whatever the chance, a platform that asks to wait is not asked before', () => {
  for (const random of [0, 0.25, 0.5, 1]) {
    for (const attempts of [1, 2, 9]) assert.ok(delayOf({ random, attempts, retryAfterMs: 7 * minute }) >= 7 * minute);
  }
});
