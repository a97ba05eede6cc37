import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findStrayMarks } from '#newsletter/front-matter/find-stray-marks.ts';

const find = (...lines: readonly string[]) => findStrayMarks('2031-W07.md', lines);

describe('a line above the text that keeps the issue from being posted', () => {
  for (const line of [
    'Draft: yes',
    '**Draft: true**',
    '[//]: # (comment: draft: true)',
    'is_draft = true',
    'Published: no',
    '<!-- Published: no -->',
    'Draft：yes',
    'WIP',
    'Not for publication',
    'DRAFT',
    'This is only a draft',
    'This is still a draft.',
    '-- work in progress --',
    'DO NOT PUBLISH',
    'Do not post yet!',
    'Not yet for release',
    'Draft: weekly',
    'Draft: see notes below',
  ])
    test(line, () => {
      const { isHeld, problems } = find('', line, '# Quernd');
      assert.equal(isHeld, true);
      assert.deepEqual(
        problems.map((problem) => [problem.line, problem.keepsFromPosting]),
        [[2, true]],
      );
    });
});

describe('a line that does not', () => {
  for (const line of [
    'Draft: false',
    'Published: yes',
    'Published: weekly',
    'Draft: see the notes below',
    'Draft: the committee wrote four pages',
    'A draft of the standard is out.',
    'Do not publish secrets',
    'Drafty: yes',
    'Quernd runs on arm64.',
  ])
    test(line, () => assert.deepEqual(find(line), { isHeld: false, notBefore: undefined, problems: [] }));
});

test('a date that is stated there counts, the later of two', () => {
  const { isHeld, notBefore } = find('Publish date: 2031-02-03', 'Embargo: 2031-02-05', 'Publish on: 2031-02-04');
  assert.deepEqual([isHeld, notBefore], [false, '2031-02-05']);
});

describe('only the head of the text is looked at', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, at) => `Mill ${at}.`);
  test('twelve lines that show something', () => {
    assert.equal(find(...rows(11), '', '', 'DRAFT').isHeld, true);
    assert.equal(find(...rows(12), 'DRAFT').isHeld, false);
  });
  test('to the first heading below another line', () => {
    assert.equal(find('# Quernd', 'DRAFT').isHeld, true);
    assert.equal(find('Quernd', '## Mills', 'DRAFT').isHeld, false);
  });
});
