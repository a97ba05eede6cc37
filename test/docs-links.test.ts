import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBrokenLinks } from './docs/find-broken-links.ts';
import { projectRoot, readMarkdown, readMarkdownFiles } from './docs/markdown-files.ts';

test('every relative link in the documentation leads to a file, and every anchor to a heading', () => {
  const files = readMarkdownFiles();
  assert.ok(files.some((file) => file.path === 'README.md'));
  assert.deepEqual(findBrokenLinks(projectRoot, files), []);
});

test('the check finds a link to no file, to no heading and out of the project, and lets the others be', () => {
  const files = [
    readMarkdown(
      'docs/invented.md',
      [
        '# Two words, and `code`!',
        '## Again',
        '## Again',
        '[file](../README.md) [folder](decisions) [anchor](#two-words-and-code) [second](#again-1) [web](https://example.com/#x)',
        '[absent](absent.md)',
        '[no heading](#again-2)',
        '[elsewhere](other.md#nowhere)',
        '[out](../../outside.md)',
        '[by reference][r]',
        '',
        '[r]: ../absent/folder/',
      ].join('\n'),
    ),
    readMarkdown('docs/other.md', '# Here'),
  ];
  assert.deepEqual(findBrokenLinks(projectRoot, files), [
    'docs/invented.md:5: absent.md leads to no file',
    'docs/invented.md:6: #again-2 leads to no heading of docs/invented.md',
    'docs/invented.md:7: other.md#nowhere leads to no heading of docs/other.md',
    'docs/invented.md:8: ../../outside.md leads to no file',
    'docs/invented.md:9: ../absent/folder/ leads to no file',
  ]);
});
