import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBatchLine } from '#platforms/terminal/batch-line.ts';

test('a line is raw text, or JSON with a question and perhaps an id', () => {
  assert.deepEqual(parseBatchLine('does it boil?', 3), { kind: 'question', id: '3', question: 'does it boil?' });
  assert.deepEqual(parseBatchLine(' {"q":"does it boil?"} ', 3), {
    kind: 'question',
    id: '3',
    question: 'does it boil?',
  });
  assert.deepEqual(parseBatchLine('{"id":"a","q":"x","else":[1]}', 3), { kind: 'question', id: 'a', question: 'x' });
  assert.deepEqual(parseBatchLine('{"id":7,"q":"x"}', 3), { kind: 'question', id: 7, question: 'x' });
  assert.deepEqual(parseBatchLine('{"id":0,"q":"x"}', 3), { kind: 'question', id: 0, question: 'x' });
  assert.deepEqual(parseBatchLine('{"id":"","q":"x"}', 3), { kind: 'question', id: '', question: 'x' });
  assert.deepEqual(parseBatchLine('{"id":null,"q":"x"}', 3), { kind: 'question', id: '3', question: 'x' });
  assert.deepEqual(parseBatchLine('[1]', 3), { kind: 'question', id: '3', question: '[1]' });
  assert.equal(parseBatchLine(' \t', 3), undefined);
});

test('a JSON line that holds no question says what was expected and what was found', () => {
  const read = (line: string) => {
    const parsed = parseBatchLine(line, 9);
    return parsed?.kind === 'unreadable' ? `${parsed.id}: ${parsed.error}` : 'readable';
  };
  assert.match(read('{"q": "cut off'), /^9: not JSON, although it begins with "\{"/);
  assert.equal(read('{"id":"a"}'), 'a: "q" must be a string with the question, found nothing');
  assert.equal(read('{"q":null}'), '9: "q" must be a string with the question, found null');
  assert.equal(read('{"q":["x"]}'), '9: "q" must be a string with the question, found a list');
  assert.equal(read('{"q":5}'), '9: "q" must be a string with the question, found a value of type number');
  assert.equal(read('{"q":"x","id":{}}'), '9: "id" must be a string or a number, found a value of type object');
});
