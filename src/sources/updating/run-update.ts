import type { ContentSource } from '#sources/content-source.ts';
import { prepareUpdate } from './prepare-update.ts';

/** Runs one update in this process, which was started for it, and hands what came of it to the process that started it. */
export function runUpdate(): void {
  process.once('message', async (source: ContentSource) => {
    const update = await prepareUpdate(source);
    process.send?.(update, () => process.exit());
  });
  // Whoever started it is gone, and so is whoever would use it.
  process.once('disconnect', () => process.exit());
}
