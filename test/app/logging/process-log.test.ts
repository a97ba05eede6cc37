import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProcessLog } from '#app/logging/process-log.ts';

function record(secrets: readonly string[] = []) {
  const lines: string[] = [];
  const log = createProcessLog({ level: 'info', write: (line) => lines.push(line), secrets });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown> };
}

test('an entry is one line of JSON: a constant message, and what varies as fields', () => {
  const { log, lines, last } = record();
  log.info('Connected.', { platform: 'kitchen' });
  assert.equal(lines.length, 1);
  assert.ok(lines[0]?.endsWith('}\n'));
  const { time, ...entry } = last();
  assert.match(String(time), /^\d{4}-\d\d-\d\dT/);
  assert.deepEqual(entry, { level: 'info', platform: 'kitchen', message: 'Connected.' });
});

test('what is below the level is not written', () => {
  const { log, lines } = record();
  log.debug('Nothing much.');
  assert.deepEqual(lines, []);
});

test('an error is told with its causes, and nothing else that an SDK hangs onto it', () => {
  const { log, last } = record();
  const cause = new Error('the socket broke');
  log.warn('It failed.', {
    error: Object.assign(new TypeError('no answer', { cause }), { code: 'E1', request: { headers: 'all' } }),
  });
  const { stack, ...error } = last().error as Record<string, unknown>;
  assert.match(String(stack), /TypeError: no answer/);
  assert.deepEqual(error, { type: 'TypeError', message: 'no answer', code: 'E1', causes: ['Error: the socket broke'] });
});

test('of an error that is meant for the operator the words are told, of any other its place in the program', () => {
  const { log, last } = record();
  for (const [name, hasStack] of [
    ['DeliveryError', false],
    ['AccessError', false],
    ['StoreError', false],
    ['TypeError', true],
  ] as const) {
    log.warn('It failed.', { error: Object.assign(new Error('no answer'), { name }) });
    assert.equal('stack' in (last().error as object), hasStack, name);
  }
});

test('what is thrown and is no error is told, and of a long chain of causes the first four', () => {
  const { log, last } = record();
  log.warn('It failed.', { error: 'the kettle is cold' });
  assert.equal(last().error, 'the kettle is cold');
  const chain = [6, 5, 4, 3, 2, 1].reduce((cause, at) => new Error(`${at}`, { cause }), new Error('7'));
  log.warn('It failed.', { error: chain });
  assert.deepEqual((last().error as { causes: unknown }).causes, ['Error: 2', 'Error: 3', 'Error: 4', 'Error: 5']);
});

test('no secret gets out, in whatever field, object, address or escaping it turns up', () => {
  const secret = 'a"b\\c/d&e ü';
  const { log, lines } = record([secret, 'hunter-two']);
  log.error(`Refused ${secret}`, {
    nested: { deep: [secret] },
    address: `postgres://bot:${encodeURIComponent(secret)}@db`,
    error: new Error(`bad token ${secret}`, { cause: new Error('hunter-two') }),
    [secret]: 1,
  });
  log.info('Tokens.', {
    tokens: 'xoxb-12-ab xapp-1-A xoxe.xoxp-1-b MTAxMDEwMTAxMDEwMTAxMDEw.GabcdE.abcdefghijklmnopqrstuvwxyz_ABCDEF01',
  });
  for (const form of [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    'hunter-two',
    'xoxb-',
    'xapp-',
    'xoxp-',
    'GabcdE',
  ]) {
    assert.ok(!lines.join('').includes(form), form);
  }
  assert.ok(lines.every((line) => JSON.parse(line)));
});
