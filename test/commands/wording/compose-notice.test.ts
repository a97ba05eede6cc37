import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { composeNotice } from '#commands/wording/compose-notice.ts';
import { composeParseNotice } from '#commands/wording/parse-notice.ts';
import { kitchenArchive } from '../invented-archive.ts';

describe('a short reply that is no answer', () => {
  test('is for whoever asked alone', () => assert.equal(composeNotice('Hm.').audience, 'private'));
  test('offers what can be typed next, be it one line', () => {
    assert.deepEqual(composeNotice('Hm.', ['help']).blocks.slice(1), [
      { kind: 'suggestions', title: 'Try', questions: ['help'] },
    ]);
    assert.deepEqual(composeNotice('Hm.', ['help', 'latest'], 'Or').blocks.slice(1), [
      { kind: 'suggestions', title: 'Or', questions: ['help', 'latest'] },
    ]);
  });
  test('and nothing where there is nothing', () => assert.equal(composeNotice('Hm.').blocks.length, 1));
});

test('to nothing it is said what can be asked, to far too much how much may be', () => {
  const offered = composeParseNotice({ kind: 'empty' }, kitchenArchive).blocks[1];
  assert.deepEqual(offered?.kind === 'suggestions' && offered.questions.slice(-2), ['latest', 'help']);
  const [lead] = composeParseNotice({ kind: 'too-long', characters: 1234 }, kitchenArchive).blocks;
  assert.match(lead?.kind === 'lead' ? lead.text : '', /^That is 1234 characters; I read questions of up to 1000\./);
});
