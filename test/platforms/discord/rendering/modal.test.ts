import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeReplyAction } from '#conversation/wording/reply-action.ts';
import { askModalId, buildAskModal } from '#platforms/discord/rendering/modal.ts';
import { validateModal } from '../../../../local/discord-server/validate-modal.ts';
import { assertProperty } from '../../../fixtures/assert-property.ts';
import { hostileWords } from './hostile-response.ts';

/** The text in the input, as the person sees it first. */
function textOf(text: string, maxCharacters = 1000): string | undefined {
  const { components } = buildAskModal({ maxCharacters, text });
  const [label] = components as { component: { value?: string } }[];
  return label?.component.value;
}

test('the modal asks for a question, empty or with a message’s text in it', () => {
  assert.equal(textOf(''), undefined);
  assert.equal(textOf('does the kettle\nboil?'), 'does the kettle boil?');
});

test('a text too long to be read is cut at a word', () => {
  assert.equal(textOf('does the kettle boil?', 18), 'does the kettle');
  assert.equal(textOf('🫖🫖', 3), '🫖');
  assert.equal(textOf('a'.repeat(4_001), 9_000)?.length, 4_000);
});

test('no button can be taken for the modal', () => {
  assert.equal(decodeReplyAction(askModalId), undefined);
});

test('Discord accepts the modal with any text in it', () => {
  assertProperty(
    fc.property(hostileWords, fc.integer({ min: 2, max: 9000 }), (text, maxCharacters) => {
      assert.deepEqual(validateModal({ ...buildAskModal({ maxCharacters, text }) }), []);
    }),
    { seed: 20310214, numRuns: 200 },
  );
});
