import { test } from 'node:test';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { longResponse, verdictResponses, wholeResponse } from '../../fixtures/every-block.ts';
import { matchFixture } from '../../fixtures/match-fixture.ts';

test('all that a reply may have, as plain text; what is too long is cut', (t) => {
  const texts = [wholeResponse, ...verdictResponses, longResponse].map(({ reply }) => replyToText(reply, 1_500));
  matchFixture(t, texts.join('\n----\n'), 'plain-text.txt');
});
