import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeReplyAction, encodeReplyAction, type ReplyAction } from '#conversation/wording/reply-action.ts';
import { assertProperty } from '../../fixtures/assert-property.ts';

const line = fc.string({ minLength: 1, unit: 'grapheme' });
const issueId = fc.option(fc.constantFrom('2031-W09', '2031-02-28'), { nil: undefined });
const action: fc.Arbitrary<ReplyAction> = fc.oneof(
  fc.record({ kind: fc.constant('ask' as const), line }),
  fc.record({ kind: fc.constant('page' as const), line, page: fc.nat(9999) }),
  fc.record({ kind: fc.constant('rate' as const), line, isHelpful: fc.boolean(), issueId }),
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

test('a rating of an answer that rests on no issue is understood, and a name that is none is left out', () => {
  assert.deepEqual(decodeReplyAction('d:help'), { kind: 'rate', line: 'help', isHelpful: false, issueId: undefined });
  const odd = encodeReplyAction({ kind: 'rate', line: 'help', isHelpful: true, issueId: '2031: the end' });
  assert.equal(odd, 'u:help');
});

test('what nobody encoded is no action', () => {
  for (const text of ['', 'a', 'a:', 'x:help', 'p:help', 'p12345:help', 'pa:help', 'page', ':help', '__proto__']) {
    assert.equal(decodeReplyAction(text), undefined, text);
  }
});
