import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findVersions } from '#search/find-versions.ts';
import { inventArchive } from '../answering/invented-archive.ts';

const { index } = inventArchive({
  '2031-W07':
    '### Gristc\n\nGristc 8.1 and 8.0.2 are out. Foodix 17.04, 17.10 and 1.7 as well; 170 people use it, 8 in a mill.\n',
});
const terms = new Map([...index.termIds].map(([term, id]) => [id, term]));

describe('the versions that a first number stands for', () => {
  const cases: readonly [major: string, versions: readonly string[]][] = [
    ['8', ['8.0', '8.0.2', '8.1']],
    ['17', ['17.04', '17.10']],
    ['1', ['1.7']],
    ['170', []],
    ['7', []],
    ['', []],
  ];
  for (const [major, versions] of cases)
    test(`of “${major}”`, () =>
      assert.deepEqual(
        findVersions(index, major)
          .map((id) => terms.get(id))
          .sort(),
        versions,
      ));
});

test('another archive has its own', () => {
  const other = inventArchive({ '2031-W08': '### Gristc\n\nGristc 8.7 is out.\n' }).index;
  assert.equal(findVersions(other, '8').length, 1);
  assert.equal(findVersions(index, '8').length, 3);
  assert.equal(findVersions(other, '17').length, 0);
});
