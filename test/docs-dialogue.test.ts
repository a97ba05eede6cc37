import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMarkdownFiles } from './docs/markdown-files.ts';
import { questionMark, sayDialogue } from './docs/say-dialogue.ts';

test('the dialogue in the README is what the bot says, word for word', () => {
  const readme = readMarkdownFiles().find((file) => file.path === 'README.md');
  const dialogues = readme?.codeBlocks.filter(({ text }) => text.startsWith(questionMark)) ?? [];
  assert.equal(dialogues.length, 1, 'README.md has one code block that begins with a question ("> …")');
  const shown = dialogues[0]?.text ?? '';
  const questions = shown
    .split('\n')
    .filter((line) => line.startsWith(questionMark))
    .map((line) => line.slice(questionMark.length));
  const said = sayDialogue(questions);
  assert.ok(
    shown === said,
    `README.md shows what the bot no longer says. If it is right now, put this there:\n\n${said}\n`,
  );
});
