import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from '../../../bench/evaluation/read-options.ts';

const none = { content: undefined, misses: false, record: false, json: false };

test('what nobody asked for is not done', () => {
  assert.deepEqual({ ...readOptions([]) }, none);
  assert.deepEqual({ ...readOptions(['--misses', '--json']) }, { ...none, misses: true, json: true });
  assert.deepEqual({ ...readOptions(['--content', 'mine']) }, { ...none, content: 'mine' });
});

test('an option that is not known is named, with the usage and exit code 2', () => {
  for (const word of ['--mises', 'misses', '--misses=3', '-m']) {
    const reading = readOptions([word]);
    assert.ok('exitCode' in reading && reading.exitCode === 2, word);
    assert.match(reading.text, /usage: npm run -s eval/);
    assert.ok(reading.text.includes(word.split('=')[0] ?? ''), reading.text);
  }
});

test('figures of another archive never get into the record', () => {
  const reading = readOptions(['--content', 'mine', '--record']);
  assert.ok('exitCode' in reading && reading.exitCode === 2);
  assert.match(reading.text, /^--record: /);
});

test('help is no failure', () => {
  const reading = readOptions(['--help']);
  assert.ok('exitCode' in reading && reading.exitCode === 0);
});
