import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanLine } from '#conversation/wording/clean-line.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';

const read = (text: string) =>
  parseIssue('2031-W07.md', `---\ntitle: Kitchen\n---\n\n### Kettle\n\n${text}\n`).issue?.articles[0]?.sentences ?? [];

test('emoji that are joined into one stay one, in an issue and in an answer', () => {
  for (const emoji of ['👩‍👩‍👧‍👦', '🏳️‍🌈', '👨🏽‍💻', '❤️‍🔥', '🧑‍🌾']) {
    const text = `Made with ${emoji} for arm64.`;
    assert.ok(JSON.stringify(read(text)).includes(text), text);
    assert.equal(cleanLine(text), text);
  }
});

test('a joiner that joins no emoji is hidden, and goes', () => {
  assert.match(
    JSON.stringify(read('Kett\u200dle runs \u200don arm64 \u{1F469}\u200d.')),
    /Kettle runs on arm64 \u{1F469}\./u,
  );
});
