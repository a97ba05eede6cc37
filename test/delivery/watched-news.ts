import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeWatch } from '../contracts/make-watch.ts';
import { type Engine, openWatchedQueue, type WatchedDatabase } from './watched-database.ts';

const muchMore = 1_000_000;

/**
 * The same for messages to persons who watch: each waits for an issue of its own, which speaks of what that person watches and
 * of nothing else.
 */
export function openWatchedNews(engine: Engine, folder: string): Promise<WatchedDatabase> {
  const content = join(folder, 'content');
  mkdirSync(content, { recursive: true });
  let issues = 0;
  return openWatchedQueue(engine, folder, 'notices', async ({ notices, watches }) => {
    // What stands in the archive at the very first look is no news.
    await notices.begin(0);
    const list = async () =>
      (await notices.list(muchMore)).map(({ watcher, state, attempts }) => ({
        channelId: watcher.recipientId,
        state,
        attempts,
      }));
    return {
      settings: { CONTENT_DIR: content, ANNOUNCE_QUIET_MINUTES: '0' },
      list,
      find: async ({ channelId }) => (await list()).find((one) => one.channelId === channelId),
      async subscribe({ platform, channelId, workspaceId }, dueMs) {
        const subject = `Kettle${++issues}`;
        const recipient = { recipientId: channelId, workspaceId };
        const watcher = { platform, kind: 'person', key: channelId, ...recipient } as const;
        await watches.add(makeWatch({ watcher, subject, createdMs: dueMs }), muchMore);
        const name = `${new Date(dueMs).toISOString().slice(0, 10)}-${subject.toLowerCase()}`;
        const says = `${subject} runs on arm64.`;
        const fact = `- article: ${subject} is out\n  says: ${says}\n  about: [${subject}]\n  on: [arm64]\n  status: "yes"\n  asks: ["${says}"]\n`;
        writeFileSync(join(content, `${name}.md`), `# Kitchen Weekly\n\n## ${subject} is out\n\n${says}\n`);
        writeFileSync(join(content, `${name}.facts.yaml`), fact);
      },
    };
  });
}
