import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProcessLog } from '#app/logging/process-log.ts';
import { createRequestTrace } from '#app/logging/request-trace.ts';

test('every line about a request bears its id, wherever the work goes, and no other line does', async () => {
  const lines: string[] = [];
  const { trace, findRequestId } = createRequestTrace();
  const log = createProcessLog({ level: 'info', secrets: [], findRequestId, write: (line) => lines.push(line) });
  const answer = (question: string) =>
    trace(async () => {
      log.info('Heard.', { question });
      await new Promise((resolve) => setImmediate(resolve));
      log.info('Answered.', { question });
    });
  await Promise.all([answer('kettle'), answer('spoon')]);
  log.info('Stopping.');
  const entries = lines.map((line) => JSON.parse(line) as { question?: string; requestId?: string });
  const idsOf = (asked: string | undefined) =>
    entries.filter(({ question }) => question === asked).map(({ requestId }) => requestId);
  const [kettle, spoon] = [idsOf('kettle'), idsOf('spoon')];
  assert.match(kettle[0] ?? '', /^[\w-]{8}$/);
  assert.deepEqual(kettle, [kettle[0], kettle[0]]);
  assert.deepEqual(spoon, [spoon[0], spoon[0]]);
  assert.notEqual(kettle[0], spoon[0]);
  assert.deepEqual(idsOf(undefined), [undefined]);
});
