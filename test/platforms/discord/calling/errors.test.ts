import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { asNotSent, DeliveryError } from '#conversation/ports/delivery-error.ts';
import { asRepeatable, findDiscordCode, toDeliveryError } from '#platforms/discord/calling/errors.ts';

const refusal = (status: number, code: number | undefined) =>
  new DiscordAPIError(
    { code: code as number, message: 'no' },
    code as number,
    status,
    'POST',
    'https://discord.example',
    {},
  );
const outage = (status: number) => new HTTPError(status, 'no', 'POST', 'https://discord.example', {});
const limited = (retryAfter: number, timeToReset: number) =>
  new RateLimitError({
    retryAfter,
    timeToReset,
    limit: 5,
    method: 'POST',
    hash: '',
    url: '',
    route: '',
    majorParameter: '',
    global: false,
    sublimitTimeout: 0,
    scope: 'user',
  });
const shown = (error: unknown) => {
  const { reason, mayHaveArrived } = toDeliveryError(error);
  return [reason, mayHaveArrived];
};

describe('what a refused request means for whoever sends', () => {
  for (const [what, error, reason, mayHaveArrived] of [
    ['the channel is gone', refusal(404, 10_003), 'destination-gone', false],
    ['slow mode', refusal(429, 20_016), 'try-later', false],
    ['a wrong token', refusal(401, 0), 'rejected', false],
    ['a code that nobody knows', refusal(400, 999_999), 'rejected', false],
    ['a code of nought', refusal(403, 0), 'rejected', false],
    ['without a code it is of something before Discord', refusal(403, undefined), 'try-later', false],
    ['a time-out on the way', refusal(408, 0), 'try-later', false],
    ['too early', refusal(425, 0), 'try-later', false],
    ['a code that is null, too', refusal(403, null as never), 'try-later', false],
    ['a fault of Discord’s own', outage(502), 'try-later', true],
    ['a connection that broke off', new Error('socket hang up'), 'try-later', true],
    ['a connection that was never made', Object.assign(new Error('no'), { code: 'ECONNREFUSED' }), 'try-later', false],
    ['anything else', 'odd', 'try-later', true],
  ] as const)
    test(what, () => assert.deepEqual(shown(error), [reason, mayHaveArrived]));

  test('what is understood already stays', () => {
    const known = new DeliveryError('destination-gone', 'gone');
    assert.equal(toDeliveryError(known), known);
  });
});

test('asked to wait, it waits for the longer of the two that Discord tells', () => {
  assert.equal(toDeliveryError(limited(300, 700)).retryAfterMs, 700);
  assert.equal(toDeliveryError(limited(900, 700)).retryAfterMs, 900);
});

test('of too many starts it is told until when', () => {
  const told = (end: string) =>
    toDeliveryError(new Error(`Not enough sessions remaining to spawn 1 shards${end}`)).message;
  assert.match(
    told('; only 0 remaining; resets at 2031-02-03T04:05:06.000Z'),
    /no more before 2031-02-03T04:05:06\.000Z/,
  );
  assert.match(told(''), /no more today/);
});

test('Discord’s code is found however deep it lies', () => {
  const deep = new Error('one', { cause: new Error('two', { cause: refusal(400, 50_035) }) });
  assert.equal(findDiscordCode(deep), 50_035);
  assert.equal(findDiscordCode(asNotSent(toDeliveryError(refusal(429, 20_016)))), 20_016);
  assert.equal(findDiscordCode(new Error('one')), undefined);
  assert.equal(findDiscordCode(undefined), undefined);
});

test('a message that Discord takes once only may be sent again though it may have arrived', () => {
  const doubtful = toDeliveryError(outage(500));
  assert.deepEqual([asRepeatable(doubtful).mayHaveArrived, asRepeatable(doubtful).reason], [false, 'try-later']);
  assert.equal(asRepeatable(doubtful).cause, doubtful);
  const sure = toDeliveryError(refusal(404, 10_003));
  assert.equal(asRepeatable(sure), sure);
});
