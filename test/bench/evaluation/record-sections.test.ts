import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { recordSections } from '../../../bench/evaluation/record-sections.ts';

const page = ['# Tea', '<!-- record cups -->', 'two', '<!-- end cups -->', 'Our words.', ''].join('\n');

suite('recording figures in a page', () => {
  test('writes the marked part anew and leaves all else as it is', () => {
    const once = recordSections(page, [{ name: 'cups', markdown: 'three' }]);
    assert.equal(once, page.replace('\ntwo\n', '\nthree\n'));
    assert.equal(recordSections(once, [{ name: 'cups', markdown: 'three' }]), once);
    assert.equal(recordSections(page, []), page);
  });

  test('says which marks are missing instead of losing figures', () => {
    const pots = [{ name: 'pots', markdown: '1' }];
    assert.throws(() => recordSections(page, pots), /"<!-- record pots -->" and one line "<!-- end pots -->"/);
    assert.throws(() => recordSections(`${page}${page}`, [{ name: 'cups', markdown: '1' }]), /record cups/);
    assert.throws(() => recordSections('<!-- end cups --><!-- record cups -->', [{ name: 'cups', markdown: '1' }]));
  });

  test('finds a place in the page on answer quality for everything that is measured', () => {
    const quality = readFileSync(join(import.meta.dirname, '../../../docs/answer-quality.md'), 'utf8');
    const sections = ['asks', 'sets', 'kinds', 'invented', 'status rules', 'question rules'];
    const written = recordSections(
      quality,
      sections.map((name) => ({ name, markdown: `figures of ${name}` })),
    );
    for (const name of sections) assert.ok(written.includes(`figures of ${name}\n`), name);
  });
});
