import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildStatus } from '#answering/answers/build-status.ts';
import { inventArchive } from '../invented-archive.ts';
import { millArchive } from '../mill-archive.ts';

const tableOf = (subject: string, archive = millArchive) =>
  Object.fromEntries(buildStatus(subject, archive).rows.map(({ place, status }) => [place, status]));

describe('a row for each place that the archive names of the subject', () => {
  test('with how it stands there: processors, boards, systems, the rest', () => {
    const { subject, rows } = buildStatus('quernd', millArchive);
    assert.equal(subject, 'Quernd');
    assert.deepEqual(
      rows.map(({ place, status }) => [place, status]),
      [
        ['armv6', 'yes'],
        ['armv7', 'yes'],
        ['x86_64', 'yes'],
        ['arm64', 'yes'],
        ['Windows', 'no'],
      ],
    );
    assert.deepEqual(tableOf('rillos'), { 'Raspberry Pi 4': 'yes', 'Tarn One': 'in-progress' });
  });

  test('whatever its case, with a typing error, and by another name', () => {
    for (const name of ['Quernd', 'QUERND', 'qurend', ' quernd ', 'quern daemon'])
      assert.equal(tableOf(name).armv6, 'yes', name);
  });

  test('and none of another subject, nor of what only runs on it', () => {
    assert.deepEqual(tableOf('wheatbox'), { armv6: 'yes', armv7: 'partly' });
    assert.deepEqual(tableOf('tarn one'), {}, 'Rillos is ported to it');
  });

  test('nor of a thing that a fact names beside its own', () => {
    const archive = inventArchive({
      '2031-W07': {
        text: '### Foodb\n\nFoodb, a fork of Quernd, runs on arm64.\n',
        facts:
          '- article: Foodb\n  says: Foodb, a fork of Quernd, runs on arm64.\n  about: [Foodb, Quernd]\n  on: [arm64]\n  status: "yes"\n  asks: [does foodb run on arm64?]\n',
      },
    });
    assert.deepEqual(tableOf('foodb', archive), { arm64: 'yes' });
    assert.deepEqual(tableOf('quernd', archive), {});
  });
});

describe('a status that changed', () => {
  const facts = (lines: readonly (readonly [says: string, on: string, status: string])[]) =>
    lines
      .map(
        ([says, on, status]) =>
          `- article: Wokd\n  says: ${says}\n  about: [Wokd]\n  on: [${on}]\n  status: ${status}\n  asks: [does wokd run on ${on}?]\n`,
      )
      .join('');
  const issueOf = (...lines: readonly (readonly [says: string, on: string, status: string])[]) => ({
    text: `### Wokd\n\n${lines.map(([says]) => says).join(' ')}\n`,
    facts: facts(lines),
  });
  const archive = inventArchive({
    '2031-W02': issueOf(['Wokd does not run on arm64.', 'arm64', 'no'], ['Wokd runs on armv7.', 'armv7', 'yes']),
    '2031-W09': issueOf(['Wokd now runs on arm64.', 'arm64', 'yes']),
    '2031-W20': issueOf(['Wokd 2 runs on arm64.', 'arm64', 'yes'], ['Wokd 2 runs on armv7.', 'armv7', 'yes']),
  });
  const rowOf = (wanted: string) => buildStatus('wokd', archive).rows.find(({ place }) => place === wanted);

  test('is the newest, since the issue that said it first', () => {
    assert.deepEqual(
      [rowOf('arm64')?.status, rowOf('arm64')?.issueId, rowOf('arm64')?.day],
      ['yes', '2031-W09', '2031-02-28'],
    );
    assert.equal(rowOf('armv7')?.issueId, '2031-W02');
  });

  test('with the newest sentence that says so', () =>
    assert.equal(rowOf('arm64')?.indexed.fact.says, 'Wokd 2 runs on arm64.'));
});

test('a plain sentence of an issue without facts is a row, too', () => {
  const archive = inventArchive({
    '2031-W07': '### Spoonfs\n\nSpoonfs runs on arm64. It may one day boot on armv6.\n',
  });
  assert.deepEqual(tableOf('spoonfs', archive), { arm64: 'yes' });
});

test('of an unknown subject there is no row, and near names are offered', () => {
  assert.deepEqual(buildStatus('flurble', millArchive).rows, []);
  assert.deepEqual(buildStatus('', millArchive).rows, []);
  assert.deepEqual(buildStatus('quernd-sync', millArchive).rows, [], 'half of a name is not the name');
  assert.deepEqual(buildStatus('quernd flurble', millArchive).rows, [], 'nor is one beside a strange word');
  assert.ok(!buildStatus('quernd', millArchive).suggestions.includes('status Quernd'), 'it is there already');
  assert.deepEqual(buildStatus('ada', millArchive).suggestions, [], 'what has no row either is not offered');
  const { rows, suggestions } = buildStatus('siever', millArchive);
  assert.deepEqual([rows, suggestions], [[], ['status Sievectl']]);
});

test('of a subject that stands in more than forty places, forty are told', () => {
  const factOn = (first: number) => {
    const places = Array.from({ length: 25 }, (_, place) => `Mill no ${first + place}`);
    return `- article: Wokd\n  says: Wokd runs in all mills.\n  about: [Wokd]\n  on: [${places.join(', ')}]\n  status: yes\n  asks: [where is wokd?]\n`;
  };
  const archive = inventArchive({
    '2031-W07': {
      text: '### Wokd\n\nWokd runs in all mills.\n',
      facts: factOn(1) + factOn(26),
    },
  });
  assert.equal(buildStatus('wokd', archive).rows.length, 40);
});
