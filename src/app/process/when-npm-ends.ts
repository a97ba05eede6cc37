import process from 'node:process';

const LOOK_EVERY_MS = 500;

/**
 * Calls back when the npm that started this process is gone; never where none did. npm runs a script in a shell and, told to
 * stop, ends with that shell; the program itself hears nothing of it.
 */
export function whenNpmEnds(environment: Readonly<Record<string, string | undefined>>, callBack: () => void): void {
  // npm sets it for every script that it runs.
  if (environment.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callBack();
  }, LOOK_EVERY_MS);
  timer.unref();
}
