import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { runProgram } from '../scenarios/terminal-processes.ts';
import { makeFolder } from '../storage/store-address.ts';
import { killAtEachEdit } from './kill-at-each-edit.ts';
import { type Engine, openWatchedDatabase } from './watched-database.ts';
import type { EditedPlatform } from './watched-platform.ts';

/** What is tried. */
export interface EditMatrixCase {
  readonly engine: Engine;
  readonly rounds: number;
  readonly watch: (count: number) => Promise<EditedPlatform>;
}

/** On Discord one of each kind. */
const CHANNELS = 3;

/** However it was killed while it corrected, each post says what its issue does, is there once, and nothing is left to correct. */
export async function promiseOneEdit(t: TestContext, { engine, rounds, watch }: EditMatrixCase): Promise<void> {
  await using platform = await watch(CHANNELS);
  const folder = makeFolder(t);
  const content = join(folder, 'content');
  mkdirSync(content);
  const file = join(content, `${new Date().toISOString().slice(0, 10)}.md`);
  const writeIssue = (words: string) =>
    writeFileSync(file, `# Kitchen Weekly, ${words}\n\n## Kettlectl is out\n\nKettlectl runs on arm64.\n`);
  writeIssue('');
  await using database = await openWatchedDatabase(engine, folder, content);
  const kills = await killAtEachEdit({ database, platform, writeIssue }, rounds);
  assert.deepEqual(
    platform.channels.map(({ channelId }) => platform.countPosts(channelId)),
    Array(CHANNELS).fill(1),
  );
  assert.deepEqual(platform.problems(), []);
  const settings = { ...platform.settings, ...database.settings, DATABASE_URL: database.url };
  const { output, exitCode } = await runProgram(['announce', '--dry-run'], '', settings);
  assert.equal(exitCode, 0, output);
  assert.doesNotMatch(output, /would be corrected/);
  t.diagnostic(`killed ${kills} times: ${CHANNELS} posts, each there once with the last words, none left to correct`);
}
