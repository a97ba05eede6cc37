import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuestions } from '../../../bench/evaluation/read-questions.ts';
import { makeTemporaryFolder } from '../../archive/temporary-folder.ts';

const question = { id: 'q1', q: 'kettle?', type: 'fact', style: 'plain', verdict: null, articles: [], key: ['tea'] };

test('reads a question a line and skips blank lines', async () => {
  await using folder = await makeTemporaryFolder();
  const file = await folder.write('set.jsonl', `\n${JSON.stringify(question)}\n\n`);
  assert.deepEqual(readQuestions(file), [question]);
});

test('says in which line of which file there is no question', async () => {
  await using folder = await makeTemporaryFolder();
  const wrong = ['{"id":', 'null', '[]', ...Object.keys(question).map((field) => without(field)), '{"id":7}'];
  for (const line of wrong) {
    const file = await folder.write('set.jsonl', `${JSON.stringify(question)}\n${line}\n`);
    assert.throws(() => readQuestions(file), /set\.jsonl:2: expected .*found/, line);
  }
});

function without(field: string): string {
  return JSON.stringify({ ...question, [field]: undefined });
}
