import { EventEmitter, once } from 'node:events';
import type { ArchiveChange } from '#archive/archive-change.ts';
import { type Archive, type ArchiveLog, openArchive } from '#archive/open-archive.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

/** Hears nothing. */
export const quiet: ArchiveLog = { info: () => {}, warn: () => {} };

/** A change that the watcher misses would leave a test waiting for ever. */
export const timeout = 240_000;
// Less than that, so that the test that fails still closes its archive, and the run ends.
const PATIENCE_MS = 200_000;

export interface Watched {
  readonly archive: Archive;
  /** Runs what changes the folder, and resolves with the archive's answer to it. */
  after(change: () => Promise<unknown>): Promise<ArchiveChange>;
}

/** Opens the archive of a folder; it answers soon to a change. */
export function openFolder(folder: TemporaryFolder, dir = folder.path): Promise<Archive> {
  return openArchive({ dir, log: quiet, debounceMs: 30 });
}

/** Watches an archive. */
export async function watchArchive(archive: Archive): Promise<Watched> {
  const events = new EventEmitter();
  await archive.watch();
  archive.onChange((change) => events.emit('change', change));
  return {
    archive,
    async after(change) {
      const heard = once(events, 'change', { signal: AbortSignal.timeout(PATIENCE_MS) });
      await change();
      const [told] = (await heard) as [ArchiveChange];
      return told;
    },
  };
}
