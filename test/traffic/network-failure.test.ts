import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refuseWebPage, toNetworkFailure, WebPageError } from '#traffic/network-failure.ts';

const withCode = (code: string) => Object.assign(new Error('it failed'), { code });

describe('what never left the machine may be sent again at once; anything else may have arrived', () => {
  const cases: readonly [name: string, error: unknown, mayHaveArrived: boolean][] = [
    ['nobody listens there', withCode('ECONNREFUSED'), false],
    ['there is no such host', withCode('ENOTFOUND'), false],
    ['names cannot be looked up for now', withCode('EAI_AGAIN'), false],
    ['no way to the host', withCode('EHOSTUNREACH'), false],
    ['no way to the network', withCode('ENETUNREACH'), false],
    ['no connection in time', withCode('UND_ERR_CONNECT_TIMEOUT'), false],
    ['behind what an SDK says of it', new Error('fetch failed', { cause: withCode('ECONNREFUSED') }), false],
    ['behind two', new Error('a', { cause: new Error('b', { cause: withCode('EAI_AGAIN') }) }), false],
    ['the connection was cut', withCode('ECONNRESET'), true],
    ['no answer in time', withCode('UND_ERR_HEADERS_TIMEOUT'), true],
    ['an error that nobody knows', new TypeError('oops'), true],
    ['no error at all', 'a word', true],
    ['a page of somebody on the way', new WebPageError('A web page came.'), true],
    ['such a page, behind what an SDK says', new Error('no JSON', { cause: new WebPageError('A page.') }), true],
  ];
  for (const [name, error, mayHaveArrived] of cases)
    test(name, () => {
      const failure = toNetworkFailure('Kettle', error, error);
      assert.deepEqual([failure.reason, failure.mayHaveArrived ?? false], ['try-later', mayHaveArrived]);
      assert.equal(failure.cause, error);
      assert.match(failure.message, /Kettle/);
    });
});

test('whoever stands between the bot and the platform is named as such', () => {
  assert.match(
    toNetworkFailure('Kettle', new WebPageError('A page.'), undefined).message,
    /a proxy, a firewall, a Wi-Fi/,
  );
  assert.match(
    toNetworkFailure('Kettle', withCode('ENOTFOUND'), undefined).message,
    /cannot be reached; it is tried again/,
  );
  assert.match(toNetworkFailure('Kettle', withCode('ECONNRESET'), undefined).message, /broke off/);
});

describe('a web page where data was asked for', () => {
  const cases: readonly [name: string, status: number, contentType: string | null, isRefused: boolean][] = [
    ['is refused', 200, 'text/html', true],
    ['in any letter case, with its letters named', 403, 'Text/HTML; charset=utf-8', true],
    ['just below a fault of the server', 499, 'text/html', true],
    ['is the platform’s own where its server is out of order', 500, 'text/html', false],
    ['and where that is too busy', 503, 'text/html', false],
    ['is none when it is data', 200, 'application/json', false],
    ['nor when it only begins like one', 200, 'text/html5', false],
    ['nor when it only speaks of one', 200, 'application/json; like=text/html', false],
    ['nor when nothing says what it is', 200, null, false],
  ];
  for (const [name, status, contentType, isRefused] of cases)
    test(name, () => {
      if (isRefused) assert.throws(() => refuseWebPage(status, contentType), WebPageError);
      else refuseWebPage(status, contentType);
    });
});
