import { realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { subjectsName } from './find-issue-files.ts';
import { lookAtFolder } from './look-at-folder.ts';

const ignoredNames = ['.git', 'node_modules'];

/** What to watch, how long a folder must be still before its changes are told, and whom to tell. */
export interface WatchFolderOptions {
  readonly folder: string;
  readonly debounceMs: number;
  /** Time between two looks at the folder, for changes that no event tells. */
  readonly lookEveryMs: number;
  readonly onStill: () => void;
  readonly onError: (error: unknown) => void;
}

/** A look takes no more than this share of the time. */
const LOOK_SHARE = 100;

/**
 * Watches a folder at any depth, and the list of subjects above it; resolves once no later change can be missed. Mounts
 * without events, and a link that is turned to another folder, are found by a look now and then. Disposing of the result
 * ends it.
 */
export async function watchFolder(options: WatchFolderOptions): Promise<AsyncDisposable> {
  const { folder, debounceMs, lookEveryMs, onStill, onError } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let root = await findRoot();
  let watcher = await start();
  let lastLook = await lookAtFolder(folder);
  let nextLook: ReturnType<typeof setTimeout> | undefined;
  let looking = Promise.resolve();
  let isEnded = false;
  planLook(lookEveryMs);

  return {
    async [Symbol.asyncDispose]() {
      isEnded = true;
      clearTimeout(nextLook);
      await looking;
      clearTimeout(nextLook);
      await watcher.close();
      clearTimeout(timer);
    },
  };

  function findRoot(): Promise<string> {
    return realpath(folder).catch(() => folder);
  }

  async function start(): Promise<FSWatcher> {
    const isIgnored = (path: string) =>
      relative(root, path)
        .split(sep)
        .some((part) => ignoredNames.includes(part));
    // Links inside are not followed: one of them could lead to the root of the disk.
    const fresh = watch([root, join(folder, '..', subjectsName)], {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: isIgnored,
    });
    fresh.on('all', tell);
    fresh.on('error', onError);
    const { promise, resolve } = Promise.withResolvers<void>();
    fresh.once('ready', resolve);
    fresh.once('error', () => resolve());
    await promise;
    return fresh;
  }

  function tell(): void {
    clearTimeout(timer);
    timer = setTimeout(onStill, debounceMs);
  }

  function planLook(delayMs: number): void {
    nextLook = setTimeout(() => {
      looking = look();
    }, delayMs);
    nextLook.unref();
  }

  async function look(): Promise<void> {
    const startMs = performance.now();
    try {
      const seen = await lookAtFolder(folder);
      if (seen !== lastLook) {
        lastLook = seen;
        tell();
      }
      await followLink();
    } catch (error) {
      onError(error);
    }
    if (!isEnded) planLook(Math.max(lookEveryMs, (performance.now() - startMs) * LOOK_SHARE));
  }

  // What the link led to before may be gone, and what it leads to now is watched by nobody.
  async function followLink(): Promise<void> {
    const now = await findRoot();
    if (now === root || isEnded) return;
    root = now;
    await watcher.close();
    watcher = await start();
    tell();
  }
}
