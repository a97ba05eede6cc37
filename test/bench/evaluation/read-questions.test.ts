import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuestions } from '../../../bench/evaluation/read-questions.ts';
import { makeTemporaryFolder } from '../../archive/temporary-folder.ts';

const question = { id: 'q1', q: 'kettle?', type: 'fact', style: 'plain', verdict: null, articles: [], key: ['tea'] };
const secondReader = { verdicts: ['yes', null], links: ['https://kettle.example'] };

test('reads a question a line and skips blank lines', async () => {
  await using folder = await makeTemporaryFolder();
  const { key: _, ...keyless } = question;
  const both = [keyless, { ...question, ...secondReader }];
  const file = await folder.write('set.jsonl', `\n${both.map((one) => JSON.stringify(one)).join('\n\n')}\n\n`);
  assert.deepEqual(readQuestions(file), both);
});

test('says in which line of which file there is no question', async () => {
  await using folder = await makeTemporaryFolder();
  const wrong = [
    ...['{"id":', 'null', '[]', '{"id":7}'],
    ...['id', 'q', 'type', 'style', 'verdict', 'articles'].map((field) => replace(field, undefined)),
    ...Object.keys(secondReader).map((field) => replace(field, 'yes')),
    replace('key', 7),
  ];
  for (const line of wrong) {
    const file = await folder.write('set.jsonl', `${JSON.stringify(question)}\n${line}\n`);
    assert.throws(() => readQuestions(file), /set\.jsonl:2: expected .*found/, line);
  }
});

function replace(field: string, value: unknown): string {
  return JSON.stringify({ ...question, [field]: value });
}
