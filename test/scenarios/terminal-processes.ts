import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { endWithTests } from '../fixtures/end-with-tests.ts';
import { withQuickContent } from '../fixtures/quick-content.ts';

export const projectRoot = join(import.meta.dirname, '..', '..');

// Whoever runs the tests may force colours or have settings of their own.
const {
  FORCE_COLOR: _colour,
  CONTENT_DIR: _content,
  SLACK_BOT_TOKEN: _slack,
  DISCORD_TOKEN: _discord,
  ...ownEnvironment
} = process.env;

/** Starts the real program, as an npm script would, with some content. */
export function startProgram(
  words: readonly string[],
  settings: Record<string, string> = {},
  workingFolder = tmpdir(),
): ChildProcessWithoutNullStreams {
  const program = spawn(process.execPath, [join(projectRoot, 'src', 'main.ts'), ...words], {
    cwd: workingFolder,
    env: { ...ownEnvironment, ...withQuickContent(settings) },
  });
  endWithTests(program);
  return program;
}

/** Runs the real program to its end. */
export async function runProgram(
  words: readonly string[],
  input = '',
  settings: Record<string, string> = {},
  workingFolder?: string,
) {
  const program = startProgram(words, settings, workingFolder);
  // A program that does not read its input may be gone before all of it is written.
  program.stdin.on('error', () => {});
  program.stdin.end(input);
  const [output, errors, [exitCode]] = await Promise.all([
    text(program.stdout),
    text(program.stderr),
    once(program, 'close'),
  ]);
  return { output, errors, exitCode: exitCode as number };
}

/** A folder with one issue of a newsletter that nobody publishes, and the facts of its first article; gone at the end of the scope. */
export async function inventContent() {
  const folder = await mkdtempDisposable(join(tmpdir(), 'kitchen-'));
  await mkdir(join(folder.path, '2031'));
  await writeFile(
    join(folder.path, '2031', '2031-W07.facts.yaml'),
    `- article: Teapotd 2.0 is out
  says: The Teapotd daemon runs on armv7 and arm64.
  about: [Teapotd]
  on: [armv7, arm64]
  status: yes
  asks: [is there an arm build of teapotd?]
- article: Teapotd 2.0 is out
  says: There is no Teapotd for Windows.
  about: [Teapotd]
  on: [Windows]
  status: no
  asks: [can i brew with teapotd under windows?]
`,
  );
  await writeFile(
    join(folder.path, '2031', '2031-W07.md'),
    `---
title: Kitchen Weekly 7
date: 2031-02-14
---

# Kitchen Weekly 7

## News

### Teapotd 2.0 is out

The Teapotd daemon runs on armv7 and arm64. There is no Teapotd for Windows. Get it
from [its home](https://teapotd.example/).

### Spoonfs for small boards

Spoonfs does not run on armv6.
`,
  );
  return folder;
}

/** Resolves as soon as a stream has said it. */
export async function seeLine(stream: NodeJS.ReadableStream, words: string): Promise<void> {
  let said = '';
  for await (const part of on(stream, 'data')) {
    said += String(part);
    if (said.includes(words)) return;
  }
}
