import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** After this the SDKs have done what they do once; nobody waits for an answer so soon. */
const SETTLED_AFTER_MS = 1_000;

/**
 * Gives back what reading the archive and connecting have left behind. By itself Node would keep it until there is new
 * garbage to collect, which on a quiet bot takes hours.
 */
export function giveBackMemorySoon(): void {
  // What runs from now on may run for years, and be compiled as well as V8 can.
  setFlagsFromString('--invocation-count-for-turbofan=3000');
  setTimeout(() => {
    setFlagsFromString('--expose-gc');
    // What was compiled for reading the archive is let go with the rest.
    setFlagsFromString('--flush-baseline-code');
    const collect = runInNewContext('gc') as (options: { type: 'major'; flavor: 'last-resort' }) => void;
    // Again until nothing more is found, and the freed pages go back to the system.
    collect({ type: 'major', flavor: 'last-resort' });
    setFlagsFromString('--no-flush-baseline-code');
    // What `main.ts` set for reading the archive has done its part. With it, each answer would wait for collections; with
    // Node's own settings, memory would grow several times larger than what is in use before anything is collected.
    setFlagsFromString('--semi-space-growth-factor=2');
    setFlagsFromString('--heap-growing-percent=50');
  }, SETTLED_AFTER_MS).unref();
}
