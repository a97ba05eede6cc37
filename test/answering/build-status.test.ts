import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildStatus } from '#answering/build-status.ts';
import { inventArchive } from './invented-archive.ts';
import { kitchenArchive } from './kitchen-archive.ts';

const tableOf = (subject: string, archive = kitchenArchive) =>
  Object.fromEntries(buildStatus(subject, archive).rows.map(({ target, verdict }) => [target, verdict]));

describe('a row for each target that the archive names of the subject', () => {
  test('with the verdict on it', () => {
    assert.deepEqual(tableOf('teapotd'), {
      armv6: 'yes',
      armv7: 'yes',
      arm64: 'yes',
      x86_64: 'yes',
      Windows: 'no',
      macOS: 'no',
    });
  });

  test('whatever its case, and with a typing error', () => {
    for (const name of ['Teapotd', 'TEAPOTD', 'taepotd', ' teapotd ']) assert.equal(tableOf(name).armv6, 'yes', name);
  });

  test('and none of another subject', () => {
    assert.deepEqual(Object.keys(tableOf('grater')).sort(), ['armv5', 'armv7']);
    assert.deepEqual(tableOf('mugboot'), { 'Raspberry Pi 3': 'yes' });
  });
});

describe('a status that changed', () => {
  test('is the newest, since the issue that said it first', () => {
    const archive = inventArchive({
      '2031-W02': '### Wokd\n\nWokd does not run on arm64. Wokd runs on armv7.\n',
      '2031-W09': '### Wokd on 64-bit Arm\n\nWokd now runs on arm64.\n',
      '2031-W20': '### Wokd 2\n\nWokd 2 runs on arm64 and armv7.\n',
    });
    const rows = buildStatus('wokd', archive).rows;
    const rowOf = (target: string) => rows.find((row) => row.target === target);
    assert.equal(rowOf('arm64')?.verdict, 'yes');
    assert.equal(rowOf('arm64')?.sinceIssueId, '2031-W09');
    assert.equal(rowOf('armv7')?.sinceIssueId, '2031-W02');
  });
});

describe('each row has its proof', () => {
  test('word for word from an article of the issue that it names', () => {
    for (const subject of ['teapotd', 'kettlectl', 'spoonfs', 'grater', 'whisk']) {
      const { rows } = buildStatus(subject, kitchenArchive);
      assert.ok(rows.length > 0, subject);
      for (const { quote, sinceIssueId, day } of rows) {
        const issue = kitchenArchive.issues.find(({ id }) => id === sinceIssueId);
        assert.equal(issue?.date.day, day);
        const text = issue?.articles
          .map(({ heading, sentences }) => [heading, ...sentences.map((one) => one.text)].join(' '))
          .join('\n');
        assert.ok(text?.includes(quote), quote);
      }
    }
  });

  test('and says the same as the answer to the question', () => {
    assert.equal(tableOf('whisk').arm64, 'planned');
    assert.equal(tableOf('kettlectl').arm64, 'yes');
    assert.equal(tableOf('spoonfs').Arm, 'yes');
  });
});

test('of an unknown subject there is no row, and near names are offered', () => {
  assert.deepEqual(buildStatus('corkscrewd', kitchenArchive).rows, []);
  assert.deepEqual(buildStatus('', kitchenArchive).rows, []);
  const { rows, suggestions } = buildStatus('kettle', kitchenArchive);
  assert.ok(rows.length > 0 || suggestions.some((one) => /kettlectl/i.test(one)), suggestions.join());
});
