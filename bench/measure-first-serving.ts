import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSlackServer } from '../local/slack-server/start-slack-server.ts';
import { readMemorySettings } from '../scripts/memory-settings.ts';
import { growArchive } from './grow-archive.ts';
import { startProcess } from './start-process.ts';
import { loadWorkload } from './workload.ts';
import { writeContent } from './write-content.ts';

/** What the first start of all took, with the program serving a platform: until its first answer, and until all issues were read. */
export interface FirstServing {
  readonly firstAnswerMs: number;
  readonly wholeMs: number;
}

/** The first start of the program with many times the archive on disk, in the local Slack; asked as soon as it listens. */
export async function measureFirstServing(times: number): Promise<FirstServing> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'bench-'));
  const content = writeContent(folder.path, growArchive(loadWorkload(), times));
  await using slack = await startSlackServer();
  const startedMs = performance.now();
  await using bot = await startProcess({
    words: [join(import.meta.dirname, '../src/main.ts'), 'start'],
    folder: folder.path,
    environment: {
      ...readMemorySettings(),
      CONTENT_DIR: content,
      DATABASE_URL: `sqlite:${join(folder.path, 'bot.sqlite')}`,
      NODE_COMPILE_CACHE: join(folder.path, 'compiled'),
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.app.appToken,
    },
    ready: 'Connected to Slack',
  });
  slack.person('U0ANN').post('C0GENERAL', '@bot does balena run on armv6?');
  await slack.waitFor(() => slack.messages('C0GENERAL').some(({ via }) => via !== 'person'));
  const firstAnswerMs = performance.now() - startedMs;
  await bot.sees('All issues are read.');
  return { firstAnswerMs, wholeMs: performance.now() - startedMs };
}
