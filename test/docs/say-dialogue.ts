import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { week41Folder } from '../fixtures/week-41-folder.ts';
import { projectRoot } from './markdown-files.ts';

/** What stands before a question in a dialogue. */
export const questionMark = '> ';

// Whoever runs the tests may have colours forced; the README shows none, in the width of a reader without a terminal.
const { FORCE_COLOR: _, ...environment } = process.env;

// Answers carry no mark of where they end. What is said to this is the same whenever it is said, and asks nothing.
const between = 'help search';

/** Has the dialogue with the bot: each question as in the terminal, under it the answer, word for word. */
export function sayDialogue(questions: readonly string[]): string {
  const mark = sayAll([between], week41Folder);
  const said = sayAll(
    questions.flatMap((question) => [question, between]),
    'content',
  );
  const answers = said.split(mark);
  assert.equal(answers.pop(), '', `no answer ends where another begins:\n\n${said}`);
  assert.equal(answers.length, questions.length, `not every question got an answer of its own:\n\n${said}`);
  const turns = questions.map((question, place) => `${questionMark}${question}\n${answers[place]}`);
  return turns.join('').trimEnd();
}

function sayAll(lines: readonly string[], content: string): string {
  const chat = spawnSync(process.execPath, ['src/main.ts', 'chat', '--content', content], {
    cwd: projectRoot,
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    env: environment,
  });
  assert.equal(chat.stderr, '');
  assert.equal(chat.status, 0);
  return chat.stdout;
}
