import process from 'node:process';

const LOOK_EVERY_MS = 500;

/**
 * Calls back when the process that started this one is gone. npm runs a script in a shell and, told to stop, ends with that
 * shell; the program itself hears nothing of it.
 */
export function whenParentEnds(callBack: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callBack();
  }, LOOK_EVERY_MS);
  timer.unref();
}
