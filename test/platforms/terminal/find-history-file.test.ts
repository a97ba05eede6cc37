import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findHistoryFile } from '#platforms/terminal/find-history-file.ts';

test('the history of the chat is kept where the system has such files, in a file of one’s own, or not at all', () => {
  const find = (environment: Record<string, string>) => findHistoryFile((name) => environment[name], '/srv/here');
  const ours = 'works-on-arm-bot/history';
  assert.equal(find({ HOME: '/home/tea' }), `/home/tea/.local/state/${ours}`);
  assert.equal(find({ HOME: '/home/tea', CHAT_HISTORY: 'on' }), `/home/tea/.local/state/${ours}`);
  assert.equal(find({ HOME: '/home/tea', XDG_STATE_HOME: '/state' }), `/state/${ours}`);
  assert.equal(find({ HOME: '/home/tea', CHAT_HISTORY: 'typed.txt' }), '/srv/here/typed.txt');
  assert.equal(find({ HOME: '/home/tea', CHAT_HISTORY: 'off' }), undefined);
  assert.equal(find({ HOME: 'nowhere' }), undefined);
  assert.equal(find({ HOME: '/home/tea', XDG_STATE_HOME: 'state' }), undefined);
});
