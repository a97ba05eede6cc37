import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { projectRoot, readMarkdownFiles } from './docs/markdown-files.ts';

const questionMark = '> ';
// Whoever runs the tests may have colours forced; the README shows none, in the width of a reader without a terminal.
const { FORCE_COLOR: _, ...environment } = process.env;

test('the dialogue in the README is what the bot says, word for word', () => {
  const readme = readMarkdownFiles().find((file) => file.path === 'README.md');
  const dialogues = readme?.codeBlocks.filter(({ text }) => text.startsWith(questionMark)) ?? [];
  assert.equal(dialogues.length, 1, 'README.md has one code block that begins with a question ("> …")');
  const lines = (dialogues[0]?.text ?? '').split('\n');
  const questions = lines.filter(isQuestion).map((line) => line.slice(questionMark.length));

  const chat = spawnSync(process.execPath, ['src/main.ts', 'chat', '--content', 'content'], {
    cwd: projectRoot,
    input: `${questions.join('\n')}\n`,
    encoding: 'utf8',
    env: environment,
  });
  assert.equal(chat.stderr, '');
  assert.equal(chat.status, 0);
  assert.deepEqual(
    lines.filter((line) => !isQuestion(line) && line !== ''),
    chat.stdout.split('\n').filter((line) => line !== ''),
    `The bot says:\n\n${chat.stdout}`,
  );
});

function isQuestion(line: string): boolean {
  return line.startsWith(questionMark);
}
