import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** After this the SDKs have done what they do once; nobody waits for an answer so soon. */
const settledAfterMs = 1_000;

/**
 * Gives back what reading the archive and connecting have left behind. By itself Node would keep it until there is new
 * garbage to collect, which on a quiet bot takes hours.
 */
export function giveBackMemorySoon(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as (options: { type: 'major'; flavor: 'last-resort' }) => void;
    // Again until nothing more is found, and the freed pages go back to the system.
    collect({ type: 'major', flavor: 'last-resort' });
    // What `main.ts` set for reading the archive has done its part. With it, each answer would wait for collections.
    setFlagsFromString('--no-optimize-for-size');
    setFlagsFromString('--semi-space-growth-factor=2');
  }, settledAfterMs).unref();
}
