import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { renderLogLine } from '#app/logging/render-log-line.ts';

const terminal = Object.assign(new PassThrough(), { isTTY: false });
const render = (entry: object) =>
  renderLogLine(`${JSON.stringify({ time: '2031-02-14T12:00:00.000Z', ...entry })}\n`, terminal);

test('a person sees the time of day, the level, the message and the fields on one line', () => {
  const line = render({
    level: 'warn',
    platform: 'kitchen',
    pauseMs: 500,
    requestId: 'a1b2c3d4',
    message: 'Tried again.',
  });
  assert.match(
    line,
    /^\d\d:\d\d:\d\d {2}WARN {3}Tried again\. {2}platform: kitchen {2}pauseMs: 500 {2}requestId: a1b2c3d4\n$/,
  );
});

test('an error is shown below, with its stack and its causes', () => {
  const error = { message: 'no answer', stack: 'Error: no answer\n    at kettle', causes: ['Error: cold'] };
  assert.deepEqual(render({ level: 'error', message: 'It failed.', error }).split('\n').slice(1), [
    '    Error: no answer',
    '    at kettle',
    '    because of Error: cold',
    '',
  ]);
});

test('an error without a stack is shown by its words', () => {
  for (const error of ['cold', { message: 'cold' }])
    assert.equal(render({ level: 'error', message: 'It failed.', error }).split('\n')[1], '    cold');
});

test('nothing that was logged can drive the terminal', () => {
  const clear = '\u001b[2J\u0007\r';
  const line = render({ level: 'info', message: 'Heard.', words: clear, list: [clear], error: { stack: clear } });
  assert.doesNotMatch(line.replaceAll('\n', ''), /\p{Cc}/u);
});
