import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeForgotten, type Forgotten } from '#commands/running/forget.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';

const say = (removed: Forgotten | undefined) => replyToText(composeForgotten(removed), 2_000);

test('what was removed is told by its kind and number; of a kind that was not kept, nothing', () => {
  assert.match(
    say({ notes: 1, watches: 0 }),
    /^One note was kept of you, and is removed now: .* whether answers helped you\.$/,
  );
  assert.match(say({ notes: 2, watches: 0 }), /^2 notes were kept of you, and are removed now: [^W]*$/);
  assert.equal(say({ notes: 0, watches: 1 }), 'What you watched is removed, one topic: I tell you of it no more.');
  assert.match(
    say({ notes: 1, watches: 3 }),
    /^One note was[\s\S]* What you watched is removed, 3 topics: I tell you of it no more\.$/,
  );
});

test('nothing kept is said so; what could not be removed can be tried again', () => {
  assert.equal(say({ notes: 0, watches: 0 }), 'Nothing that you wrote is kept.');
  assert.match(say(undefined), /could not be removed just now\.[\s\S]*forget me$/);
});

test('it is for whoever asked alone', () => {
  for (const removed of [undefined, { notes: 0, watches: 0 }, { notes: 1, watches: 1 }])
    assert.equal(composeForgotten(removed).audience, 'private');
});
