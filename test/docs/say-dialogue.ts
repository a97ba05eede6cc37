import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { projectRoot } from './markdown-files.ts';

/** What stands before a question in a dialogue. */
export const questionMark = '> ';

// Whoever runs the tests may have colours forced; the README shows none, in the width of a reader without a terminal.
const { FORCE_COLOR: _, ...environment } = process.env;

/** Has the dialogue with the bot: each question as in the terminal, under it the answer, word for word. */
export function sayDialogue(questions: readonly string[]): string {
  let before = '';
  const turns = questions.map((question, place) => {
    const said = sayAll(questions.slice(0, place + 1));
    assert.ok(said.startsWith(before), `the same questions got other answers:\n\n${said}`);
    const answer = said.slice(before.length);
    before = said;
    return `${questionMark}${question}\n${answer}`;
  });
  return turns.join('').trimEnd();
}

// Answers carry no mark of where they end, so each is what one more question adds.
function sayAll(questions: readonly string[]): string {
  const chat = spawnSync(process.execPath, ['src/main.ts', 'chat', '--content', 'content'], {
    cwd: projectRoot,
    input: `${questions.join('\n')}\n`,
    encoding: 'utf8',
    env: environment,
  });
  assert.equal(chat.stderr, '');
  assert.equal(chat.status, 0);
  return chat.stdout;
}
