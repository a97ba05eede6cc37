import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { RespondError } from '@slack/bolt';
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { AccessError } from '#conversation/ports/access-error.ts';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { explainSocketFailure } from '#platforms/slack/calling/check-access.ts';
import {
  askedToWait,
  isFormRefused,
  isScopeMissing,
  isTokenRefused,
  refusedWith,
  toDeliveryError,
} from '#platforms/slack/calling/errors.ts';

const refusal = (error: string, more = {}) =>
  new WebAPIPlatformError({ ok: false, error, response_metadata: {}, ...more });
const status = (code: number) => new WebAPIHTTPError(code, 'no', {}, '');
const respond = (code: number) => new RespondError('no', code);
const broken = (original: Error) => new WebAPIRequestError(original);
const shown = (error: unknown) => {
  const { reason, mayHaveArrived, retryAfterMs } = toDeliveryError(error);
  return [reason, mayHaveArrived, retryAfterMs];
};

describe('what a refused call means for whoever sends', () => {
  for (const [what, error, expected] of [
    ['a token that is refused', refusal('invalid_auth'), ['rejected', false, undefined]],
    ['a channel that is gone', refusal('channel_not_found'), ['destination-gone', false, undefined]],
    ['a message of another form', refusal('invalid_blocks'), ['rejected', false, undefined]],
    ['a fault of Slack’s own', refusal('fatal_error'), ['try-later', true, undefined]],
    ['a code that no document has', refusal('under_the_weather'), ['try-later', false, undefined]],
    ['a page in the place of Slack', refusal('<html>Log in first</html>'), ['try-later', true, undefined]],
    ['asked to wait', new WebAPIRateLimitedError(7), ['try-later', false, 7000]],
    ['a server out of order', status(503), ['try-later', true, undefined]],
    ['a server that failed', status(500), ['try-later', true, undefined]],
    ['something on the way', status(403), ['try-later', false, undefined]],
    ['a response address that was used up', respond(404), ['destination-gone', false, undefined]],
    ['and one that is too old', respond(410), ['destination-gone', false, undefined]],
    ['too much for a response address', respond(429), ['try-later', false, undefined]],
    ['a response address out of order', respond(500), ['try-later', true, undefined]],
    ['a response address that refuses', respond(400), ['rejected', false, undefined]],
    ['never connected', broken(Object.assign(new Error('no'), { code: 'ENOTFOUND' })), ['try-later', false, undefined]],
    ['broken off', broken(new Error('socket hang up')), ['try-later', true, undefined]],
    [
      'what a fetch throws',
      new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code: 'ECONNREFUSED' }) }),
      ['try-later', false, undefined],
    ],
    ['anything else', new Error('odd'), ['try-later', true, undefined]],
  ] as const)
    test(what, () => assert.deepEqual(shown(error), expected));

  test('what is understood already stays, inside an error of the SDK, too', () => {
    const known = new DeliveryError('destination-gone', 'gone');
    assert.equal(toDeliveryError(known), known);
    assert.equal(toDeliveryError(broken(known)), known);
  });

  test('of a page in the place of Slack nothing is kept, not even as the cause', () => {
    assert.equal(toDeliveryError(refusal('<html>Log in first</html>')).cause, undefined);
  });
});

test('a missing scope is told by its name', () => {
  const { message } = toDeliveryError(refusal('missing_scope', { needed: 'chat:write' }));
  assert.match(message, / It needs chat:write\.$/);
  assert.doesNotMatch(toDeliveryError(refusal('missing_scope')).message, /It needs/);
});

describe('why it was refused, of the error or of its translation', () => {
  for (const [code, isToken, isScope, isForm] of [
    ['invalid_auth', true, false, false],
    ['missing_scope', false, true, false],
    ['invalid_blocks', false, false, true],
    ['channel_not_found', false, false, false],
  ] as const)
    test(code, () => {
      for (const error of [refusal(code), toDeliveryError(refusal(code)), refusedWith(code)])
        assert.deepEqual(
          [isTokenRefused(error), isScopeMissing(error), isFormRefused(error)],
          [isToken, isScope, isForm],
        );
    });
  test('of a response address by its status', () => {
    assert.equal(isFormRefused(toDeliveryError(respond(400))), true);
    assert.equal(isFormRefused(respond(400)), true);
    assert.equal(isFormRefused(respond(404)), false);
    assert.equal(isFormRefused(undefined), false);
  });
});

test('Slack’s own wish to wait says for how long', () => {
  const error = askedToWait(1500);
  assert.deepEqual([error.reason, error.retryAfterMs, error.mayHaveArrived], ['try-later', 1500, false]);
});

test('a socket that does not open is the app token’s fault only where Slack says so', () => {
  for (const code of ['invalid_auth', 'missing_scope']) {
    const error = explainSocketFailure(refusal(code));
    assert.ok(error instanceof AccessError, code);
    assert.match(error.message, /^SLACK_APP_TOKEN: /);
  }
  assert.match(explainSocketFailure(refusal('missing_scope')).message, /connections:write/);
  assert.ok(explainSocketFailure(refusal('internal_error')) instanceof DeliveryError);
});
