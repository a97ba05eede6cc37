import { parentPort, workerData } from 'node:worker_threads';
import type { ContentSource } from '#sources/content-source.ts';
import { type PreparedUpdate, prepareUpdate } from './prepare-update.ts';

/** Runs one update in this thread, which was started for it, and hands what came of it to the thread that started it. */
export async function runUpdateWorker(): Promise<void> {
  const update: PreparedUpdate = await prepareUpdate(workerData as ContentSource);
  parentPort?.postMessage(update);
}
