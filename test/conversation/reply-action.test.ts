import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeReplyAction, encodeReplyAction, type ReplyAction } from '#conversation/reply-action.ts';
import { assertProperty } from '../fixtures/assert-property.ts';

const line = fc.string({ minLength: 1, unit: 'grapheme' });
const action: fc.Arbitrary<ReplyAction> = fc.oneof(
  fc.record({ kind: fc.constant('ask' as const), line }),
  fc.record({ kind: fc.constant('page' as const), line, page: fc.nat(9999) }),
  fc.record({ kind: fc.constant('rate' as const), line, isHelpful: fc.boolean() }),
  fc.record({ kind: fc.constant('share' as const), line }),
);

test('what a button carries comes back as it was', () => {
  assertProperty(
    fc.property(action, (one) => {
      assert.deepEqual(decodeReplyAction(encodeReplyAction(one)), { ...one });
    }),
    { seed: 7 },
  );
});

test('what nobody encoded is no action', () => {
  for (const text of ['', 'a', 'a:', 'x:help', 'p:help', 'p12345:help', 'pa:help', 'page', ':help', '__proto__']) {
    assert.equal(decodeReplyAction(text), undefined, text);
  }
});
