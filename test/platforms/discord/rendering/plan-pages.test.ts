import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planDiscordPages } from '#platforms/discord/rendering/plan-pages.ts';

test('pieces fill a page in their order before the next one begins', () => {
  const pieces = ['aaaa', 'bbbb', 'cccc'].map((text) => ({ text, isAttached: false }));
  assert.deepEqual(planDiscordPages(pieces, 10), ['aaaa\n\nbbbb', 'cccc']);
  assert.deepEqual(planDiscordPages([], 10), []);
});

test('a heading goes with its first piece, and comes again where its list goes on', () => {
  const heading = { text: 'Pots' };
  const items = ['- one', '- two', '- three', '- four'].map((text, index) => ({
    text,
    heading,
    isAttached: index > 0,
  }));
  assert.deepEqual(planDiscordPages([{ text: 'It boils.', isAttached: false }, ...items], 35), [
    'It boils.\n\nPots\n- one\n- two\n- three',
    'Pots *(continued)*\n- four',
  ]);
  assert.deepEqual(planDiscordPages([{ text: 'It boils.', isAttached: false }, ...items], 18)[0], 'It boils.');
});

test('two lists of the same name are two lists', () => {
  const items = [{ text: 'Pots' }, { text: 'Pots' }].map((heading) => ({ text: '- one', heading, isAttached: false }));
  assert.deepEqual(planDiscordPages(items, 100), ['Pots\n- one\n\nPots\n- one']);
});
