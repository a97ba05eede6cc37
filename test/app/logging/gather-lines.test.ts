import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatherLines } from '#app/logging/gather-lines.ts';
import { createProcessLog } from '#app/logging/process-log.ts';

function gather(withinMs?: number) {
  const written: string[] = [];
  const some = Promise.withResolvers<void>();
  const lines = gatherLines((text) => {
    written.push(text);
    some.resolve();
  }, withinMs);
  return { log: createProcessLog({ level: 'debug', write: lines.write, secrets: [] }), lines, written, some };
}

const messagesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { message: string }).message);

test('lines of daily business are written together, in their order, without anybody asking', async () => {
  const { log, written, some } = gather(1);
  log.info('One.');
  log.debug('Two.', { level: 'error' });
  assert.deepEqual(written, []);
  await some.promise;
  assert.deepEqual(written.map(messagesOf), [['One.', 'Two.']]);
});

for (const level of ['warn', 'error'] as const)
  test(`what is of the level ${level} is written at once, after what came before it`, () => {
    const { log, written } = gather();
    log.info('One.');
    log[level]('Two.');
    log[level]('Three.');
    assert.deepEqual(written.map(messagesOf), [['One.', 'Two.'], ['Three.']]);
  });

test('before the end nothing is left', () => {
  const { log, lines, written } = gather();
  lines.flush();
  log.info('One.');
  lines.flush();
  lines.flush();
  assert.deepEqual(written.map(messagesOf), [['One.']]);
});
