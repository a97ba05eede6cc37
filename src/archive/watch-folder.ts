import { realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { watch } from 'chokidar';

const IGNORED = ['.git', 'node_modules'];

/** What to watch, how long a folder must be still before its changes are told, and whom to tell. */
export interface WatchFolderOptions {
  readonly folder: string;
  readonly debounceMs: number;
  readonly onStill: () => void;
  readonly onError: (error: unknown) => void;
}

/** Watches a folder at any depth; resolves once no later change can be missed. Disposing of the result ends it. */
export async function watchFolder({
  folder,
  debounceMs,
  onStill,
  onError,
}: WatchFolderOptions): Promise<AsyncDisposable> {
  const root = await realpath(folder).catch(() => folder);
  // Links inside are not followed: one of them could lead to the root of the disk.
  const watcher = watch(root, { ignoreInitial: true, followSymlinks: false, ignored: isIgnored });
  let timer: ReturnType<typeof setTimeout> | undefined;
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(onStill, debounceMs);
  });
  watcher.on('error', onError);
  const { promise, resolve } = Promise.withResolvers<void>();
  watcher.once('ready', resolve);
  watcher.once('error', () => resolve());
  await promise;
  return {
    async [Symbol.asyncDispose]() {
      await watcher.close();
      clearTimeout(timer);
    },
  };

  function isIgnored(path: string): boolean {
    return relative(root, path)
      .split(sep)
      .some((part) => IGNORED.includes(part));
  }
}
