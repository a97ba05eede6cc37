import { Worker } from 'node:worker_threads';

// A hang, not a slow machine: an input takes milliseconds.
const PATIENCE_MS = 180_000;

/**
 * Runs a file in a thread that can be stopped from outside, whatever loop it is in. The file posts each input before it
 * works on it. Rejects with the failure of the file, or with the input that it never came back from.
 */
export function runGuarded(file: URL): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file);
    let latest: unknown;
    const guard = setTimeout(() => {
      reject(new Error(`no end after ${PATIENCE_MS} ms with the input ${JSON.stringify(latest)}`));
      void worker.terminate();
    }, PATIENCE_MS);
    worker.on('message', (input) => {
      latest = input;
      guard.refresh();
    });
    worker.once('error', reject);
    worker.once('exit', (exitCode) => {
      clearTimeout(guard);
      if (exitCode === 0) resolve();
      else reject(new Error(`the thread ended with exit code ${exitCode}`));
    });
  });
}
