import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { suite, test } from 'node:test';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';

const folder = join(import.meta.dirname, '../../../shared/corpus');
const files = existsSync(folder) ? globSync(`${folder}/**/*.md`).filter((file) => basename(file) !== 'README.md') : [];
const skip = files.length === 0 ? `the newsletter's real issues are not at ${folder}` : false;

// Letters and digits only: what is left when every markup and white space is gone.
const bare = (text: string) => text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

suite('the real issues of the newsletter', { skip }, () => {
  test('are all usable and hold at least one news article', () => {
    assert.ok(files.length >= 35);
    for (const file of files) {
      const { issue, problems } = parseIssue(file, readFileSync(file, 'utf8'));
      assert.ok(issue !== undefined, JSON.stringify(problems));
      assert.ok(
        issue.articles.some(({ kind }) => kind === 'news'),
        file,
      );
      assert.deepEqual(
        problems.filter(({ severity }) => severity === 'error'),
        [],
      );
    }
  });

  test('have no sentence that their source does not have, and none that is out of place', () => {
    for (const file of files) {
      const source = readFileSync(file, 'utf8');
      const lines = source.split('\n');
      const { issue } = parseIssue(file, source);
      const whole = bare(withoutAddresses(source));
      for (const { text, line } of issue?.articles.flatMap(({ sentences }) => sentences) ?? []) {
        assert.ok(whole.includes(bare(withoutAddresses(text))), `${basename(file)}:${line}: not in the source`);
        const start = bare(/[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '');
        assert.ok(bare(lines[line - 1] ?? '').includes(start), `${basename(file)}:${line}: begins on another line`);
      }
    }
  });

  test('lose no paragraph: every long word outside headings is in a sentence or link', () => {
    for (const file of files) {
      const source = readFileSync(file, 'utf8');
      const read = bare(JSON.stringify(parseIssue(file, source).issue));
      const body = source.replace(/^-{2,}\n[\s\S]*?\n-{2,}\n/, '').replaceAll(/^(?:\[[^\]]*\]:|#).*$/gm, '');
      // A first line with the week in it is the title once more; its day is kept as the issue's date.
      const text = body.replace(/^\s*[^\n]*\b\d{4}-W\d{2}\b[^\n]*/, '');
      for (const word of text.replaceAll(/!\[[^\]]*\]\([^)]*\)|<[^>]*>/g, '').match(/\p{L}{5,}/gu) ?? []) {
        assert.ok(read.includes(bare(word)), `${basename(file)}: a word of ${word.length} letters was lost`);
      }
    }
  });

  test('break no sentence off: none inside a paragraph begins with a small word that only goes on', () => {
    for (const file of files) {
      const { issue } = parseIssue(file, readFileSync(file, 'utf8'));
      for (const { sentences } of issue?.articles ?? []) {
        for (const [index, { text, line, block }] of sentences.entries()) {
          const isCut =
            sentences[index - 1]?.block === block && /^(?:and|or|but|of|to|is|was|the|an|which)\s/.test(text);
          assert.ok(!isCut, `${basename(file)}:${line}`);
        }
      }
    }
  });
});

// A reference link's address stands elsewhere in the source, an inline one's in the middle of the sentence.
function withoutAddresses(text: string): string {
  return text
    .replaceAll(/\]\([^)]*\)/g, '] ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/^\[[^\]]*\]:.*$/gm, '');
}
